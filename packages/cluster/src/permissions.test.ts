import fc from 'fast-check'
import t from 'tap'
import { clusterRole } from './cluster-role.ts'
import { missingPermissions } from './permissions.ts'

t.test('the published ClusterRole grants exactly what is asked for', async (t) => {
  t.same(missingPermissions(clusterRole.rules, clusterRole.rules), [])
  t.same(missingPermissions(clusterRole.rules, [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }]), [])
})

t.test('each verb that is taken away is named with its resource', async () => {
  const rules = clusterRole.rules
  fc.assert(fc.property(fc.nat(rules.length - 1), fc.nat(), (index, seed) => {
    const rule = rules[index]!
    const verb = rule.verbs[seed % rule.verbs.length]!
    const needed = [rule]
    const granted = [{ ...rule, verbs: rule.verbs.filter((other) => other !== verb) }]
    return missingPermissions(needed, granted).length === rule.resources.length * rule.apiGroups.length && missingPermissions(needed, granted).every((text) => text.startsWith(`${verb} `))
  }))
})

t.test('a grant for single names, or for a resource without its subresource, does not count', async (t) => {
  const needed = [{ apiGroups: ['apps'], resources: ['statefulsets/scale'], verbs: ['update'] }]
  t.same(missingPermissions(needed, [{ apiGroups: ['apps'], resources: ['statefulsets'], verbs: ['*'] }]), ['update statefulsets/scale.apps'])
  t.same(missingPermissions(needed, [{ apiGroups: ['apps'], resources: ['*/scale'], verbs: ['update'] }]), [])
  t.same(missingPermissions(needed, [{ apiGroups: ['apps'], resources: ['statefulsets/scale'], resourceNames: ['one'], verbs: ['update'] }]), ['update statefulsets/scale.apps'])
})

t.test('nothing in the published ClusterRole lets Hubfleet grant more than it holds', async (t) => {
  const verbs = clusterRole.rules.flatMap((rule) => rule.verbs)
  for (const dangerous of ['*', 'escalate', 'bind', 'impersonate']) t.notOk(verbs.includes(dangerous), dangerous)
})
