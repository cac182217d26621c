/**
 * How long things take in the sandbox, in milliseconds of the tenant's virtual time. Long enough to be seen as waiting, short
 * enough that a demo does not wait; `sandbox-slow` takes `slowFactor` times as long.
 */
export const durations = {
  clusterCreate: 3_000,
  clusterDelete: 2_000,
  nodeBoot: 2_000,
  /** Of a build of an image. */
  buildFetch: 2_000,
  build: 8_000,
  /** Until the first node has one image; the others follow. */
  imagePull: 2_000,
  podStart: 1_000,
  loadBalancer: 1_000,
  /** Until the router of an OpenShift has taken a Route. */
  route: 1_000,
  namespaceDelete: 1_000,
  /** Until somebody has made the DNS record of a hub that has its address, and then until it has its certificate. */
  dns: 2_000,
  certificate: 3_000,
  /** A server of a user: at least this, and up to `serverStartSpread` more. */
  serverStart: 3_000,
  serverStartSpread: 9_000,
  /** A server that does not stop at once takes this long. */
  serverStop: 8_000,
  /** A server without room is given up after this, as by `singleuser.startTimeout` of the chart. */
  serverStartTimeout: 300_000,
  /** How long `sandbox-namespace-stuck` holds a namespace. */
  stuckNamespace: 3_600_000,
}

export const slowFactor = 30

/** Further back than this, students are not played when the clock was moved far: who came earlier has come again since. */
export const catchUp = 14 * 86_400_000

/** A look that finds the stored state older than this stores what it played, so that the next look has less to play. */
export const storeAfter = 600_000
