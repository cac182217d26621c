import t from 'tap'
import { defaultPools, locate } from './cluster-clouds.ts'

t.test('a zone alone names its region, where zones have names', async (t) => {
  t.same(locate('gke', { zone: 'us-central1-b' }), { region: 'us-central1', zone: 'us-central1-b' })
  t.same(locate('eks', { zone: 'eu-west-1c' }), { region: 'eu-west-1', zone: 'eu-west-1c' })
  t.same(locate('aks', { region: 'westeurope', zone: '2' }), { region: 'westeurope', zone: '2' })
  t.same(locate('sandbox', { region: 'sandbox-north' }), { region: 'sandbox-north' })
  t.same(locate('sandbox', {}), {})
})

t.test('what is missing or does not fit is refused with what would be right', async (t) => {
  const refused = (provider: string, where: { region?: string; zone?: string }, pointer: string, detail: RegExp) =>
    t.throws(() => locate(provider, where), { code: 'invalid-request', errors: [{ pointer, detail }] })
  refused('gke', {}, '/region', /us-central1/)
  refused('aks', { zone: '1' }, '/region', /westeurope/)
  refused('gke', { region: 'us-east1', zone: 'us-central1-b' }, '/zone', /us-east1-b/)
  refused('eks', { region: 'us-east-1', zone: '1' }, '/zone', /us-east-1a/)
  refused('aks', { region: 'westeurope', zone: '4' }, '/zone', /1, 2 and 3/)
  refused('sandbox', { zone: 'a' }, '/zone', /no zone/)
})

t.test('every managed provider has pools to begin with: a core that is there and people\'s that can be at zero', async (t) => {
  for (const provider of ['sandbox', 'gke', 'aks', 'eks']) {
    t.match(defaultPools(provider), [{ purpose: 'core', min: 1 }, { purpose: 'user', min: 0 }])
  }
})
