import type { JsonObject } from '../json.ts'
import { isObject, pointerOf, valueAt } from '../json.ts'
import type { ProblemField } from '../problems/problem.ts'
import type { HubSpec } from './spec.ts'

/** What the chart's schema lets pass in raw values, and its templates, the hub at its start or Kubernetes refuse. */
export function checkRawValues({ values, security }: Pick<HubSpec, 'values' | 'security'>): ProblemField[] {
  return [...checkConfigSections(values), ...checkHttps(values), ...checkEnvironment(values), ...checkFiles(values), ...checkCloudMetadata({ values, security })]
}

const fault = (path: string[], code: string, detail: string): ProblemField => ({ pointer: pointerOf(['values', ...path]), code, detail })

/** The hub exits at its start when a section of hub.config does not begin with a capital letter. */
function checkConfigSections(values: JsonObject): ProblemField[] {
  const config = valueAt(values, ['hub', 'config'])
  if (!isObject(config)) return []
  return Object.keys(config).filter((section) => !/^\p{Lu}/u.test(section)).map((section) =>
    fault(['hub', 'config', section], 'config-section', 'A section of hub.config is the name of a class and begins with a capital letter, such as JupyterHub. Was this meant one level up?'))
}

function checkHttps(values: JsonObject): ProblemField[] {
  const https = valueAt(values, ['proxy', 'https'])
  if (!isObject(https) || https.enabled !== true) return []
  const needed: Record<string, string[][]> = { letsencrypt: [['letsencrypt', 'contactEmail']], manual: [['manual', 'cert'], ['manual', 'key']], secret: [['secret', 'name']] }
  const type = https.type === undefined || https.type === null ? 'letsencrypt' : String(https.type)
  return (Object.hasOwn(needed, type) ? needed[type]! : []).filter((path) => !valueAt(https, path))
    .map((path) => fault(['proxy', 'https', ...path], 'required', `A certificate of the type ${type} needs it.`))
}

function checkEnvironment(values: JsonObject): ProblemField[] {
  return [['hub'], ['singleuser'], ['proxy', 'chp'], ['proxy', 'traefik']].flatMap((owner) => {
    const table = valueAt(values, [...owner, 'extraEnv'])
    return Object.entries(isObject(table) ? table : {}).filter(([, value]) => typeof value === 'number' || typeof value === 'boolean')
      .map(([name]) => fault([...owner, 'extraEnv', name], 'type', 'What the environment has is text: write it in quotes.'))
  })
}

function checkFiles(values: JsonObject): ProblemField[] {
  return ['hub', 'singleuser'].flatMap((owner) => {
    const table = valueAt(values, [owner, 'extraFiles'])
    return Object.entries(isObject(table) ? table : {}).flatMap(([name, file]) => {
      if (!isObject(file) || !isObject(file.data) || typeof file.mountPath !== 'string' || /\.(ya?ml|json|toml)$/.test(file.mountPath)) return []
      return [fault([owner, 'extraFiles', name, 'data'], 'file-type', 'A table is written as .yaml, .json or .toml, as mountPath says; for any other file give its text in stringData.')]
    })
  })
}

/** The chart refuses both at once: one says that servers may not reach it, the other that they may. */
function checkCloudMetadata({ values, security }: Pick<HubSpec, 'values' | 'security'>): ProblemField[] {
  const at = (path: string[], byDefault: boolean) => (valueAt(values, ['singleuser', ...path]) ?? byDefault) === true
  const rule = ['networkPolicy', 'egressAllowRules', 'cloudMetadataServer']
  if (!at(['cloudMetadata', 'blockWithIptables'], security.cloudMetadata === 'iptables') || !at(['networkPolicy', 'enabled'], true) || !at(rule, false)) return []
  return [fault(['singleuser', ...rule], 'ambiguous', 'iptables keeps servers from the metadata of the cloud, and this lets them. Set security.cloudMetadata to networkPolicy, or leave this out.')]
}
