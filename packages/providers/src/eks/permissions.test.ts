import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import t from 'tap'
import { needed, permissions } from './permissions.ts'

t.test('the published policy permits what a cluster needs, and nothing besides', async (t) => {
  const { Statement } = JSON.parse(readFileSync(join(import.meta.dirname, '../../../../docs/how-to/eks-policy.json'), 'utf8')) as { Statement: { Effect: string; Action: string[]; Resource: string }[] }
  t.same(Statement.flatMap(({ Action }) => Action).sort(), Object.values(permissions).flat().sort())
  t.ok(Statement.every(({ Effect, Action }) => Effect === 'Allow' && Action.every((action) => /^[a-z0-9]+:[A-Z]\w+$/.test(action))), 'no wildcards')
  t.equal(Statement.find(({ Action }) => Action.includes('iam:PassRole'))?.Resource, 'arn:aws:iam::*:role/hubfleet-*', 'no role is passed or changed but those of Hubfleet\'s names')
  t.notOk(needed.includes('iam:ListAccountAliases'))
})
