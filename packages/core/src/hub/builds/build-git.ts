import { Type, type Static } from 'typebox'
import { registryOf } from '../images/image-reference.ts'
import type { ProblemField } from '../../problems/problem.ts'

/** A login of Git, and the repositories that it is for. */
export const BuildGitSchema = Type.Object({
  address: Type.String({ minLength: 1, maxLength: 2048, description: 'The https address of the repository, or of the owner or group whose repositories the token is for, such as https://github.com/course: it is shown nowhere else' }),
  username: Type.String({ minLength: 1, maxLength: 255, pattern: '^[^\\s:]+$', default: 'x-access-token', description: 'GitHub and GitLab take any with a personal access token; a deploy token has one of its own' }),
  token: Type.Optional(Type.String({ minLength: 1, maxLength: 8192, pattern: '^\\S+$', writeOnly: true, description: 'Which may read those repositories, and best nothing else. Never returned; leave it out of a change to keep it' })),
}, { $id: 'BuildGit', description: 'The login for repositories that are not public', additionalProperties: false })
export type BuildGit = Static<typeof BuildGitSchema>

/** As a build is given it: what the token is for is held to by its pod, too. */
export interface GitLogin { host: string; path: string; username: string; token: string }

/** The login for a repository; null for one that it is not for, which is then read as anybody would. */
export function gitLoginFor(git: Omit<BuildGit, 'token'> | undefined, token: string | undefined, repository: string): GitLogin | null {
  const [is, own] = [URL.parse(repository), URL.parse(git?.address ?? '')]
  if (!git || !token || !is || !own || is.protocol !== 'https:' || own.protocol !== 'https:' || is.host !== own.host) return null
  // an encoded slash or dot could mean another path to the server than it does here
  const path = own.pathname.replace(/\/+$/, '')
  const within = is.pathname === path || is.pathname === `${path}.git` || is.pathname.startsWith(`${path}/`)
  return within && !/%2[ef]/i.test(is.pathname) ? { host: own.host, path: path.slice(1), username: git.username, token } : null
}

export function checkBuildGit(build: { git?: Omit<BuildGit, 'token'> | undefined } | undefined, fields: Record<string, string>): ProblemField[] {
  const git = build?.git
  if (!git) return []
  const url = URL.parse(git.address)
  const fault = (code: string, detail: string): ProblemField[] => [{ pointer: '/build/git/address', code, detail }]
  if (url?.protocol !== 'https:') return fault('https', 'Name an https address, such as https://github.com/course: a token is sent over nothing else.')
  if (url.username || url.password) return fault('credentials', 'Leave the login out of the address: give it as username and token.')
  if (url.search || url.hash) return fault('address', 'Leave out what comes after ? or #.')
  return fields['/build/git/token'] ? [] : [{ pointer: '/build/git/token', code: 'required', detail: `Give the token for ${git.address}; it is asked for again where the address changes.` }]
}

/** Where a secret of the build section goes: kept only as long as that is the same place. */
export function buildSecretGoesTo(pointer: string, build: { image?: string; git?: { address?: string } } | undefined): string | null {
  if (pointer === '/build/password') return registryOf(build?.image ?? '')
  return pointer === '/build/git/token' ? build?.git?.address ?? null : null
}

/**
 * Git asks this program for a login, and it answers for the repositories that the login is for alone, over https alone: not for submodules elsewhere, nor for
 * where a server redirects. The login is in files, so that it is in no argument, no environment and no configuration of Git.
 */
export const credentialScript = `#!/bin/sh
set -eu
login="\${HUBFLEET_LOGIN:-/login}"
[ "\${1-}" = get ] && [ -r "$login/token" ] || exit 0
protocol= host= path=
while IFS='=' read -r name value; do
  case "$name" in protocol) protocol=$value ;; host) host=$value ;; path) path=$value ;; esac
done
[ "$protocol" = https ] && [ "$host" = "$(cat "$login/host")" ] || exit 0
own=$(cat "$login/path")
case "$path" in *..*|*%2[eEfF]*) exit 0 ;; esac
case "$path" in "$own"|"$own".git|\${own:+"$own"/}*) ;; *) exit 0 ;; esac
printf 'username=%s\\npassword=%s\\n' "$(cat "$login/username")" "$(cat "$login/token")"
`
