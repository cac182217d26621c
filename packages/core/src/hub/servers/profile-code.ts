import type { JsonObject } from '../../json.ts'
import type { HubSpec } from '../spec.ts'

/**
 * What KubeSpawner has no setting for: profiles that only some groups see, and options and choices in the order of the spec, since helm sorts
 * all keys. The code is always the same and takes what varies as data, from `custom.hubfleet`: nothing of a spec is ever run.
 */
export const profileCode = `\
# Hubfleet: who sees which profile, and in which order its options and choices are.
def hubfleet_profile_list(profiles, rules):
    from tornado.web import HTTPError

    rules = {rule["slug"]: rule for rule in rules}

    def in_order(profile):
        options = profile.get("profile_options", {})
        ordered = {}
        for option in rules[profile["slug"]]["options"]:
            choices = options[option["slug"]]["choices"]
            ordered[option["slug"]] = {**options[option["slug"]], "choices": {slug: choices[slug] for slug in option["choices"]}}
        return {**profile, "profile_options": ordered}

    profiles = [in_order(profile) for profile in profiles]
    if not any(rule["groups"] for rule in rules.values()):
        return profiles

    def for_user(spawner):
        member_of = {group.name for group in spawner.user.groups}
        seen = [p for p in profiles if not rules[p["slug"]]["groups"] or member_of.intersection(rules[p["slug"]]["groups"])]
        if not seen:
            raise HTTPError(403, "You are in none of the groups that may use a server here. Ask an admin of this hub to add you to one.")
        return seen

    return for_user


c.KubeSpawner.profile_list = hubfleet_profile_list(get_config("singleuser.profileList"), get_config("custom.hubfleet.profiles"))
`

/** The code with its data as chart values, or nothing where KubeSpawner's own settings are enough. */
export function profileRules({ profiles }: HubSpec): JsonObject {
  if (!profiles.some(({ groups, options }) => groups || options)) return {}
  const rules = profiles.map(({ slug, groups = [], options = [] }) => ({
    slug, groups, options: options.map((option) => ({ slug: option.slug, choices: option.choices.map((choice) => choice.slug) })),
  }))
  return { hub: { extraConfig: { 'hubfleet-profiles': profileCode } }, custom: { hubfleet: { profiles: rules } } }
}
