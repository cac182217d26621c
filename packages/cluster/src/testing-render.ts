/** What helm makes of a hub: by the stand-in chart, or by the official one where the environment names it. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { parseAllDocuments } from 'yaml'
import { completeHubSpec, isProblem, renderValues, splitSecrets, type HubSpecInput, type JsonObject, type RunningHub } from '@hubfleet/core'
import { findHelm } from './helm-program.ts'

const chart = process.env['HUBFLEET_TEST_CHART'] ?? fileURLToPath(new URL('../chart/jupyterhub', import.meta.url))
const own = { cookieSecret: 'c'.repeat(64), proxyToken: 'p'.repeat(64), cryptKey: 'k'.repeat(64), apiToken: 'a'.repeat(64) }
const program = helm()

/** For `t.test`. */
export const skipWithoutHelm = program ? false : 'helm is not on PATH and HUBFLEET_HELM names none'

/** A hub with the same secrets of its own each time. */
export function hubOf(input: HubSpecInput): RunningHub {
  const { spec, secrets: fields } = splitSecrets(completeHubSpec(input))
  return { spec, values: renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: { ...own, fields } }).values }
}

/** The objects that helm would apply for these values. */
export function renderedObjects<Manifest>(values: JsonObject): Manifest[] {
  const text = execFileSync(program!, ['template', 'hub', chart, '--namespace', 'hub', '--values', '-'], { input: JSON.stringify(values), encoding: 'utf8', stdio: ['pipe', 'pipe', 'pipe'], maxBuffer: 2 ** 26 })
  return parseAllDocuments(text).flatMap((document) => (document.toJS() as Manifest | null) ?? [])
}

function helm(): string | undefined {
  try {
    return findHelm(process.env['HUBFLEET_HELM'])
  } catch (error) {
    if (isProblem(error)) return undefined
    throw error
  }
}
