import t from 'tap'
import { googleBed } from '../clouds/google/bed.ts'
import { skipWithoutBed } from '../kubernetes/programs.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { cloudPlace } from './cloud-place.ts'
import { lifeOfHub } from './life.ts'

const skip = skipWithoutBed() || skipWithoutJupyterHub()
if (skip) t.plan(0, skip)
else {
  t.setTimeout(900_000)
  await t.test('one hub from nothing to gone, in a cluster that is made at Google', async (t) => {
    const bed = await googleBed()
    t.teardown(() => bed.stop())
    const { google } = bed
    const { identityToken: _unused, ...credential } = bed.credential('gcp-key')
    const { name: _name, ...cluster } = bed.record()
    await lifeOfHub(t, await cloudPlace(t, {
      credential,
      cluster: { provider: 'gke', zone: cluster.spec.zone!, pools: cluster.spec.pools! },
      takes: (token) => google.login.isGood(`Bearer ${token}`),
      answersAt: ({ server, certificateAuthorityData }) => { google.world.kubernetes = { endpoint: new URL(server).host, certificateAuthorityData } },
      advance: (seconds) => google.world.advance(seconds * 1000),
    }))
  })
}
