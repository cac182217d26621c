import type { ProblemField } from '../../problems/problem.ts'
import { valueAt } from '../../json.ts'
import type { Profile, ProfileChoice, ProfileOption } from './profiles.ts'
import { mostShapes } from './server-shapes.ts'
import type { HubSpec } from '../spec.ts'

/** Whether profiles can be told apart, and whether what people choose is clear. */
export function checkProfiles({ profiles, values }: HubSpec): ProblemField[] {
  if (profiles.length > 0 && valueAt(values, ['singleuser', 'profileList']) !== undefined) {
    return [fault('/values/singleuser/profileList', 'twice', 'The hub has profiles already: have them in one place.')]
  }
  return [...checkList('/profiles', profiles, 'profile'), ...profiles.flatMap((profile, index) => checkOptions(`/profiles/${index}/options`, profile))]
}

const fault = (pointer: string, code: string, detail: string): ProblemField => ({ pointer, code, detail })

function checkList(at: string, items: readonly { slug: string; default?: boolean }[], what: string): ProblemField[] {
  const repeated = items.flatMap(({ slug }, index) =>
    (items.findIndex((other) => other.slug === slug) < index ? [fault(`${at}/${index}/slug`, 'duplicate', `There is a ${what} ${slug} already.`)] : []))
  const defaults = items.flatMap((item, index) => (item.default ? [index] : [])).slice(1)
  return [...repeated, ...defaults.map((index) => fault(`${at}/${index}/default`, 'one-default', `Another ${what} is the default.`))]
}

function checkOptions(at: string, { options = [] }: Profile): ProblemField[] {
  const combinations = options.reduce((product, { choices }) => product * choices.length, 1)
  return [
    ...checkList(at, options, 'option'),
    ...options.flatMap((option, index) => checkOption(`${at}/${index}`, option)),
    ...checkOverlap(at, options),
    ...(combinations > mostShapes ? [fault(at, 'too-many', `People could choose in ${combinations} ways; at most ${mostShapes} are looked at. Make several profiles of it.`)] : []),
  ]
}

function checkOption(at: string, { slug, choices, unlistedChoice }: ProfileOption): ProblemField[] {
  const faults = checkList(`${at}/choices`, choices, 'choice')
  // KubeSpawner keeps what people choose in one object, the profile by that name
  if (slug === 'profile') faults.push(fault(`${at}/slug`, 'reserved', 'An option cannot be named profile.'))
  if (unlistedChoice && !isPattern(unlistedChoice.validationRegex)) {
    faults.push(fault(`${at}/unlistedChoice/validationRegex`, 'regex', 'This must be a regular expression without quotes, <, > and &.'))
  }
  return faults
}

function isPattern(text: string): boolean {
  try {
    return RegExp(text) !== null && !/["'<>&]/.test(text)
  } catch {
    return false
  }
}

/** Of two options that set the same thing the later would silently win. */
function checkOverlap(at: string, options: readonly ProfileOption[]): ProblemField[] {
  const setBy = (field: keyof ProfileChoice) => options.flatMap(({ choices, unlistedChoice }, index) =>
    (choices.some((choice) => choice[field] !== undefined) || (field === 'image' && unlistedChoice) ? [index] : []))
  const tolerating = [...new Set([...setBy('tolerations'), ...setBy('gpu')])].sort((a, b) => a - b)
  const fields = (['image', 'memory', 'cpu', 'gpu', 'extraResource', 'nodeSelector', 'defaultUrl', 'workingDirectory'] as const).map((field) => [field, setBy(field)] as const)
  const variables = [...new Set(options.flatMap(({ choices }) => choices.flatMap(({ environment = {} }) => Object.keys(environment))))]
    .map((name) => [`the variable ${name}`, options.flatMap(({ choices }, index) => (choices.some(({ environment }) => environment?.[name] !== undefined) ? [index] : []))] as const)
  return [...fields, ...variables, ['tolerations or gpu', tolerating] as const].filter(([, setters]) => setters.length > 1)
    .map(([field, setters]) => fault(`${at}/${setters[1]}`, 'overlap', `Another option of this profile sets ${field} too, and one of them would win unseen.`))
}
