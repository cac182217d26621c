/** The containers of a build, in the order in which they run. */
export const buildContainers = ['fetch', 'build'] as const

/** One line of what a build wrote. `number` counts the lines of its container from 1. */
export interface BuildLine { pod: string; container: string; number: number; text: string }

/** Where somebody is who reads a build's log: the last line that he has. */
export type BuildLogPlace = Pick<BuildLine, 'container' | 'number'>

export const writePlace = ({ container, number }: BuildLogPlace): string => `${container}.${number}`

/** Null for what is no place. */
export function readPlace(text: string): BuildLogPlace | null {
  const [, container, number] = /^([a-z]+)\.(\d{1,12})$/.exec(text) ?? []
  return container && order(container) >= 0 ? { container, number: Number(number) } : null
}

/** Whether a line comes after what is had already. */
export const isAfter = (line: BuildLogPlace, had: BuildLogPlace | null): boolean =>
  had === null || order(line.container) > order(had.container) || (line.container === had.container && line.number > had.number)

const order = (container: string): number => (buildContainers as readonly string[]).indexOf(container)

/** A longer line is told in parts, each a line of its own: nobody has to hold a line without end. */
export const longestLine = 16_384

/** The lines of a text that comes in pieces, cut where the pieces are cut anywhere. */
export async function* linesOf(pieces: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of pieces) {
    const lines = (rest + piece).split('\n')
    rest = lines.pop()!
    for (const line of lines) yield* partsOf(line.replace(/\r$/, ''))
    while (rest.length > longestLine) {
      yield rest.slice(0, longestLine)
      rest = rest.slice(longestLine)
    }
  }
  if (rest !== '') yield* partsOf(rest)
}

function* partsOf(line: string): Generator<string> {
  for (let at = 0; at === 0 || at < line.length; at += longestLine) yield line.slice(at, at + longestLine)
}

/** The end of a build's log, kept when its pods go. `before` lines of the container came before `text`. */
export interface KeptLog { pod: string; container: string; text: string; before?: number }

/** The lines of what was kept, as they were numbered when they came. */
export const keptLines = (kept: readonly KeptLog[]): BuildLine[] => kept.flatMap(({ pod, container, text, before = 0 }) =>
  text === '' ? [] : text.replace(/\n$/, '').split('\n').map((line, index) => ({ pod, container, number: before + index + 1, text: line })))
