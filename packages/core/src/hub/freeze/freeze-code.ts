import type { LiveFile } from '../live-file.ts'

/** Why nobody but admins may start a server in a hub now, in words for whoever tries. */
export interface Freeze { message: string }

/**
 * Has the hub ask at each start of a server whether starts are frozen. JupyterHub shows the message on the page of the server that was not started, and in the
 * answer of its API. Servers that run go on. An admin may start servers all the same, own ones and those of others.
 */
const freezeCode = (path: string): string => `\
# Hubfleet: starts no servers while they are frozen, which needs no restart of the hub.
def hubfleet_freeze(path, given):
    import inspect
    import json
    from html import escape

    from tornado import web

    def message():
        try:
            with open(path) as file:
                return json.load(file).get("message")
        except (FileNotFoundError, NotADirectoryError):
            return None
        except (OSError, ValueError, AttributeError) as error:
            print(f"Hubfleet: whether servers may start is not known, so they may: {error!r}")
            return None

    async def hook(spawner):
        text = message()
        if text and not spawner.user.admin:
            refusal = web.HTTPError(403, "%s", text, reason="Starting servers is frozen")
            refusal.jupyterhub_message = text
            refusal.jupyterhub_html_message = escape(text)
            raise refusal
        if given is not None:
            result = given(spawner)
            if inspect.isawaitable(result):
                await result

    return hook


for hubfleet_section in (c.Spawner, c.KubeSpawner):
    if hubfleet_section is c.Spawner or "pre_spawn_hook" in hubfleet_section:
        hubfleet_section.pre_spawn_hook = hubfleet_freeze(${JSON.stringify(path)}, hubfleet_section.get("pre_spawn_hook"))
`

/** In each hub, so that a freeze finds it there. */
export const freezeFile: LiveFile = { map: 'hubfleet-freeze', folder: '/usr/local/etc/jupyterhub/hubfleet-freeze', file: 'freeze.json', codeName: 'zz-hubfleet-freeze', code: freezeCode }

export const freezeText = (freeze: Freeze): string => JSON.stringify({ message: freeze.message })

/** Null where nothing is frozen, or by none of ours. */
export function readFreeze(text: string | undefined): Freeze | null {
  if (!text) return null
  try {
    const { message } = JSON.parse(text) as Partial<Freeze>
    return typeof message === 'string' && message !== '' ? { message } : null
  } catch {
    return null
  }
}
