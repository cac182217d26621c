import { readFile, readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { startGuarded } from '../processes/guarded.ts'
import type { Guarded } from '../processes/guarded.ts'
import { freePorts } from '../processes/ports.ts'
import { waitFor } from '../processes/wait.ts'
import { kubeconfigPath, writeKubeconfigs, writeSecrets } from './credentials.ts'
import { kubectl } from './kubectl.ts'
import { program, testbed } from './programs.ts'
import type { Program } from './programs.ts'

/** What kwok answers for pods that run nothing; each is a resource type of its own. */
const kwokTypes = ['PortForward', 'ClusterPortForward', 'Logs', 'ClusterLogs', 'Exec', 'ClusterExec', 'ResourceUsage', 'ClusterResourceUsage', 'Metric']

/**
 * Starts etcd, API server, controller manager, scheduler and kwok with their state in `dir`. The processes are in `started`
 * as soon as they run, so that a caller can end them when this throws.
 */
export async function startControlPlane(dir: string, started: Guarded[]): Promise<void> {
  const [etcdPort, peerPort, apiPort, kwokPort] = await freePorts(4) as [number, number, number, number]
  const pki = join(dir, 'pki')
  const start = (name: Program, ...flags: string[]): void => {
    started.push(startGuarded(name, [program(name), ...flags], { log: join(dir, `${name}.log`), cwd: dir }))
  }

  const etcd = `http://127.0.0.1:${etcdPort}`
  const peer = `http://127.0.0.1:${peerPort}`
  start('etcd', '--name=bed', `--data-dir=${join(dir, 'etcd')}`, '--unsafe-no-fsync', '--log-level=warn', `--listen-client-urls=${etcd}`, `--advertise-client-urls=${etcd}`,
    `--listen-peer-urls=${peer}`, `--initial-advertise-peer-urls=${peer}`, `--initial-cluster=bed=${peer}`)

  const tokens = await writeSecrets(dir)
  start('kube-apiserver', `--etcd-servers=${etcd}`, '--bind-address=127.0.0.1', '--advertise-address=127.0.0.1', `--secure-port=${apiPort}`, `--cert-dir=${pki}`,
    '--endpoint-reconciler-type=none', '--service-cluster-ip-range=10.96.0.0/16', `--token-auth-file=${join(dir, 'tokens.csv')}`, '--authorization-mode=Node,RBAC', '--allow-privileged=true',
    '--service-account-issuer=https://kubernetes.default.svc.cluster.local', `--service-account-key-file=${join(dir, 'sa.key')}`, `--service-account-signing-key-file=${join(dir, 'sa.key')}`,
    '--kubelet-preferred-address-types=InternalIP', '--profiling=false')
  await waitFor('the certificate of the API server', 30, () => readFile(join(pki, 'apiserver.key')), started)
  await writeKubeconfigs(dir, apiPort, tokens)
  await waitFor('the API server', 60, () => kubectl(kubeconfigPath(dir, 'admin'), 'get', '--raw', '/readyz'), started)

  start('kube-controller-manager', `--kubeconfig=${kubeconfigPath(dir, 'controllers')}`, '--secure-port=0', '--leader-elect=false', '--use-service-account-credentials=true',
    `--service-account-private-key-file=${join(dir, 'sa.key')}`, `--root-ca-file=${join(pki, 'apiserver.crt')}`, '--service-cluster-ip-range=10.96.0.0/16', '--enable-hostpath-provisioner=true',
    '--pvclaimbinder-sync-period=5s', '--kube-api-qps=200', '--kube-api-burst=400', '--profiling=false')
  await writeFile(join(dir, 'scheduler.json'), JSON.stringify({
    apiVersion: 'kubescheduler.config.k8s.io/v1',
    kind: 'KubeSchedulerConfiguration',
    clientConnection: { kubeconfig: kubeconfigPath(dir, 'scheduler'), qps: 200, burst: 400 },
    leaderElection: { leaderElect: false },
  }))
  start('kube-scheduler', `--config=${join(dir, 'scheduler.json')}`, '--secure-port=0')

  await installKwokTypes(kubeconfigPath(dir, 'admin'))
  const stages = await Promise.all([join(testbed, 'kwok', 'stages.yaml'), join(import.meta.dirname, 'load-balancer.yaml')].map(path => readFile(path, 'utf8')))
  await writeFile(join(dir, 'kwok.yaml'), stages.join('\n---\n'))
  start('kwok', `--kubeconfig=${kubeconfigPath(dir, 'kwok')}`, `--config=${join(dir, 'kwok.yaml')}`, '--manage-all-nodes=true', '--cidr=10.244.0.0/16', '--node-ip=127.0.0.1', `--node-port=${kwokPort}`,
    `--server-address=127.0.0.1:${kwokPort}`, `--tls-cert-file=${join(pki, 'apiserver.crt')}`, `--tls-private-key-file=${join(pki, 'apiserver.key')}`, '--node-lease-duration-seconds=40',
    `--enable-crds=${kwokTypes.join(',')}`)
}

async function installKwokTypes(kubeconfig: string): Promise<void> {
  const folder = join(testbed, 'kwok', 'crds')
  const wanted = new Set(kwokTypes.flatMap(type => [`${type.toLowerCase()}.yaml`, `${type.toLowerCase()}s.yaml`]))
  const files = (await readdir(folder)).filter(file => wanted.has(file.replace('kwok.x-k8s.io_', '')))
  await kubectl(kubeconfig, 'apply', '--server-side', ...files.map(file => `--filename=${join(folder, file)}`))
  await kubectl(kubeconfig, 'wait', '--for=condition=Established', 'crd', '--all', '--timeout=30s')
}
