import type { Event } from '@hubfleet/sdk'
import type { Context } from './context.ts'
import { Detached } from './errors.ts'
import type { Format } from './output/format-names.ts'
import { oneLine } from './output/text.ts'
import { requireTenant } from './settings.ts'

/** Prints the events of a tenant as they happen, until Ctrl-C: a line each, or as JSON an object each. With `after` it goes on after that position; 0 is the oldest. */
export async function followEvents({ output, ...options }: { type?: string[] | undefined; hub?: string | undefined; after?: number | undefined; output: Format }, { io, settings, client }: Context): Promise<void> {
  const { flags, ...rest } = await settings()
  const tenant = requireTenant({ flags, ...rest })
  const api = await client()
  const abort = new AbortController()
  let last = options.after
  const filters = [...(options.type ?? []).map((type) => `--type '${type}'`), ...(options.hub ? [`--hub ${options.hub}`] : [])]
  const resume = () => [`hubfleet event list --follow`, ...filters, ...(last === undefined ? [] : [`--after ${last}`])].join(' ') + flags
  const undo = io.onInterrupt(() => abort.abort(new Detached(resume())))
  try {
    for await (const event of api.followEvents({ tenant }, { ...options, signal: abort.signal })) {
      last = event.position
      io.stdout.write(`${output === 'json' || output === 'yaml' ? JSON.stringify(event) : lineOf(event)}\n`)
    }
  } finally {
    undo()
  }
}

const lineOf = ({ position, timestamp, type, subject, data }: Event): string => `${position}  ${timestamp}  ${oneLine(type)}  ${oneLine(subject)}  ${oneLine(JSON.stringify(data))}`
