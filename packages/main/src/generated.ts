import { join } from 'node:path'
import { generateCli } from '@hubfleet/cli/generate'
import { generateSdk } from '@hubfleet/sdk/generate'
import { generatedFiles } from '@hubfleet/server'

export const repository = join(import.meta.dirname, '../../..')

/** Text of each generated file by its path in the repository: the server's from the verbs, the SDK's and the command line's from the server's document. */
export async function allGeneratedFiles(): Promise<Map<string, string>> {
  const files = generatedFiles()
  const document = JSON.parse(files.get('openapi/openapi.json')!) as Parameters<typeof generateSdk>[0]
  for (const [path, text] of Object.entries({ ...await generateSdk(document), ...generateCli(document) })) files.set(path, text)
  return files
}
