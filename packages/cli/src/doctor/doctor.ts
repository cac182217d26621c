import type { Context } from '../context.ts'
import { LocalError } from '../errors.ts'
import type { KubeconfigOptions } from '../kubernetes/kubeconfig.ts'
import type { Row } from '../output/columns.ts'
import { print } from '../output/format.ts'
import type { Format } from '../output/format-names.ts'
import { plain } from '../output/text.ts'
import type { Check } from './check.ts'
import { helmCheck, kubectlCheck, nodeCheck } from './machine.ts'
import { serverChecks } from './server.ts'

export interface DoctorOptions extends KubeconfigOptions { output: Format }

/** Looks at everything that the commands need and prints what it found; a cluster is looked at only when one is named. Throws LocalError when a check fails. */
export async function doctor(context: Context, { output, kubeconfig, context: chosen }: DoctorOptions): Promise<void> {
  const { io } = context
  const named = kubeconfig !== undefined || chosen !== undefined
  const options = { ...(kubeconfig !== undefined && { kubeconfig }), ...(chosen !== undefined && { context: chosen }) }
  const checks = (await Promise.all([
    helmCheck(io),
    nodeCheck(process.version),
    kubectlCheck(io),
    serverChecks(context),
    named ? import('./cluster.ts').then(({ clusterChecks }) => clusterChecks(options, io)) : [],
  ])).flat()

  if (output === 'table') io.stdout.write(checks.map(inWords).join(''))
  else await print(io, output, 'check', checks as unknown as Row[])
  if (!named) io.stderr.write('No cluster was looked at: name one with --kubeconfig PATH or --context NAME.\n')
  const failed = checks.filter(({ state }) => state === 'fail').length
  if (failed > 0) throw new LocalError(failed === 1 ? '1 check failed' : `${failed} checks failed`, 'Do what stands below each, then look again with `hubfleet doctor`')
}

const marks: Record<Check['state'], string> = { ok: '✓', warn: '!', fail: '✗' }

const inWords = ({ state, found, nextStep }: Check): string => `${marks[state]} ${plain(found)}\n${nextStep ? `    ${plain(nextStep)}\n` : ''}`
