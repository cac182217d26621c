import type { JsonObject } from '../../json.ts'
import { valueAt } from '../../json.ts'
import { imageText } from '../images/image.ts'
import { defaultOf, type Profile, type ProfileChoice, type ProfileOption, type ProfileOverrides } from './profiles.ts'
import { gpuResource } from './resources.ts'
import type { NodeSelector, Toleration } from './scheduling.ts'
import type { HubSpec } from '../spec.ts'

/*
 * Resources, profiles and scheduling as chart values. A seat is made by the chart from the values of the hub itself, so those say where the
 * servers of the default profile go, and each profile then says all that differs from them. KubeSpawner merges objects of an override into
 * what is below, where null takes a key away; lists it replaces.
 */

/** The tolerations that the chart gives to all user pods; an override of a profile replaces them too, so it must repeat them. */
const chartTolerations: Toleration[] = ['hub.jupyter.org/dedicated', 'hub.jupyter.org_dedicated'].map((key) => ({ key, operator: 'Equal', value: 'user', effect: 'NoSchedule' }))

export function resourceValues(spec: HubSpec): JsonObject {
  const { memory, cpu, profiles, scheduling } = spec
  const { nodeSelector, tolerations } = placeOf(spec, defaultLayers(profiles))
  return {
    hub: { concurrentSpawnLimit: scheduling.concurrentSpawnLimit },
    singleuser: {
      memory, cpu, extraResource: extraOf({ gpu: spec.gpu || undefined, extraResource: spec.extraResource }),
      nodeSelector, extraTolerations: tolerations.length > 0 ? tolerations : undefined, startTimeout: scheduling.startTimeoutSeconds,
      profileList: profiles.length > 0 ? profiles.map((profile) => profileValue(spec, profile)) : undefined,
    },
    scheduling: {
      userScheduler: { enabled: scheduling.userScheduler },
      userPods: { nodeAffinity: { matchNodePurpose: scheduling.userPods.matchNodePurpose } },
      corePods: { nodeAffinity: { matchNodePurpose: scheduling.corePods.matchNodePurpose } },
    },
  }
}

/** The default profile with its default choices, from below to above. */
function defaultLayers(profiles: readonly Profile[]): ProfileOverrides[] {
  const profile = defaultOf(profiles)
  return profile ? [profile, ...(profile.options ?? []).flatMap(({ choices }) => defaultOf(choices) ?? [])] : []
}

/** Where servers go that have these overrides over the hub. The toleration of GPU nodes comes with the GPUs. */
function placeOf(spec: HubSpec, layers: readonly ProfileOverrides[]): { nodeSelector: NodeSelector; tolerations: Toleration[] } {
  const gpus = layers.reduce((below, { gpu }) => gpu ?? below, spec.gpu ?? 0)
  const gpuToleration: Toleration[] = gpus > 0 ? [{ key: gpuResource, operator: 'Exists', effect: 'NoSchedule' }] : []
  return {
    nodeSelector: Object.assign({}, spec.scheduling.nodeSelector, ...layers.map((layer) => layer.nodeSelector)),
    tolerations: [...spec.scheduling.tolerations, ...layers.flatMap((layer) => layer.tolerations ?? []), ...gpuToleration],
  }
}

function profileValue(spec: HubSpec, profile: Profile): JsonObject {
  const place = placeOf(spec, [profile])
  const seat = placeOf(spec, defaultLayers(spec.profiles))
  const elsewhere = Object.fromEntries(Object.keys(seat.nodeSelector).filter((key) => !(key in place.nodeSelector)).map((key) => [key, null]))
  return defined({
    slug: profile.slug, display_name: escapeHtml(profile.displayName), description: profile.description && escapeHtml(profile.description),
    default: defaultOf(spec.profiles) === profile || undefined,
    kubespawner_override: defined({
      ...overrideOf(profile),
      node_selector: filled({ ...place.nodeSelector, ...elsewhere }),
      tolerations: same(place.tolerations, seat.tolerations) ? undefined : allTolerations(spec, place.tolerations),
    }),
    profile_options: profile.options && Object.fromEntries(profile.options.map((option) => [option.slug, optionValue(spec, profile, option)])),
  })
}

function optionValue(spec: HubSpec, profile: Profile, { displayName, choices, unlistedChoice }: ProfileOption): JsonObject {
  const value = (choice: ProfileChoice) => defined({
    display_name: escapeHtml(choice.displayName), default: defaultOf(choices) === choice || undefined,
    kubespawner_override: defined({
      ...overrideOf(choice), node_selector: choice.nodeSelector,
      tolerations: choice.tolerations || choice.gpu !== undefined ? allTolerations(spec, placeOf(spec, [profile, choice]).tolerations) : undefined,
    }),
  })
  return defined({
    display_name: escapeHtml(displayName), choices: Object.fromEntries(choices.map((choice) => [choice.slug, value(choice)])),
    unlisted_choice: unlistedChoice && defined({
      enabled: true, display_name: escapeHtml(unlistedChoice.displayName),
      display_name_in_choices: unlistedChoice.displayNameInChoices && escapeHtml(unlistedChoice.displayNameInChoices),
      // KubeSpawner looks at the beginning of the text only
      validation_regex: `^(?:${unlistedChoice.validationRegex})$`,
      validation_message: escapeHtml(unlistedChoice.validationMessage ?? `Must match ${unlistedChoice.validationRegex}`),
      kubespawner_override: { image: '{value}' },
    }),
  })
}

function overrideOf({ image, memory, cpu, gpu, extraResource, environment, defaultUrl, workingDirectory }: ProfileOverrides): JsonObject {
  const extra = extraOf({ gpu, extraResource })
  return {
    image: image && imageText(image), image_pull_policy: image?.pullPolicy,
    mem_guarantee: memory?.guarantee, mem_limit: memory?.limit, cpu_guarantee: cpu?.guarantee, cpu_limit: cpu?.limit,
    extra_resource_guarantees: filled(extra.guarantees), extra_resource_limits: filled(extra.limits),
    environment: environment && filled(environment), default_url: defaultUrl, working_dir: workingDirectory,
  }
}

/** No GPUs (0) takes away those of below. */
function extraOf({ gpu, extraResource }: Pick<ProfileOverrides, 'gpu' | 'extraResource'>): { guarantees: JsonObject; limits: JsonObject } {
  const gpus = gpu === undefined ? {} : { [gpuResource]: gpu === 0 ? null : String(gpu) }
  return { guarantees: { ...extraResource?.guarantees, ...gpus }, limits: { ...extraResource?.limits, ...gpus } }
}

function allTolerations({ values }: HubSpec, own: Toleration[]): unknown[] {
  const raw = valueAt(values, ['scheduling', 'userPods', 'tolerations']) as unknown[] | null | undefined
  return [...(raw ?? chartTolerations), ...own]
}

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
const filled = (object: JsonObject): JsonObject | undefined => (Object.keys(object).length > 0 ? object : undefined)
const defined = (object: JsonObject): JsonObject => Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined))

/** KubeSpawner puts these texts into the page as they are. */
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
