import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { allGeneratedFiles, repository } from './generated.ts'

t.test('every generated file is as the declarations make it; `npm run generate` mends it', async (t) => {
  for (const [path, text] of await allGeneratedFiles()) t.ok(text === (await readFile(join(repository, path), 'utf8').catch(() => null)), path)
})
