import type { Context } from './context.ts'
import { requireTenant } from './settings.ts'
import type { Format } from './output/format-names.ts'
import { printOutcome } from './output/outcome.ts'
import { waitFor } from './wait.ts'

/** Takes up an operation that was begun before. */
export async function waitForOperation(id: string, { output, waitTimeout }: { output: Format; waitTimeout?: number }, context: Context): Promise<void> {
  const tenant = requireTenant(await context.settings())
  const client = await context.client()
  const handle = await client.operation({ tenant, operation: id })
  await printOutcome(context.io, output, client, tenant, await waitFor(context, handle, { timeoutSeconds: waitTimeout }))
}
