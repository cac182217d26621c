/** What a registry wants to be shown, as its `WWW-Authenticate` says. */
export type Challenge = { scheme: 'bearer'; realm: string; service: string | null; scope: string | null } | { scheme: 'basic' }

/** Reads the first challenge that we can answer; null when there is none. */
export function parseChallenge(header: string | null): Challenge | null {
  if (!header) return null
  const [, parameters] = /\bBearer\s+(.*)$/is.exec(header) ?? []
  if (parameters === undefined) return /\bBasic\b/i.test(header) ? { scheme: 'basic' } : null
  const fields = Object.fromEntries([...parameters.matchAll(/(\w+)=(?:"((?:[^"\\]|\\.)*)"|([^\s,"]+))/g)].map(([, name, quoted, plain]) => [name!.toLowerCase(), (quoted ?? plain ?? '').replace(/\\(.)/g, '$1')]))
  return fields.realm ? { scheme: 'bearer', realm: fields.realm, service: fields.service ?? null, scope: fields.scope ?? null } : null
}
