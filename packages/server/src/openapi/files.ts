import { printSchema } from 'graphql'
import { queries, verbs } from '@hubfleet/control'
import { endpointsOf } from '../endpoints.ts'
import { graphqlSchema } from '../graphql/schema.ts'
import { openApiDocument } from './document.ts'
import { problemPages } from './problem-pages.ts'

/** Every file that follows from the declarations, by its path in the repository. */
export function generatedFiles(): Map<string, string> {
  const endpoints = endpointsOf(verbs, queries)
  // What resolves is not printed.
  const schema = graphqlSchema({} as never, {} as never, endpoints)
  return new Map([
    ['openapi/openapi.json', `${JSON.stringify(openApiDocument(endpoints), null, 2)}\n`],
    ['openapi/schema.graphql', `${printSchema(schema)}\n`],
    ...[...problemPages()].map(([name, text]) => [`openapi/problems/${name}`, text] as const),
  ])
}
