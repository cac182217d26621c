import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import t from 'tap'
import type { JsonObject } from '../json.ts'
import { testCertificate } from '../testing-certificates.ts'
import { checkChartValues } from './chart-schema.ts'
import { completeHubSpec } from './complete.ts'
import { newHubSecrets, splitSecrets } from './secrets.ts'
import type { HubSpecInput } from './spec.ts'
import { renderValues } from './values.ts'

/** The real chart where one is named, else the stand-in. */
const chart = process.env.HUBFLEET_TEST_CHART ?? fileURLToPath(new URL('../../../cluster/chart/jupyterhub', import.meta.url))

t.test('the chart\'s schema takes every way to keep homes, to keep the database and to be reached', async (t) => {
  const schema = JSON.parse(await readFile(`${chart}/values.schema.json`, 'utf8')) as JsonObject
  const host = 'hub.example.org'
  const own = await testCertificate(host)
  const nfs = { server: 'files.example.org', path: '/exports', mountOptions: ['vers=4.2'] }
  const annotations = { 'example.org/a': 'b' }
  const database = { host: 'db', port: 1, name: 'n', user: 'u', password: 'p' }
  const specs: Record<string, HubSpecInput> = {
    'no homes': { storage: { type: 'none' } },
    'homes of a class': { storage: { capacity: '1Gi', storageClass: 'fast', homeMountPath: '/home/ada' } },
    'homes on NFS': { storage: { type: 'static', static: { nfs, subPath: 'home/{username}' } } },
    'shared folders': { storage: { shared: [{ name: 'a', claim: 'c', subPath: 'x' }, { name: 'b', nfs }] } },
    'contents': { home: { contents: '/srv', gitRepository: { url: 'https://example.org/a.git' } } },
    'a database on a disk': { database: { capacity: '2Gi', storageClass: 'fast' } },
    'a database in memory': { database: { type: 'sqlite-memory' } },
    'postgres': { database: { type: 'postgres', ...database } },
    'mysql': { database: { type: 'mysql', ...database } },
    'a load balancer': { exposure: { host, allowedRanges: ['192.0.2.0/24'], loadBalancerIP: '192.0.2.7', annotations, https: { type: 'manual', certificate: own.cert, key: own.key } } },
    'an ingress': { exposure: { type: 'ingress', host, annotations, https: { type: 'certManager', issuer: { name: 'x' } } } },
    'a gateway': { exposure: { type: 'gateway', host, annotations, gateway: { name: 'g', namespace: 'n' } } },
  }
  for (const [what, input] of Object.entries(specs)) {
    const { spec, secrets } = splitSecrets(completeHubSpec(input))
    const { values } = renderValues({ hub: { id: 'hub_1', tenantId: 'tenant_1' }, spec, secrets: newHubSecrets(secrets) })
    t.same(checkChartValues(schema, `sha256:${chart}`, values), [], what)
  }
})
