import { readFile } from 'node:fs/promises'
import t from 'tap'
import { clusterMisbehaviours, credentialMisbehaviours, hubMisbehaviours, parseMisbehaviours } from './misbehaviour.ts'

t.test('the documentation names every magic value, and no other', async (t) => {
  const page = await readFile(new URL('../../../../docs/how-to/sandbox.md', import.meta.url), 'utf8')
  const section = page.slice(page.indexOf('## Make it misbehave'))
  const documented = [...section.matchAll(/^\| `(sandbox-[a-z-]+)` \|/gm)].map((match) => match[1])
  t.same(documented, [...Object.keys(clusterMisbehaviours), ...Object.keys(credentialMisbehaviours), ...Object.keys(hubMisbehaviours)])
})

t.test('one name, a list of names, or nothing at all is understood', async (t) => {
  t.same(parseMisbehaviours(undefined), [])
  t.same(parseMisbehaviours('sandbox-slow'), ['sandbox-slow'])
  t.same(parseMisbehaviours(['sandbox-slow', 'sandbox-lb-pending']), ['sandbox-slow', 'sandbox-lb-pending'])
  t.throws(() => parseMisbehaviours('toString'), { code: 'unknown-value' })
})
