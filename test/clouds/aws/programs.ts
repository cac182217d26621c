import { existsSync, globSync } from 'node:fs'
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { testbed } from '../../kubernetes/programs.ts'

const root = join(testbed, 'aws')

export const motoServer = join(root, 'venv', 'bin', 'moto_server')
export const modelsFolder = (): string => globSync(join(root, 'venv', 'lib', 'python3*', 'site-packages', 'botocore', 'data'))[0]!

/** Why a test of AWS cannot run here, for tap's `skip` option; false when it can. Installs what is missing, which takes a minute. */
export function skipWithoutAws(): string | false {
  try {
    execFileSync(join(import.meta.dirname, 'build'), { stdio: 'ignore' })
  } catch {
    return !existsSync(join(root, 'built')) && `no moto in ${root}: test/clouds/aws/build needs python3 with venv and a package index`
  }
  return false
}
