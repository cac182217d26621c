import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { Problem } from '@hubfleet/core'

/** The path of the helm program: the given one, or the first on PATH. Throws `helm-missing`. */
export function findHelm(given: string | undefined, path = process.env.PATH ?? ''): string {
  const candidates = given ? [given] : path.split(delimiter).filter(Boolean).map((folder) => join(folder, 'helm'))
  const found = candidates.find(isExecutable)
  if (!found) throw new Problem('helm-missing', { reason: given ? `${given} is not a program` : 'there is none on PATH' })
  return found
}

function isExecutable(file: string): boolean {
  try {
    accessSync(file, constants.X_OK)
    return true
  } catch {
    return false
  }
}
