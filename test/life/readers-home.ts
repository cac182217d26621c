import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Puts the kubeconfig, with the context `my-cluster` that has to be named, and the key where pages of docs expect them in a reader's home. */
export async function readersHome(dir: string, kubeconfig: string, key: string): Promise<void> {
  const config = JSON.parse(await readFile(kubeconfig, 'utf8'))
  config.contexts[0].name = 'my-cluster'
  await mkdir(join(dir, '.kube'))
  await writeFile(join(dir, '.kube/config'), JSON.stringify({ ...config, 'current-context': '' }))
  await writeFile(join(dir, 'key.txt'), `${key}\n`)
}
