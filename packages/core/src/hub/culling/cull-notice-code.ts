import type { CullWarning } from './own-culling.ts'

export const cullWarningsFolder = '/usr/local/etc/jupyterhub/hubfleet'
export const cullWarningsFile = 'cull-warnings.json'

/**
 * Adds warnings to the announcement of the hub's pages. JupyterHub asks for it at each page, with the user, so neither the file nor what is
 * in it needs a restart; and a warning goes at once when its server is used, since the hub knows of that before anybody else.
 * Before JupyterHub 5 there is no such question, and nothing is shown.
 */
export const cullNoticeCode = (path: string): string => `\
# Hubfleet: tells people on the hub's pages that their server will be stopped.
def hubfleet_cull_warnings(path, template_vars):
    import json
    import os
    from datetime import datetime, timedelta, timezone
    from html import escape

    seen = {"at": None, "by_user": {}}

    def by_user():
        try:
            at = os.stat(path).st_mtime_ns
            if at != seen["at"]:
                with open(path) as file:
                    seen.update(at=at, by_user=json.load(file))
        except FileNotFoundError:
            return {}
        except (OSError, ValueError):
            pass  # as it was seen last
        return seen["by_user"]

    def time(text):
        return datetime.fromisoformat(text.replace("Z", "+00:00")).replace(tzinfo=None)

    def holds(warning, spawner):
        """The same start of the server, and the same idleness; the hub knows microseconds, and we milliseconds."""
        a_moment = timedelta(seconds=1)
        if spawner is None or spawner.server is None:
            return False
        if warning["started"] and spawner.started and spawner.started - time(warning["started"]) > a_moment:
            return False
        if warning["reason"] != "idle" or not spawner.last_activity:
            return True
        return spawner.last_activity - time(warning["lastActivity"] or warning["started"]) <= a_moment

    def text(warning):
        stops_at = time(warning["stopsAt"])
        minutes = -(-(stops_at - datetime.now(timezone.utc).replace(tzinfo=None)).total_seconds() // 60)
        server = f"Your server {escape(warning['server'])}" if warning["server"] else "Your server"
        when = f"in about {minutes:.0f} minutes, at {stops_at:%H:%M} UTC" if minutes > 1 else "in a minute"
        if warning["reason"] == "idle":
            return f"{server} will be stopped {when}, since nobody uses it. Work in it to keep it."
        return f"{server} will be stopped {when}, since it has run for so long. Save your work; you can start it again."

    def of(user):
        spawners = user.orm_user.orm_spawners if hasattr(user, "orm_user") else {}
        return [text(each) for each in by_user().get(user.name, []) if holds(each, spawners.get(each["server"]))] if spawners else []

    def with_warnings(given):
        def announcement(user):
            shown = given(user) if callable(given) else given
            try:
                warnings = of(user) if user else []
            except Exception as error:
                print(f"Hubfleet: no warnings are shown: {error!r}")
                warnings = []
            return "<br>".join([*([str(shown)] if shown else []), *warnings])

        return announcement

    names = {"announcement", *(name for name in template_vars if name.startswith("announcement_"))}
    return {**template_vars, **{name: with_warnings(template_vars.get(name)) for name in names}}


def hubfleet_template_vars(given):
    return given.get_value({}) if hasattr(given, "get_value") else given


import jupyterhub

if jupyterhub.version_info >= (5,):
    c.JupyterHub.template_vars = hubfleet_cull_warnings(${JSON.stringify(path)}, dict(hubfleet_template_vars(c.JupyterHub.get("template_vars", {}))))
`

/** Kubernetes takes no more than 1 MiB in a ConfigMap. Those that are soonest come first. */
const mostWarnings = 3000

/** What the file of warnings holds. */
export function cullWarningsText(warnings: readonly CullWarning[]): string {
  const first = warnings.toSorted((a, b) => (a.stopsAt < b.stopsAt ? -1 : a.stopsAt > b.stopsAt ? 1 : a.user < b.user ? -1 : 1)).slice(0, mostWarnings)
  const byUser = Map.groupBy(first, ({ user }) => user)
  return JSON.stringify(Object.fromEntries([...byUser].map(([user, own]) => [user, own.map(({ user: _, ...warning }) => warning)])))
}

/** The warnings of such a text; none where it is none of ours. */
export function readCullWarnings(text: string | undefined): CullWarning[] {
  if (!text) return []
  try {
    return Object.entries(JSON.parse(text) as Record<string, Omit<CullWarning, 'user'>[]>).flatMap(([user, own]) => own.map((warning) => ({ user, ...warning })))
  } catch {
    return []
  }
}
