/** `npm run generate`: writes every file that follows from the declarations. `generated.test.ts` holds the committed ones against it. */
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { allGeneratedFiles, repository } from './generated.ts'

for (const [path, text] of await allGeneratedFiles()) {
  const file = join(repository, path)
  await mkdir(dirname(file), { recursive: true })
  await writeFile(file, text)
}
