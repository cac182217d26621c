import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { parseAllDocuments } from 'yaml'
import { cachesOf, getObject, kubectl } from '../kubernetes/kubectl.ts'
import { program } from '../kubernetes/programs.ts'

const execute = promisify(execFile)
export type KubernetesObject = Record<string, any>

/** A hub as its cluster and helm have it, looked at as the cluster's administrator, with a folder for files that are the look's own. */
export function releasedIn(namespace: string, kubeconfig: string, dir: string) {
  const helm = async (...args: string[]): Promise<string> =>
    (await execute(program('helm'), [...args, `--namespace=${namespace}`, `--kubeconfig=${kubeconfig}`], { maxBuffer: 64 << 20, env: { ...process.env, ...cachesOf(kubeconfig) } })).stdout
  return {
    namespace, kubeconfig,
    /** Undefined when there is none. */
    object: (kind: string, name: string): Promise<KubernetesObject | undefined> => getObject(kubeconfig, namespace, kind, name),
    list: async (kind: string): Promise<KubernetesObject[]> => JSON.parse(await kubectl(kubeconfig, 'get', kind, `--namespace=${namespace}`, '--output=json')).items,
    /** The values of the release, or of its `revision`. */
    values: async (revision?: number): Promise<KubernetesObject> => JSON.parse(await helm('get', 'values', namespace, '--output=json', ...(revision ? [`--revision=${revision}`] : []))),
    revision: async (): Promise<number> => JSON.parse(await helm('history', namespace, '--output=json')).at(-1).revision,
    /** Objects of the release as helm sent them. */
    manifest: async (): Promise<KubernetesObject[]> => objectsOf(await helm('get', 'manifest', namespace)),
    /** What helm alone would send for a values.yaml, with what it finds in the cluster. */
    async manifestOf(values: string, chart: string): Promise<KubernetesObject[]> {
      const file = join(dir, 'values-of-an-export.yaml')
      await writeFile(file, values)
      return objectsOf(await helm('template', namespace, chart, '--dry-run=server', '--no-hooks', '--is-upgrade', `--values=${file}`))
    },
  }
}

export type Released = ReturnType<typeof releasedIn>

const objectsOf = (yaml: string): KubernetesObject[] => parseAllDocuments(yaml).map((document) => document.toJS() as KubernetesObject | null).filter((object) => object !== null)
  .toSorted((one, other) => idOf(one).localeCompare(idOf(other)))

const idOf = ({ kind, metadata }: KubernetesObject): string => `${kind}/${metadata.name}`
