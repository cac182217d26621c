import { createHash } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { isAfter, keptLines, Problem, type BuildJob, type BuildLine, type BuildLogPlace, type BuildState, type GitLogin } from '@hubfleet/core'
import type { ContainerLog } from '../provider.ts'
import { slowness } from './capacity.ts'
import { durations } from './durations.ts'
import type { SandboxBuild, SandboxHub } from './state.ts'

/** Names in the path of a repository with which a build misbehaves on purpose. */
export const buildMisbehaviours = {
  'sandbox-build-fails': 'The build ends with an error, as for a package that does not exist.',
  'sandbox-no-repository': 'The repository does not answer.',
  'sandbox-private': 'The repository is not public: without a login (build.git) its commits are not told.',
} as const

/** Every branch and tag is there but `sandbox-no-ref`; its commit follows from its name. */
export function sandboxCommit(repository: string, ref: string, login: GitLogin | null): string {
  if (/^[0-9a-f]{40}$/.test(ref)) return ref
  if (repository.includes('sandbox-no-repository')) throw new Problem('commit-unknown', { repository, ref, reason: 'the repository does not answer as Git does, as sandbox-no-repository asks' })
  if (repository.includes('sandbox-private') && !login) throw new Problem('commit-unknown', { repository, ref, reason: 'it answers 404: there is no such repository, or it is not public, as sandbox-private asks' })
  if (ref === 'sandbox-no-ref') throw new Problem('commit-unknown', { repository, ref, reason: 'it has no such branch or tag' })
  return createHash('sha1').update(`${repository}#${ref}`).digest('hex')
}

export const sandboxBuild = ({ name, repository, commit, image }: BuildJob, startedAt: number): SandboxBuild => ({ name, repository, commit, image, startedAt })

const fails = ({ repository }: SandboxBuild): boolean => repository.includes('sandbox-build-fails')

function momentsOf(build: SandboxBuild, hub: SandboxHub) {
  const fetching = build.startedAt + durations.podStart * slowness(hub)
  const building = fetching + durations.buildFetch * slowness(hub)
  return { fetching, building, end: building + durations.build * slowness(hub) }
}

export function buildStateOf(hub: SandboxHub, name: string, now: number): BuildState | null {
  const build = hub.build
  if (build?.name !== name) return null
  const { fetching, building, end } = momentsOf(build, hub)
  const state = (of: BuildState['state'], message: string, digest: string | null = null): BuildState => ({ state: of, message, digest })
  if (now < fetching) return state('waiting', 'ContainerCreating')
  if (now < building) return state('fetching', 'the repository is fetched, and repo2docker says how it is built')
  if (now < end) return state('building', 'BuildKit builds and pushes')
  if (fails(build)) return state('failed', 'build ended with exit code 1; its log tells why')
  return state('pushed', '', `sha256:${createHash('sha256').update(build.image).digest('hex')}`)
}

export function buildLogsOf(hub: SandboxHub, name: string, lines: number, now: number): ContainerLog[] {
  const build = hub.build
  if (build?.name !== name) return []
  const { fetching, building, end } = momentsOf(build, hub)
  const step = (end - building) / 4
  const log = (container: string, events: [at: number, text: string][]): ContainerLog => ({ pod: `${name}-abcde`, container, text: events.filter(([at]) => at <= now).slice(-lines).map(([, text]) => `${text}\n`).join('') })
  return [
    log('fetch', [[fetching, `Fetched ${build.commit} of ${build.repository}`], [building - 1, 'Using PythonBuildPack builder']]),
    log('build', [
      [building, '#1 [internal] load build definition from Dockerfile'], [building + step, '#5 FROM docker.io/library/buildpack-deps:24.04'], [building + 2 * step, '#12 RUN pip install --no-cache-dir -r requirements.txt'],
      fails(build) ? [end, 'ERROR: No matching distribution found for sandbox-build-fails'] : [end, `#15 pushing manifest for ${build.image}`],
    ]),
  ]
}

/** By the wall's clock, between two looks: virtual time leaps without telling. */
const lookMs = 300

export async function* followBuild(look: () => Promise<{ logs: ContainerLog[]; state: BuildState | null }>, after: BuildLogPlace | null, signal: AbortSignal): AsyncGenerator<BuildLine> {
  for (let had = after; ; await sleep(lookMs, undefined, { signal })) {
    const { logs, state } = await look()
    for (const line of keptLines(logs).filter((one) => isAfter(one, had))) {
      had = line
      yield line
    }
    if (!state || state.state === 'pushed' || state.state === 'failed') return
  }
}
