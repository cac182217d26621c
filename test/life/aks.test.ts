import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import t from 'tap'
import { azureBed, credentialOf } from '../clouds/azure/bed.ts'
import { aksServer, claimsOf } from '../clouds/azure/entra.ts'
import { startAzure } from '../clouds/azure/server.ts'
import { skipWithoutBed } from '../kubernetes/programs.ts'
import { skipWithoutJupyterHub } from '../jupyterhub/programs.ts'
import { cloudPlace } from './cloud-place.ts'
import { lifeOfHub } from './life.ts'

const skip = skipWithoutBed() || skipWithoutJupyterHub()
if (skip) t.plan(0, skip)
else {
  t.setTimeout(900_000)
  await t.test('one hub from nothing to gone, in a cluster that is made at Azure', async (t) => {
    const azure = await startAzure()
    t.teardown(() => azure.close())
    // As whoever has an Azure of his own sets NODE_EXTRA_CA_CERTS.
    setDefaultCACertificates([...getCACertificates('default'), azure.certificate])
    const { identityToken: _unused, ...credential } = credentialOf(azure)
    const { spec } = azureBed(azure).record()
    await lifeOfHub(t, await cloudPlace(t, {
      credential,
      cluster: { provider: 'aks', region: spec.region!, pools: spec.pools! },
      takes: (token) => { try { return claimsOf(token)['aud'] === aksServer } catch { return false } },
      answersAt: ({ server, certificateAuthorityData }) => { azure.kubernetes = { server, certificateAuthorityData } },
      advance: (seconds) => azure.world.advance(seconds),
    }))
  })
}
