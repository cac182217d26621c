import t from 'tap'
import { openShiftClusterRole } from '../../../cluster/src/cluster-role.ts'
import { keyOf, reasons } from './role-page.ts'

t.test('every rule of the role has its own reason, and no reason is left of a rule that is gone', async (t) => {
  t.same(openShiftClusterRole.rules.map(keyOf).sort(), Object.keys(reasons).sort())
})
