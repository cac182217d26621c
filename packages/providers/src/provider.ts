/**
 * What Hubfleet needs of a place where hubs can live. The worker's steps know only this; each implementation passes the
 * contract suite (`test/contract`) by the capabilities that it declares.
 *
 * Every read looks at the world, never at a note of ours. Every write is one idempotent nudge: it may be cut at any point
 * and run again, and it never waits for its own effect. Failures are thrown as `Problem`; a retryable one may pass by itself.
 */
import type { Chart, HubApi, Preflight, Preview, Release } from '@hubfleet/cluster'
import type { BuildJob, BuildLine, BuildLogPlace, BuildState, CertificateFault, ClusterSample, CullWarning, FileShare, Freeze, GitLogin, HubHttps, ImageFacts, KubernetesAccess, LoginFinding, LoginProbe, OwnCulling, PodSecurityLevel, PullState, Route, ShownCertificate, Problem, WayIn, ClusterSpec } from '@hubfleet/core'
import type { ClusterMachines, CredentialFinding, OpenCredential } from './machines.ts'

// what is inside any cluster has its types where it is read
export type { ClusterSpec, PoolSpec } from '@hubfleet/core'
export * from './machines.ts'
export type { Chart, HubApi, HubGroup, HubServer, HubUser, Page, Preflight, Preview, Release, StartProgress } from '@hubfleet/cluster'

export interface Provider {
  readonly kind: string
  /** `managed`: Hubfleet makes, resizes and deletes the cluster itself; `virtualTime`: the cluster lives by its tenant's virtual clock. */
  readonly capabilities: { managed: boolean; virtualTime: boolean; loadBalancer: boolean; metrics: boolean }
  /** The life of a managed cluster: present when `capabilities.managed`. It asks nothing of the cloud by itself. */
  machines?(cluster: ClusterRecord): ClusterMachines
  /** Who a credential is, and what it may not that a cluster needs; by the cheapest calls that prove it. Present where clusters need one. */
  checkCredential?(credential: OpenCredential, signal: AbortSignal): Promise<CredentialFinding>
  /**
   * The handle of one cluster; it is kept and shared by all passes that work on the cluster until `close`. A managed one that is not made yet
   * throws `cluster-unreachable`, now or when it is first asked something.
   */
  open(cluster: ClusterRecord): Promise<ClusterHandle>
}

/** A cluster as its row has it. */
export interface ClusterRecord {
  id: string
  tenantId: string | null
  name: string
  spec: ClusterSpec
  /** How a registered one is reached. */
  access: KubernetesAccess | null
  /** By what a cloud's cluster is made; opened when it is asked for. Absent where none is needed. */
  credential?(): Promise<OpenCredential>
}

export interface ClusterHandle {
  /** Reachability, version, permissions, storage classes. Throws what makes a hub impossible. */
  preflight(signal: AbortSignal): Promise<Preflight>
  hub(hub: HubRef): HubSite
  /** What the image's registry has. Throws `image-missing`, `image-denied`, `registry-not-answering` or `address-refused`. */
  image(text: string, credentials: { username: string; password: string } | null, signal: AbortSignal): Promise<ImageFacts>
  /** What in a managed cluster has something in the cloud that would outlive the cluster: load balancers, and with `keepHomes: false` volumes. */
  heldInCloud(options: { keepHomes: boolean }, signal: AbortSignal): Promise<HeldInCloud[]>
  /** Tells all of it to go. */
  releaseHeld(options: { keepHomes: boolean }, signal: AbortSignal): Promise<void>
  /**
   * What the cluster holds, and what of it is of each of these hubs, oldest first: one sample of now. A place whose clock can leap noted what it held meanwhile, and
   * tells all since `after`, some hundreds at a time. Throws where the cluster does not answer; what alone could not be seen is null.
   */
  samples(asked: SamplesAsked, signal: AbortSignal): Promise<ClusterSample[]>
  /** Tells which hub (by namespace) something changed for, from one watch of the whole cluster. Ends with the signal. */
  watch(changed: (namespace: string) => void, signal: AbortSignal): Promise<void>
  close(): Promise<void>
}

export interface SamplesAsked {
  hubs: readonly MeteredHub[]
  /** By the clock that the cluster lives by. */
  now: Date
  /** The last moment of which there is a sample; null where there is none. */
  after: Date | null
  /** How long a sample of now holds at most. */
  holdsSeconds: number
}

/** `token` is that of our service in the hub; asked for only where its JupyterHub is. */
export interface MeteredHub extends HubRef { token(): Promise<string> }

/** `going` when it was told to. */
export interface HeldInCloud { kind: 'Service' | 'Ingress' | 'PersistentVolumeClaim'; namespace: string; name: string; going: boolean }

/** Names of a hub inside a cluster; they derive from the hub's id, so that a namesake never meets what an older hub left. */
export interface HubRef { id: string; name: string; tenantId: string; namespace: string; release: string }

/** One hub's place in a cluster. */
export interface HubSite {
  namespace(signal: AbortSignal): Promise<{ state: 'absent' | 'ours' | 'foreign' | 'terminating'; reason: string }>
  /** The level of the Pod Security Standards is enforced from the first pod on. */
  createNamespace(signal: AbortSignal, podSecurity?: PodSecurityLevel): Promise<void>
  /** The level that the namespace enforces; null for none, and for what is no level. */
  podSecurity(signal: AbortSignal): Promise<PodSecurityLevel | null>
  setPodSecurity(level: PodSecurityLevel, signal: AbortSignal): Promise<void>
  deleteNamespace(signal: AbortSignal): Promise<void>

  release(signal: AbortSignal): Promise<Release | null>
  /** helm upgrade --install without waiting. The values hold secrets. */
  install(release: DesiredRelease, signal: AbortSignal): Promise<void>
  /**
   * What installing a release, or with `null` uninstalling it, would do to the objects that are live. Nothing is changed. Texts that hold one of
   * `secrets`, and all that Secrets hold, are masked.
   */
  preview(release: DesiredRelease | null, secrets: readonly string[], signal: AbortSignal): Promise<Preview>
  /** The fingerprints of a preview alone. */
  fingerprints(signal: AbortSignal): Promise<Record<string, string>>
  /** Repairs a release whose helm was cut (`pending-*`). Call only when no helm of ours can still be running. */
  repair(signal: AbortSignal): Promise<void>
  /** Keeps the claims, the hub's database among them. */
  uninstall(signal: AbortSignal): Promise<void>

  /** What a hook of a failed helm run left; it holds nodes and is in nobody's release. Call only when no helm of ours can still be running. */
  hookLeftovers(signal: AbortSignal): Promise<Remnant[]>
  sweepHooks(signal: AbortSignal): Promise<void>

  /** How far nodes have the images: of what was asked for by `startPull`, or of the chart's own puller. Null where there is none. */
  pull(which: 'asked' | 'continuous', signal: AbortSignal): Promise<PullState | null>
  /** Has all nodes pull images on which servers may run; the same images again change nothing. `values` are the release's: they say which nodes, and with which login. */
  startPull(images: readonly string[], values: Record<string, unknown>, signal: AbortSignal): Promise<void>
  endPull(signal: AbortSignal): Promise<void>

  /** The commit that a branch, a tag or `HEAD` of a Git repository is now. Throws `commit-unknown` and `address-refused`. */
  commit(repository: string, ref: string, login: GitLogin | null, signal: AbortSignal): Promise<string>
  /** Why the cluster does not let the pod of a build in, by whichever of its rules; null when it does. */
  buildBarred(job: BuildJob, signal: AbortSignal): Promise<string | null>
  /** In a namespace of builds beside the hub's; the same build again changes nothing. */
  startBuild(job: BuildJob, signal: AbortSignal): Promise<void>
  /** Null where there is no such build. */
  build(name: string, signal: AbortSignal): Promise<BuildState | null>
  buildLogs(name: string, lines: number, signal: AbortSignal): Promise<ContainerLog[]>
  /** The lines of a build after the last that is had, as they come; ends when the build has, or where there is none. */
  followBuild(name: string, after: BuildLogPlace | null, signal: AbortSignal): Promise<AsyncIterable<BuildLine>>
  /** Whether anything of builds is in the cluster that nobody told to go yet. */
  buildsLeft(signal: AbortSignal): Promise<boolean>
  endBuilds(signal: AbortSignal): Promise<void>

  /** The hub's own pods (not the users'), each ready or with its reason. */
  workloads(signal: AbortSignal): Promise<Workload[]>
  address(exposure: WayIn, signal: AbortSignal): Promise<{ address: string | null; reason: string; since: Date | null }>
  /** The hub's Route as it is; null where there is none, as in all clusters but OpenShift. */
  route(signal: AbortSignal): Promise<Route | null>
  /** Makes the Route so, or changes the one that is there. Throws `openshift-only` where there are no Routes. */
  applyRoute(route: Route, signal: AbortSignal): Promise<void>
  deleteRoute(signal: AbortSignal): Promise<void>

  /** The IP addresses that the DNS has for a name; none when it does not know the name. Throws `dns-not-answering`. */
  resolve(host: string, signal: AbortSignal): Promise<string[]>
  /** What is shown to who comes to one of the addresses by https, for a host. Throws `address-refused`. */
  certificate(host: string, addresses: readonly string[], signal: AbortSignal): Promise<ShownCertificate>
  /** What the cluster itself knows to be in the way of a certificate; null when it is nothing. */
  certificateTrouble(host: string, https: HubHttps, signal: AbortSignal): Promise<CertificateFault | null>

  /** Whether who keeps the logins knows the hub. Throws `login-not-checked` where that cannot be told, `address-refused`. */
  login(probe: LoginProbe, signal: AbortSignal): Promise<LoginFinding>

  /** Placeholders: `wanted` as set, `ready` as running. Null when the release has none. */
  seats(signal: AbortSignal): Promise<{ wanted: number; ready: number } | null>
  setSeats(seats: number, signal: AbortSignal): Promise<void>

  /** JupyterHub's own API, with our service token. */
  api(token: string, signal: AbortSignal): Promise<HubApi>

  /** What the hub's pages say to people whose servers will be stopped. */
  /** Why nobody but admins may start servers now; null where they may. */
  frozen(signal: AbortSignal): Promise<Freeze | null>
  /** Within two minutes the hub starts no more servers, or again; it is not restarted, and servers that run go on. */
  freeze(freeze: Freeze | null, signal: AbortSignal): Promise<void>

  cullWarnings(signal: AbortSignal): Promise<CullWarning[]>
  /** Says so, without disturbing the hub. By `rules` Hubfleet culls it: a place whose clock can leap plays the rounds that were leapt over. */
  showCullWarnings(warnings: readonly CullWarning[], rules: OwnCulling, signal: AbortSignal): Promise<void>

  /** Credentials for `kubectl` in the hub's namespace that end by themselves. `view` reads all but Secrets; `operate` also deletes pods and forwards ports. */
  kubeconfig(options: { role: 'view' | 'operate'; seconds: number }, signal: AbortSignal): Promise<HubKubeconfig>
  /** The last lines of the containers of a component (`hub`, `proxy`, …) or of a user's server. */
  logs(of: { component: string; user?: string; lines: number }, signal: AbortSignal): Promise<ContainerLog[]>

  /** An example of each image that users' servers which are ready run; not of those whose node does not tell the digest. */
  serverImages(signal: AbortSignal): Promise<ServerImage[]>
  /** The version of JupyterHub that a user's server tells who asks it; null where it tells none, or does not answer. */
  serverJupyterhub(pod: string, signal: AbortSignal): Promise<string | null>

  /** Users' pods that run, whether or not a hub still knows them. */
  userPods(signal: AbortSignal): Promise<string[]>
  deleteUserPods(signal: AbortSignal): Promise<void>
  homes(signal: AbortSignal): Promise<Home[]>
  /** Disks of the hub: people's homes and its database. */
  claims(signal: AbortSignal): Promise<Claim[]>
  /** Whether the hub's log tells of late that its database has no room left; null where nobody can read that. */
  databaseFull(signal: AbortSignal): Promise<boolean | null>
  /** Asks for more room in claims of that name; one that asks for as much already, or is gone, is left alone. */
  growClaims(names: readonly string[], capacity: string, signal: AbortSignal): Promise<void>
  /** The hub's own claims on NFS folders. */
  fileShares(signal: AbortSignal): Promise<{ claim: string; bound: boolean }[]>
  makeFileShares(shares: readonly FileShare[], signal: AbortSignal): Promise<void>
  deleteHomes(signal: AbortSignal): Promise<void>
  /** Deletes people's claims of these names; what is no home is left alone. A claim that a pod holds goes with the pod. */
  deleteHome(names: readonly string[], signal: AbortSignal): Promise<void>
  /** Deletes the database's claim of the hub. */
  deleteDatabase(signal: AbortSignal): Promise<void>
  /** Everything of this hub that is still there and can bill or block a namesake, cluster-wide; homes among them. */
  remnants(signal: AbortSignal): Promise<Remnant[]>
  /** Removes remnants that are provably this hub's, and tells which it asked to go; they need a while. With `keepHomes` nothing of the users' claims, nor the namespace that holds them. */
  sweep(options: { keepHomes: boolean }, signal: AbortSignal): Promise<Remnant[]>
}

/** `valuesHash` is a sha256 in hex. */
export interface DesiredRelease { chart: Chart; values: Record<string, unknown>; valuesHash: string }

/** `kubeconfig` is JSON, which is YAML too, and holds the token. */
export interface HubKubeconfig { kubeconfig: string; namespace: string; expiresAt: Date }

/** `image` is as the pod names it, `digest` what its node runs. */
export interface ServerImage { pod: string; image: string; digest: string }

/** Empty where the container has not started; `text` has at most the asked number of lines. */
export interface ContainerLog { pod: string; container: string; text: string }

export interface Workload { kind: string; name: string; ready: boolean; reason: string; since: Date | null; /** Will not get ready without a change. */ failing: boolean }

/** Sizes are bytes. `requested` is what was asked for, `actual` what is there so far. */
export interface Claim { name: string; kind: 'home' | 'database'; requested: number; actual: number; storageClass: string | null; canGrow: boolean }

/** `server` is '' where it is of the default server; `going` when it is being deleted. */
export interface Home { name: string; user: string; server: string; sizeGiB: number; storageClass: string | null; going: boolean }

export interface Remnant {
  kind: string
  namespace: string | null
  name: string
  bills: boolean
  blocksNamesake: boolean
  sizeGiB?: number
  /** Of a claim or volume; null is the default one. */
  storageClass?: string | null
  /** Somebody's files are in it, or go with it: it stays where homes are kept. */
  holdsHome: boolean
  /** helm made it for the hub's release, and takes it away with the release. */
  ofRelease?: boolean
}

/** What a step that was refused says; see the engine's Step. */
export type Refusal = Problem
