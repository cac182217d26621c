import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { skipWithoutBed, uniqueName } from '../../../cluster/src/bed.ts'
import { startInstallation, type Installation } from '../../../../test/life/installation.ts'
import { apply, getObject, kubectl } from '../../../../test/kubernetes/kubectl.ts'
import { openKubeconfig, tokenKubeconfig } from '../kubernetes/kubeconfig.ts'
import { world } from '../testing.ts'
import type { Check } from './check.ts'

const bed = process.env['HUBFLEET_TEST_KUBECONFIG'] ?? ''
let hubfleet: Installation

t.setTimeout(120_000)

t.test('doctor looks at a real server and a real cluster', { skip: skipWithoutBed, timeout: 120_000 }, async (t) => {
  hubfleet = await startInstallation(t)

  await t.test('each key is told its role', async (t) => {
    for (const role of ['reader', 'operator', 'admin'] as const) {
      const { key } = await hubfleet.client.keys.create({ tenant: 'physics' }, { name: uniqueName(role), role })
      t.match((await look(t, key)).key, { state: 'ok', found: new RegExp(`role in physics is ${role}: `) })
    }
    t.match((await look(t, hubfleet.key)).key, { state: 'ok', found: /platform admin: / })
    t.match((await look(t, `hf_${'x'.repeat(43)}`)).key, { state: 'fail' })
  })

  await t.test('an administrator of the cluster may register it, and looking makes nothing', async (t) => {
    const namespace = async () => (await getObject(bed, 'default', 'namespace', 'hubfleet-system'))?.['metadata'].uid
    const before = await namespace()
    const checks = await look(t, hubfleet.key, bed)
    t.match(checks, { cluster: { state: 'ok' }, version: { state: 'ok', found: /^Kubernetes 1\.\d+/ }, permissions: { state: 'ok' }, 'storage-class': { state: 'ok' } })
    t.equal(await namespace(), before)
  })

  await t.test('who may make a role, but holds less than it grants, may not register the cluster', async (t) => {
    const checks = await look(t, hubfleet.key, await roleMaker(t))
    // Where the role is there already, it is the binding that is refused.
    t.match(checks['permissions'], { state: 'fail', found: /ClusterRole\w* .*attempting to grant/, nextStep: /administrator/ })
    t.match(checks['storage-class'], { state: 'warn', found: /cannot be told/ })
  })
})

async function look(t: Test, key: string, kubeconfig?: string): Promise<Record<string, Check>> {
  const io = await world(t, { env: { HUBFLEET_URL: hubfleet.url, HUBFLEET_KEY: key, HUBFLEET_TENANT: 'physics' } })
  await io.run('doctor', '-o', 'json', ...(kubeconfig ? ['--kubeconfig', kubeconfig] : []))
  t.notOk((io.out() + io.err()).includes(key))
  return Object.fromEntries((JSON.parse(io.out()) as Check[]).map((check) => [check.id, check]))
}

/** A kubeconfig of an account that may make roles and namespaces, and what lies in them, and nothing else. */
async function roleMaker(t: Test): Promise<string> {
  const name = uniqueName('role-maker')
  const group = 'rbac.authorization.k8s.io'
  const verbs = ['get', 'create', 'patch']
  const rules = [{ apiGroups: [''], resources: ['namespaces', 'serviceaccounts', 'secrets'], verbs }, { apiGroups: [group], resources: ['clusterroles', 'clusterrolebindings'], verbs }]
  await apply(bed,
    { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace: 'default' } },
    { apiVersion: `${group}/v1`, kind: 'ClusterRole', metadata: { name }, rules },
    { apiVersion: `${group}/v1`, kind: 'ClusterRoleBinding', metadata: { name }, roleRef: { apiGroup: group, kind: 'ClusterRole', name }, subjects: [{ kind: 'ServiceAccount', name, namespace: 'default' }] })
  t.teardown(() => kubectl(bed, 'delete', '--namespace=default', `serviceaccount/${name}`, `clusterrole/${name}`, `clusterrolebinding/${name}`))
  const token = (await kubectl(bed, 'create', 'token', name, '--namespace=default')).trim()
  const path = join(t.testdir(), 'config')
  await writeFile(path, tokenKubeconfig(openKubeconfig({ kubeconfig: bed }, {}), token))
  return path
}
