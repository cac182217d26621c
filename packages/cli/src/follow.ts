import type { Build } from '@hubfleet/sdk'
import type { Context } from './context.ts'
import { Detached } from './errors.ts'
import type { Format } from './output/format-names.ts'
import { oneLine, plain } from './output/text.ts'
import { requireTenant } from './settings.ts'

/** Prints the log of a build as it is written, and ends as the build does. What the build is at goes to standard error. Ctrl-C ends the looking alone. */
export async function followBuild({ hub, build, output }: { hub: string; build: string; output: Format }, { io, settings, client }: Context): Promise<void> {
  const tenant = requireTenant(await settings())
  const api = await client()
  const abort = new AbortController()
  const resume = `hubfleet build logs ${build} --hub ${hub} --follow${(await settings()).flags}`
  const undo = io.onInterrupt(() => abort.abort(new Detached(resume)))
  let [at, said] = ['', '']
  let last: Build | undefined
  try {
    for await (const event of api.followBuild({ tenant, hub, build }, { signal: abort.signal })) {
      if (event.event === 'build') {
        last = event.build
        const now = last.finishedAt === null ? `${last.state}${last.message && `: ${last.message}`}` : ''
        if (now && now !== said) io.stderr.write(`# ${oneLine(now)}\n`)
        said = now
        continue
      }
      const { line } = event
      if (output === 'json' || output === 'yaml') io.stdout.write(`${JSON.stringify(line)}\n`)
      else {
        if (line.container !== at) io.stderr.write(`# ${oneLine(line.container)}\n`)
        io.stdout.write(`${plain(line.text)}\n`)
      }
      at = line.container
    }
  } finally {
    undo()
  }
  if (last?.state === 'succeeded') io.stderr.write(`Built ${oneLine(last.image)}@${oneLine(last.digest)}\n`)
  // throws what a failed or canceled operation does, with what to do next
  else await (await api.operation({ tenant, operation: last!.id })).wait()
}
