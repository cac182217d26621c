import { createHash } from 'node:crypto'

/** When a cluster is looked at next. Looks at one are evenly apart, and those at many spread over the time between. */
export function nextRegular(clusterId: string, everySeconds: number, now: Date): Date {
  const every = everySeconds * 1000
  const offset = createHash('sha256').update(clusterId).digest().readUInt32BE() % every
  return new Date((Math.floor((now.getTime() - offset) / every) + 1) * every + offset)
}
