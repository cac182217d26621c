import type { Draft } from './draft.ts'

/** Secrets that Hubfleet makes for each hub, keeps encrypted and never shows: those of the file are not taken along. */
const ours: [path: string, until?: string][] = [
  ['token', '0.4.0'], ['proxy.secretToken'], ['hub.cookieSecret'], ['hub.config.JupyterHub.cookie_secret'], ['hub.config.ConfigurableHTTPProxy.auth_token'], ['hub.config.CryptKeeper'],
]

export function dropOwnSecrets(draft: Draft): void {
  for (const [path, until] of ours) {
    if (!draft.has(path)) continue
    if (until) draft.olderThan(until)
    const value = draft.get(path)
    draft.note('removed', path, null, 'Hubfleet makes this secret by itself and keeps it encrypted; people log in once more.')
    if (value !== undefined) draft.take(path)
  }
}
