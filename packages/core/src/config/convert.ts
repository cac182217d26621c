import type { JsonObject } from '../json.ts'
import { isObject, leaves } from '../json.ts'
import { checkChartValues } from '../hub/chart-schema.ts'
import { deniedByPath } from '../hub/policy/policy-paths.ts'
import type { HubSpecInput } from '../hub/spec.ts'
import { reworkAuth } from './auth.ts'
import { Draft } from './draft.ts'
import { dropOfExport } from './of-export.ts'
import { dropOwnSecrets } from './own-secrets.ts'
import { parseConfig, type Position } from './parse.ts'
import { applyRenames } from './renames.ts'
import type { ConfigNote } from './report.ts'
import { reshape } from './reshape.ts'
import { claimExposure } from './typed-exposure.ts'
import { claimFields } from './typed-fields.ts'
import { claimLogin } from './typed-login.ts'
import { claimProfiles } from './typed-profiles.ts'
import { unwrap } from './umbrella.ts'

export interface ConvertedConfig {
  /** What the file means today. It has the secrets of the file in it. */
  spec: HubSpecInput
  /** What became of each place that is not simply kept, in the order of the file. Never a value of the file. */
  notes: ConfigNote[]
  /** The place in the files that a JSON pointer of the spec comes from. */
  placeOf(pointer: string): Pick<Position, 'line' | 'file'> | null
}

/** The chart that the hub will have. */
export interface TargetChart { version: string; schema: JsonObject; digest: string }

/**
 * A config.yaml of any chart since 0.3.1 as a spec for today's. What a typed field means exactly becomes that field; the rest stays raw
 * values. Of a file that is older than the chart's own strict schema (0.11) what no chart knew is left out, as helm ignored it then; in a newer
 * one it stays, and is refused with the other values. Several files are read as helm's several `--values`: a later one wins. Throws
 * `invalid-request` for what is no YAML.
 */
export function convertConfig(text: string | readonly string[], chart: TargetChart): ConvertedConfig {
  const parsed = unwrap([text].flat().map((each, index) => parseConfig(each, index + 1)))
  const draft = new Draft(parsed)
  if (parsed.wrapper.length > 0) {
    draft.note('note', '', null, `The values of the hub are below ${parsed.wrapper.join('.')}.${parsed.others.length > 0 ? ` What belongs to other charts is left out: ${parsed.others.join(', ')}.` : ''}`)
  }
  for (const pointer of parsed.twice) draft.note('unsafe', dotted(pointer), null, 'It stands twice in the same table; as in helm, the last one counts.')
  dropEmpty(draft, chart.schema, [])
  dropOfExport(draft)
  dropOwnSecrets(draft)
  applyRenames(draft)
  reworkAuth(draft)
  dropOwnSecrets(draft)
  reshape(draft, chart.version.replace(/^v/, ''))
  const spec: JsonObject = {}
  const claim = (from: string, to: string, value: unknown) => {
    draft.note('typed', from, `spec.${to}`, `It is the field ${to} of the spec.`)
    draft.take(from)
    set(spec, to.split('.'), value)
  }
  claimProfiles(draft, claim)
  claimFields(draft, claim)
  claimLogin(draft, claim)
  claimExposure(draft, claim)
  dropEnforced(draft)
  dropUnknown(draft, chart)
  noteUnsafe(draft)
  noteMeanings(draft, spec)
  if (Object.keys(draft.values).length > 0) spec['values'] = draft.values
  return {
    spec: spec as HubSpecInput, notes: draft.notes.toSorted((a, b) => (a.file ?? 0) - (b.file ?? 0) || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0)),
    placeOf: (pointer) => {
      const path = dotted(pointer)
      if (path.startsWith('values.')) return draft.position(path.slice('values.'.length))
      const profile = /^profiles\.(\d+)/.exec(path)?.[1]
      if (profile !== undefined) return draft.position(`singleuser.profileList.${profile}`)
      const note = draft.notes.find(({ to }) => to !== null && (`spec.${path}` === to || `spec.${path}`.startsWith(`${to}.`) || to.startsWith(`spec.${path}.`)))
      return note === undefined || note.line === null ? null : { line: note.line, file: note.file ?? 1 }
    },
  }
}

const dotted = (pointer: string): string => pointer.split('/').slice(1).map((key) => key.replaceAll('~1', '/').replaceAll('~0', '~')).join('.')

function set(target: JsonObject, [key, ...rest]: string[], value: unknown): void {
  if (rest.length === 0) target[key!] = isObject(target[key!]) && isObject(value) ? { ...target[key!] as JsonObject, ...value } : value
  else set((target[key!] ??= {}) as JsonObject, rest, value)
}

/** A table of the chart with nothing in it: helm would take away all that the chart has there, which nobody means by a key that was left standing. */
function dropEmpty(draft: Draft, { properties }: JsonObject, path: string[]): void {
  for (const [key, inner] of Object.entries(isObject(properties) ? properties : {})) {
    const here = [...path, key].join('.')
    if (!isObject(inner) || !isObject(inner['properties'])) continue
    if (draft.get(here) === null) {
      draft.note('changed', here, here, 'It is empty. helm would take away all that the chart has there by default; here the defaults stay.')
      draft.take(here)
    } else dropEmpty(draft, inner, [...path, key])
  }
}

/** What Hubfleet sets for every hub, so that its seats give way to people. */
function dropEnforced(draft: Draft): void {
  for (const path of ['scheduling.podPriority.enabled', 'scheduling.userPlaceholder.enabled']) {
    if (!draft.has(path)) continue
    draft.note('removed', path, null, 'It is on in every hub: seats are placeholders that give way to people.')
    draft.take(path)
  }
}

function dropUnknown(draft: Draft, { schema, digest }: TargetChart): void {
  const old = draft.isOlderThan('1.0.0')
  for (const { pointer, code, detail } of checkChartValues(schema, digest, draft.values)) {
    const path = dotted(pointer.replace(/^\/values/, ''))
    if (code === 'unknown-field' && old) {
      draft.note('unknown', path, null, `No chart knows it, so nothing reads it. ${detail}`)
      draft.take(path)
    } else draft.note('unknown', path, null, detail)
  }
}

function noteUnsafe(draft: Draft): void {
  for (const { path, capability } of deniedByPath(draft.values)) {
    const place = path.join('.')
    const code = capability === 'extraConfig' && place === 'hub.extraConfig' && draft.before !== null ? ' Python is taken along as it stands: what it was written for has changed.' : ''
    draft.note('unsafe', place, `spec.values.${place}`, `It needs ${capability} in the policy of the tenant${instead(place)}.${code}`)
  }
  for (const { path, value } of leaves(draft.values)) {
    if (typeof value !== 'string' || value === '' || !/(secret|password|token|key)$/i.test(path.at(-1)!)) continue
    draft.note('unsafe', path.join('.'), `spec.values.${path.join('.')}`, 'It looks like a secret, and raw values can be read by all who may read the hub.')
  }
}

const instead = (path: string): string =>
  path.startsWith('ingress') || path.startsWith('proxy.service') || path.startsWith('httpRoute') ? '; exposure is the typed way'
    : path.startsWith('singleuser.profileList') ? '; profiles is the typed way'
      : path.startsWith('singleuser.nodeSelector') || path.startsWith('singleuser.extraTolerations') || path.startsWith('scheduling') ? '; scheduling is the typed way' : ''

/** What is different today without a word of the file having changed. */
function noteMeanings(draft: Draft, spec: JsonObject): void {
  const { access = {} } = spec as { access?: { allowAll?: boolean; allowExisting?: boolean; users?: string[] } }
  const config = draft.get('hub.config')
  const admits = access.allowAll || access.allowExisting || (access.users?.length ?? 0) > 0 || JSON.stringify([config ?? null, spec['login'] ?? null]).match(/allow_all|allow_existing_users|"allowed_|organizations|allowed[A-Z]/)
  if (!admits) draft.note('changed', '', 'spec.access', 'Nobody may use the hub until you say who: before JupyterHub 5 everybody who could log in was let in. Set access.users, or access.allowAll.')
  if (draft.isOlderThan('0.10.0')) draft.note('changed', '', 'singleuser.networkPolicy', 'Network policies are on since chart 0.10: servers reach neither each other nor the cluster, where the cluster enforces them.')
  if (draft.before !== null) draft.note('note', '', null, `It was written for a chart before ${draft.before}. Homes are not moved: the new hub makes its own.`)
}
