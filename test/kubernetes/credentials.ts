import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Who talks to the API server: tokens spare a bed its certificate authority. */
const clients = {
  admin: { user: 'kubernetes-admin', group: 'system:masters' },
  kwok: { user: 'kwok', group: 'system:masters' },
  controllers: { user: 'system:kube-controller-manager', group: '' },
  scheduler: { user: 'system:kube-scheduler', group: '' },
}

export type Client = keyof typeof clients

/** Writes the key of service account tokens (`sa.key`) and the tokens of `clients` (`tokens.csv`) for the API server; returns the tokens. */
export async function writeSecrets(dir: string): Promise<Record<Client, string>> {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048, privateKeyEncoding: { type: 'pkcs1', format: 'pem' }, publicKeyEncoding: { type: 'spki', format: 'pem' } })
  await writeFile(join(dir, 'sa.key'), privateKey, { mode: 0o600 })
  const tokens = Object.fromEntries(Object.keys(clients).map(name => [name, randomBytes(16).toString('hex')])) as Record<Client, string>
  const lines = Object.entries(clients).map(([name, { user, group }]) => [tokens[name as Client], user, name, group].filter(Boolean).join(','))
  await writeFile(join(dir, 'tokens.csv'), `${lines.join('\n')}\n`, { mode: 0o600 })
  return tokens
}

/** Writes a kubeconfig per client. The API server makes its certificate when it starts: call this after that. */
export async function writeKubeconfigs(dir: string, port: number, tokens: Record<Client, string>): Promise<void> {
  const authority = (await readFile(join(dir, 'pki', 'apiserver.crt'))).toString('base64')
  for (const [name, token] of Object.entries(tokens)) {
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'bed',
      clusters: [{ name: 'bed', cluster: { server: `https://127.0.0.1:${port}`, 'certificate-authority-data': authority } }],
      users: [{ name: 'client', user: { token } }],
      contexts: [{ name: 'bed', context: { cluster: 'bed', user: 'client' } }],
    }
    await writeFile(kubeconfigPath(dir, name as Client), JSON.stringify(config, null, 2), { mode: 0o600 })
  }
}

export const kubeconfigPath = (dir: string, client: Client): string => join(dir, `${client}.kubeconfig`)
