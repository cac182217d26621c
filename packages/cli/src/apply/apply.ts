import { basename, extname, resolve } from 'node:path'
import type { Hubfleet, OperationHandle } from '@hubfleet/sdk'
import type { Context } from '../context.ts'
import { UsageError } from '../errors.ts'
import type { Row } from '../output/columns.ts'
import { print } from '../output/format.ts'
import type { Format } from '../output/format-names.ts'
import { ask } from '../prompt.ts'
import { requireTenant } from '../settings.ts'
import { waitFor } from '../wait.ts'
import { FilesError } from './faults.ts'
import { nounOf, type Kind } from './kinds.ts'
import type { Change } from './change.ts'
import { inFile, planChanges } from './plan.ts'
import { readFiles } from './read-files.ts'
import { changesInWords } from './words.ts'

export interface ApplyOptions { file: string; name?: string; prune?: boolean; homes?: 'keep' | 'delete'; confirm?: string[]; yes?: boolean; planOnly?: boolean; waitTimeout?: number; output: Format }

/** Makes the documents of a folder true: reads them, shows what would happen to all of them, asks, and does it. */
export async function apply(context: Context, { file, name, prune = false, homes: said, confirm = [], yes = false, planOnly = false, waitTimeout, output }: ApplyOptions): Promise<void> {
  const { io } = context
  if (prune && name === undefined) throw new UsageError('What is pruned is what this set of files made once, so the set needs a name of its own', 'Add --name NAME, the same each time')
  const tenant = requireTenant(await context.settings())
  const documents = await readFiles(file)
  if (documents.length === 0 && !prune) throw new UsageError(`There is no document in ${file}`, 'A document begins with `kind: Hub`, Template, Cluster, or of the platform Tenant or Platform')
  const client = await context.client()
  const managedBy = name ?? setName(file)
  const plan = (homes: ApplyOptions['homes']) => planChanges(client, documents, { tenant, managedBy, prune, homes, confirm })
  let changes = await plan(said)
  if (output !== 'table' || (planOnly && changes.length > 0)) await show(context, output, changes, said)
  else io.stderr.write(changesInWords(changes, said))
  if (changes.length === 0 || planOnly) return void (output === 'table' ? io.stdout : io.stderr).write(changes.length === 0 ? 'Nothing to do: all of it is so already.\n' : 'Nothing was done.\n')

  requireConfirmed(changes)
  const hubsGo = changes.filter(({ action, kind }) => action === 'delete' && kind === 'Hub')
  const homes = hubsGo.length > 0 ? said ?? await askHomes(context, hubsGo.map((change) => change.name)) : undefined
  if (homes && homes !== said) changes = await plan(homes)
  if (!yes) await askToGoOn(context)
  await run(context, client, tenant, changes, { homes, waitTimeout })
  const count = (action: Change['action']) => changes.filter((change) => change.action === action).length
  ;(output === 'table' ? io.stdout : io.stderr).write(`Done: ${count('create')} made, ${count('update')} changed, ${count('delete')} deleted.\n`)
}

/** A name for the set where none is given: that of the folder. */
function setName(file: string): string {
  const path = resolve(file)
  const name = basename(path, extname(path)).toLowerCase().replace(/[^a-z0-9.]+/g, '-').replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '').slice(0, 63)
  return name || 'files'
}

async function show({ io }: Context, output: Format, changes: Change[], homes: ApplyOptions['homes']): Promise<void> {
  if (output === 'table') return void io.stdout.write(changesInWords(changes, homes))
  await print(io, output, 'change', changes.map(({ action, kind, name, plan }): Row => ({ action, kind, name, plan })))
}

function requireConfirmed(changes: Change[]): void {
  const missing = changes.flatMap(({ kind, name, plan, input, document }) => (plan?.confirmations ?? []).filter(({ confirmation }) => !((input['confirm'] ?? []) as string[]).includes(confirmation))
    .map(({ confirmation, what }) => `${document?.where('') ?? ''}: ${kind} ${name} needs a confirmation: ${what} If this is meant, write confirm: [${confirmation}] into the document, or add --confirm ${confirmation}`))
  if (missing.length > 0) throw new FilesError(missing)
}

async function askHomes({ io }: Context, hubs: string[]): Promise<'keep' | 'delete'> {
  const hint = '--homes keep (the disks stay and are billed) or --homes delete (people\'s files are lost)'
  if (!io.stdin.isTTY || !io.stderr.isTTY) throw new UsageError(`Say what happens to the homes of ${hubs.join(', ')}`, hint)
  const answer = await ask(io, `What happens to the homes of ${hubs.join(', ')}: keep or delete? `)
  if (answer !== 'keep' && answer !== 'delete') throw new UsageError('Nothing was done: the answer is neither keep nor delete', hint)
  return answer
}

async function askToGoOn({ io }: Context): Promise<void> {
  if (!io.stdin.isTTY || !io.stderr.isTTY) throw new UsageError('Nothing was done: this needs a confirmation', 'Look at the plan with --plan-only, then add --yes')
  if (await ask(io, 'Type yes to do this: ') !== 'yes') throw new UsageError('Nothing was done: yes was not typed')
}

/** What is made needs what is before it, and what goes leaves in the other order; nothing is deleted when something failed. */
const stages: [Change['action'][], Kind][] = [[['create', 'update'], 'Platform'], [['create', 'update'], 'Tenant'], [['create', 'update'], 'Cluster'], [['create', 'update'], 'Template'], [['create', 'update'], 'Hub'], [['delete'], 'Hub'], [['delete'], 'Template'], [['delete'], 'Cluster'], [['delete'], 'Tenant']]

async function run(context: Context, client: Hubfleet, tenant: string, changes: Change[], { homes, waitTimeout }: { homes: ApplyOptions['homes']; waitTimeout: number | undefined }): Promise<void> {
  for (const [actions, kind] of stages) {
    const faults: string[] = []
    let cause: unknown
    const failed = (change: Change, error: unknown) => {
      const told = change.document && inFile(change.document, error)
      faults.push(...(told?.faults ?? [`${change.kind} ${change.name}: ${error instanceof Error ? error.message : String(error)}`]))
      cause ??= error
    }
    const begun: { change: Change; handle: OperationHandle }[] = []
    for (const change of changes.filter((each) => each.kind === kind && actions.includes(each.action))) {
      try {
        const handle = await send(client, tenant, change, homes)
        if (handle) begun.push({ change, handle })
        else context.io.stderr.write(`${done[change.action]} the ${nounOf(change.kind)} ${change.name}\n`)
      } catch (error) {
        failed(change, error)
      }
    }
    // They run side by side; each is shown until it ends.
    for (const { change, handle } of begun) {
      context.io.stderr.write(`${doing[change.action]} the ${nounOf(change.kind)} ${change.name}\n`)
      try {
        await waitFor(context, handle, { timeoutSeconds: waitTimeout })
      } catch (error) {
        if (!(error instanceof Error) || !/^Operation/.test(error.constructor.name)) throw error
        failed(change, error)
      }
    }
    if (faults.length > 0) throw new FilesError([...faults, 'What comes after it was not begun. The same command goes on from here.'], { cause })
  }
}

const doing = { create: 'making', update: 'changing', delete: 'deleting' }
const done = { create: 'made', update: 'changed', delete: 'deleted' }

/** Begins one change: the operation to wait for, or null where it is done at once. */
async function send(client: Hubfleet, tenant: string, { action, kind, name, input, ifMatch }: Change, homes: ApplyOptions['homes']): Promise<OperationHandle | null> {
  const options = ifMatch ? { ifMatch } : {}
  const body = input as never
  switch (`${action} ${kind}` as const) {
    case 'update Platform':
    case 'update Tenant': await client.tenants.update({ tenant: name }, body, options); return null
    case 'create Tenant': await client.tenants.create(body); return null
    case 'delete Tenant': await client.tenants.delete({ tenant: name }, options); return null
    case 'create Platform':
    case 'delete Platform': throw new Error('The platform is neither made nor deleted')
    case 'create Cluster': return client.clusters.create({ tenant }, body)
    case 'update Cluster': return client.clusters.update({ tenant, cluster: name }, body, options)
    case 'delete Cluster': return client.clusters.delete({ tenant, cluster: name }, {}, options)
    case 'create Template': await client.templates.create({ tenant }, body); return null
    case 'update Template': await client.templates.update({ tenant, template: name }, body, options); return null
    case 'delete Template': await client.templates.delete({ tenant, template: name }, options); return null
    case 'create Hub': return client.hubs.create({ tenant }, body)
    case 'update Hub': return client.hubs.update({ tenant, hub: name }, body, options)
    case 'delete Hub': return client.hubs.delete({ tenant, hub: name }, { homes: homes! }, options)
  }
}

