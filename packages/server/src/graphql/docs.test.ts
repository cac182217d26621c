import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { testWorld } from '../testing.ts'

const docs = join(import.meta.dirname, '../../../../docs')
const pages = (await readdir(docs, { recursive: true })).filter((name) => name.endsWith('.md'))
const documents = (await Promise.all(pages.map(async (page) => [...(await readFile(join(docs, page), 'utf8')).matchAll(/^```graphql\n(.*?)^```$/gms)].map(([, text]) => ({ page, text: text! }))))).flat()
const world = await testWorld(t)

t.test('each GraphQL document of the docs is answered as it stands', async (t) => {
  t.ok(documents.length > 0)
  for (const { page, text } of documents) {
    const { body } = await world.graphql('reader', text, { tenant: 'physics' })
    t.equal(body.errors, undefined, `${page}: ${JSON.stringify(body.errors)}`)
    t.ok(Object.values(body.data).every((answer) => answer !== null), page)
  }
})
