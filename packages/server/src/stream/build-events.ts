import { Type } from 'typebox'
import { BuildSchema, followedBuild, read, type Call, type Control } from '@hubfleet/control'
import { isAfter, keptLines, readPlace, writePlace, type BuildLine, type BuildLogPlace, type KeptLog } from '@hubfleet/core'
import { invalid } from '../call-options.ts'
import type { Changes } from '../changes.ts'
import { heartbeatMs, type ServerSentEvent } from './sse.ts'

export const BuildLineSchema = Type.Object({
  pod: Type.String(), container: Type.String({ 'x-extensible-enum': ['fetch', 'build'] }),
  number: Type.Integer({ description: 'Counts the lines of the container from 1; lines that were not kept are left out' }),
  text: Type.String(),
}, { $id: 'BuildLine' })

/** The event `log` is a line, `build` the build as it is then. */
export const BuildEventSchema = Type.Union([BuildLineSchema, BuildSchema])

interface Followed { build: { state: string; finishedAt: string | null }; hubId: string; name: string; kept: KeptLog[] | null }

type Asked = Pick<Call, 'caller' | 'params'>

const look = async (control: Control, call: Asked): Promise<Followed> => await read(control, followedBuild, { ...call, input: {} }) as unknown as Followed

/** Where a log is taken up: after the line that the client had last, or at its beginning. Throws what forbids the reading, and for an id that is none of ours. */
export async function startOfBuild(control: Control, call: Asked, lastEventId: string | undefined): Promise<BuildLogPlace | null> {
  await look(control, call)
  if (lastEventId === undefined) return null
  return readPlace(lastEventId) ?? fail()
}

const fail = (): never => { throw invalid('last-event-id', 'This must be the id of an event of this stream, such as build.12.') }

/** The log of a build as it is written, and the build at each change, a last time when it has ended. `recheck` throws when the key is no longer valid. */
export async function* buildEvents(
  control: Control, changes: Changes, call: Asked, after: BuildLogPlace | null, signal: AbortSignal, recheck: () => Promise<void>,
): AsyncGenerator<ServerSentEvent | null> {
  const { hubId } = await look(control, call)
  const watch = changes.watch(`target ${hubId}`, signal)
  const ending = new AbortController()
  const within = AbortSignal.any([signal, ending.signal])
  let had = after
  const told = function* (lines: Iterable<BuildLine>): Generator<ServerSentEvent> {
    for (const line of lines) {
      if (!isAfter(line, had)) continue
      had = line
      yield { id: writePlace(line), event: 'log', data: line }
    }
  }
  let lines: AsyncIterator<BuildLine> | null = null
  let next: Promise<IteratorResult<BuildLine>> | null = null
  try {
    for (let shown = ''; !watch.ended;) {
      await recheck()
      const { build, name, kept } = await look(control, call)
      const text = JSON.stringify(build)
      const changed = text !== shown
      shown = text
      if (kept) yield* told(keptLines(kept))
      // that it has ended is the last that is told
      if (changed) yield { event: 'build', data: build }
      if (build.finishedAt) return
      let quiet = !changed
      // what ended, or had not begun, is looked for again at each change
      if (!kept && !next) {
        lines = control.live.followBuild(hubId, name, had, within)[Symbol.asyncIterator]()
        next = settled(lines.next())
      }
      for (const change = watch.next(heartbeatMs).then(() => 'change' as const); ;) {
        const first: IteratorResult<BuildLine> | 'change' = await (next ? Promise.race([next, change]) : change)
        if (first === 'change') break
        if (first.done) {
          next = null
          continue
        }
        next = settled(lines!.next())
        yield* told([first.value])
        quiet = false
      }
      if (quiet) yield null
    }
  } finally {
    watch.close()
    ending.abort()
    await lines?.return?.(undefined).catch(() => {})
  }
}

/** Its failure is told where it is awaited; until then it must not look like one that nobody handles. */
function settled<T>(promise: Promise<T>): Promise<T> {
  promise.catch(() => {})
  return promise
}
