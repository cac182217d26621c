import type { JsonObject } from '../json.ts'
import { isObject } from '../json.ts'
import { checkProfiles } from '../hub/servers/check-profiles.ts'
import { profileCode } from '../hub/servers/profile-code.ts'
import { ProfileSchema, type Profile, type ProfileChoice, type ProfileOption, type ProfileOverrides } from '../hub/servers/profiles.ts'
import type { HubSpec } from '../hub/spec.ts'
import { checkInput } from '../validate.ts'
import type { Draft } from './draft.ts'
import { typedOverrides, type Below } from './profile-overrides.ts'
import type { Claim } from './typed-fields.ts'

const path = 'singleuser.profileList'

/**
 * KubeSpawner's list of profiles as typed ones. A list is one or the other: where one profile has something that no field means, all stay raw
 * values, and each such place is told.
 */
export function claimProfiles(draft: Draft, claim: Claim): void {
  const list = draft.get(path)
  if (!Array.isArray(list)) return
  if (list.length === 0) return void draft.take(path)
  const exported = ofExport(draft)
  const reading = new Reading(draft, exported)
  const code = codeAround(draft, exported)
  if (code) reading.obstacle(path, code)
  const profiles = list.map((profile, index) => reading.profile(`${path}.${index}`, profile, index))
  const faults = reading.obstacles.length > 0 ? [] : [
    ...profiles.flatMap((profile, index) => checkInput(ProfileSchema, profile).map(({ detail }) => ({ index, detail }))),
    ...checkProfiles({ profiles, values: {} } as unknown as HubSpec).map(({ pointer, detail }) => ({ index: Number(pointer.split('/')[2]), detail })),
  ]
  for (const { index, detail } of faults) reading.obstacle(`${path}.${index}`, detail.replace(/\.$/, ''))
  if (reading.obstacles.length > 0) {
    for (const { at, why } of reading.obstacles) draft.note('raw', at, `spec.values.${path}`, `All profiles stay raw values: ${why}.`)
    return
  }
  for (const { kind, at, message } of reading.changes) draft.note(kind, at, kind === 'removed' ? null : 'spec.profiles', message)
  if (exported) {
    draft.take('hub.extraConfig.hubfleet-profiles')
    draft.take('custom.hubfleet.profiles')
  }
  claim(path, 'profiles', profiles)
}

interface Rule { slug: string; groups: string[]; options: { slug: string; choices: string[] }[] }

/** What an export has beside the list, when this is one: who sees which profile, and orders. */
function ofExport(draft: Draft): Rule[] | null {
  const rules = draft.get('custom.hubfleet.profiles')
  return draft.get('hub.extraConfig.hubfleet-profiles') === profileCode && Array.isArray(rules) ? rules as Rule[] : null
}

/** Code of the file that works with the list, or might: it would not see typed profiles as it expects them. */
function codeAround(draft: Draft, exported: Rule[] | null): string | null {
  const code = draft.get('hub.extraConfig')
  const found = Object.entries(isObject(code) ? code : {}).find(([key, text]) => !(exported && key === 'hubfleet-profiles') && /profile|options_form/i.test(String(text)))
  if (found) return `code in hub.extraConfig.${found[0]} works with them`
  return isObject(draft.get('hub.config.KubeSpawner')) && ['profile_list', 'profile_form_template', 'options_form'].some((key) => draft.has(`hub.config.KubeSpawner.${key}`)) ? 'hub.config.KubeSpawner says what people see' : null
}

class Reading {
  readonly obstacles: { at: string; why: string }[] = []
  readonly changes: { kind: 'changed' | 'removed'; at: string; message: string }[] = []
  readonly #draft: Draft
  readonly #exported: Rule[] | null
  readonly #below: Below
  readonly #slugs = new Set<string>()

  constructor(draft: Draft, exported: Rule[] | null) {
    this.#draft = draft
    this.#exported = exported
    const has = (of: string) => draft.get(`singleuser.${of}`) !== null
    const given = (of: string) => Boolean(draft.get(`singleuser.${of}`))
    this.#below = { memory: { guarantee: has('memory.guarantee'), limit: given('memory.limit') }, cpu: { guarantee: given('cpu.guarantee'), limit: given('cpu.limit') } }
  }

  obstacle(at: string, why: string): void { this.obstacles.push({ at, why }) }

  profile(at: string, profile: unknown, index: number): Profile {
    if (!isObject(profile)) return this.obstacle(at, 'it is no table'), {} as Profile
    const { slug, display_name: name, description, default: isDefault, kubespawner_override: override, profile_options: options, allowed_groups: groups, allowed_teams: teams, ...more } = profile
    this.#unread(at, more)
    const rule = this.#exported?.find((each) => each.slug === slug)
    const seenBy = rule ? rule.groups : [groups, teams].filter((each) => each !== undefined).flat()
    if (!rule && seenBy.length > 0) this.#change(`${at}.${groups === undefined ? 'allowed_teams' : 'allowed_groups'}`, 'It is groups of the profile, which Hubfleet itself sees to: KubeSpawner knows no such key, and without code of its own a hub showed the profile to everybody.')
    const displayName = this.#text(`${at}.display_name`, name)
    return defined({
      slug: this.#slug(at, slug, displayName, `profile-${index + 1}`), displayName, description: description === undefined ? undefined : this.#text(`${at}.description`, description),
      default: isDefault && !(rule && index === 0) ? true : undefined, groups: seenBy.length > 0 ? seenBy : undefined, ...this.#overrides(at, override),
      options: isObject(options) && Object.keys(options).length > 0 ? this.#inOrder(options, rule?.options.map((each) => each.slug)).map(([key, option]) => this.#option(`${at}.profile_options.${key}`, key, option, rule)) : undefined,
    }) as Profile
  }

  #option(at: string, key: string, option: unknown, rule: Rule | undefined): ProfileOption {
    if (!isObject(option)) return this.obstacle(at, 'it is no table'), {} as ProfileOption
    const { display_name: name, choices, unlisted_choice: unlisted, ...more } = option
    this.#unread(at, more)
    const entries = isObject(choices) ? this.#inOrder(choices, rule?.options.find(({ slug }) => slug === slugOf(key))?.choices) : []
    if (entries.length === 0) this.obstacle(at, 'it has no choices')
    const typed = entries.map(([slug, choice]) => this.#choice(`${at}.choices.${slug}`, slug, choice))
    // the first is the default without being said, and an export says it
    if (rule) delete typed[0]?.default
    // KubeSpawner gets them sorted, by helm, and takes the first for the default
    const first = typed[entries.map(([slug]) => slug).indexOf(entries.map(([slug]) => slug).toSorted(sorting.compare)[0]!)]
    if (first && !rule && !typed.some((choice) => choice.default) && first !== typed[0]) first.default = true
    return defined({ slug: slugOf(key), displayName: this.#text(`${at}.display_name`, name), choices: typed, unlistedChoice: this.#unlisted(`${at}.unlisted_choice`, unlisted) }) as ProfileOption
  }

  #choice(at: string, key: string, choice: unknown): ProfileChoice {
    if (!isObject(choice)) return this.obstacle(at, 'it is no table'), {} as ProfileChoice
    const { display_name: name, default: isDefault, kubespawner_override: override, allowed_groups: groups, ...more } = choice
    if (groups !== undefined) this.obstacle(`${at}.allowed_groups`, 'groups see profiles, and not choices of them')
    this.#unread(at, more)
    return defined({ slug: slugOf(key), displayName: this.#text(`${at}.display_name`, name), default: isDefault ? true : undefined, ...this.#overrides(at, override) }) as ProfileChoice
  }

  #unlisted(at: string, unlisted: unknown): ProfileOption['unlistedChoice'] {
    if (!isObject(unlisted) || unlisted['enabled'] !== true) return undefined
    const { enabled: _enabled, display_name: name, display_name_in_choices: inChoices, validation_regex: regex = '', validation_message: message, kubespawner_override: override, ...more } = unlisted
    this.#unread(at, more)
    if (!isObject(override) || Object.keys(override).join() !== 'image' || override['image'] !== '{value}') this.obstacle(`${at}.kubespawner_override`, 'people can type an image only, as {value}')
    if (typeof regex !== 'string') this.obstacle(`${at}.validation_regex`, 'it is no text')
    return defined({
      displayName: this.#text(`${at}.display_name`, name), displayNameInChoices: inChoices === undefined ? undefined : this.#text(`${at}.display_name_in_choices`, inChoices),
      validationRegex: whole(String(regex)), validationMessage: message === undefined ? undefined : this.#text(`${at}.validation_message`, message),
    }) as ProfileOption['unlistedChoice']
  }

  #overrides(at: string, override: unknown): ProfileOverrides {
    const here = `${at}.kubespawner_override`
    const below = (key: string) => (key === '' ? here : `${here}.${key}`)
    return typedOverrides(override, this.#below, { obstacle: (key, why) => this.obstacle(below(key), why), change: (key, message) => this.#change(below(key), message) })
  }

  /** What KubeSpawner's own form does not read, unless another program of the file does. */
  #unread(at: string, more: JsonObject): void {
    for (const key of Object.keys(more)) {
      if (this.#draft.has('hub.image')) this.obstacle(`${at}.${key}`, 'KubeSpawner does not know it; the image of hub.image may')
      else this.changes.push({ kind: 'removed', at: `${at}.${key}`, message: 'KubeSpawner reads nothing of this name.' })
    }
  }

  #change(at: string, message: string): void { this.changes.push({ kind: 'changed', at, message }) }

  #inOrder(table: JsonObject, order: string[] | undefined): [string, unknown][] {
    return order ? Object.entries(table).toSorted(([a], [b]) => order.indexOf(slugOf(a)) - order.indexOf(slugOf(b))) : Object.entries(table)
  }

  #slug(at: string, given: unknown, name: string, otherwise: string): string {
    const slug = slugOf(String(given ?? name)) || otherwise
    const free = [slug, ...Array.from({ length: 50 }, (_, count) => `${slug.slice(0, 60)}-${count + 2}`)].find((each) => !this.#slugs.has(each))!
    if (given !== undefined && free !== given) this.#change(`${at}.slug`, `It is ${free}: small letters, digits and dashes.`)
    this.#slugs.add(free)
    return free
  }

  /** KubeSpawner puts texts into its page as they stand; typed ones are texts. */
  #text(at: string, value: unknown): string {
    if (typeof value !== 'string' && typeof value !== 'number') return this.obstacle(at, value === undefined ? 'it has no name for people to read' : 'it is no text'), ''
    const text = String(value).trim()
    if (!at.endsWith('.validation_message') && markup.test(text)) this.obstacle(at, 'it has markup, and a field is plain text')
    return text.replace(/&(?:#(\d+)|(amp|lt|gt|quot|apos|nbsp));/g, (all, code: string | undefined, name: string | undefined) => (code ? String.fromCodePoint(Number(code)) : entities[name!] ?? all))
  }
}

/** A message is an attribute of KubeSpawner's page, where markup is text. */
const markup = /<\/?(a|abbr|b|big|br|code|del|details|div|em|font|h[1-6]|hr|i|img|ins|kbd|label|li|mark|ol|p|pre|s|small|span|strong|sub|summary|sup|table|td|tr|tt|u|ul|var)\b[^>]*>|<!--/i

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/** helm's order of keys has numbers by their size. */
const sorting = new Intl.Collator('en', { numeric: true })

/** As KubeSpawner makes one of a name, within what a slug may be. */
const slugOf = (text: string): string => text.normalize('NFKD').replace(/[\u0300-\u036f]/g, '').toLowerCase().replace(/[^a-z0-9]+/g, '-').slice(0, 63).replace(/^-+|-+$/g, '')

/** KubeSpawner looks for the expression at the beginning of the text; a field is held against all of it. */
function whole(regex: string): string {
  const begun = regex.replace(/^\^/, '')
  const ours = /^\(\?:(.*)\)\$$/.exec(begun)?.[1]
  if (ours !== undefined) return ours
  return /(^|[^\\])\$$/.test(begun) ? begun.slice(0, -1) : begun === '' ? '.*' : `(?:${begun}).*`
}

const defined = (object: JsonObject): JsonObject => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))
