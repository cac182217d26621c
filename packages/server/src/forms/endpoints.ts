import { Type, type TSchema } from 'typebox'
import type { Form, Query } from '@hubfleet/control'
import { nodeOf } from '@hubfleet/core'
import type { Endpoint, QueryEndpoint } from '../endpoints.ts'

/** An address that answers what a query does in another form: that of the query with an extension. */
export interface FormEndpoint extends Omit<QueryEndpoint, 'kind'> {
  kind: 'form'
  form: Form
  /** What of the input is asked by query parameters: the form's own, and the query's where that is no document. */
  parameters: TSchema
}

/** `costs.svg` is `costReportSvg`, and `costs.focus.csv` `costReportFocusCsv`. */
export const formEndpointsOf = (endpoints: readonly Endpoint[]): FormEndpoint[] => endpoints.flatMap((endpoint) => (endpoint.kind === 'query'
  ? Object.entries(endpoint.query.forms ?? {}).map(([extension, form]): FormEndpoint => ({
    ...endpoint, kind: 'form', id: `${endpoint.id}${capitalized(extension)}`, path: `${endpoint.path}.${extension}`, form, parameters: parametersOf(endpoint.query, form),
  }))
  : []))

const capitalized = (extension: string): string => extension.split('.').map((part) => part.charAt(0).toUpperCase() + part.slice(1)).join('')

function parametersOf({ post, input, noun, verb }: Query, form: Form): TSchema {
  const [ofQuery, ofForm] = [post ? {} : nodeOf(input).properties ?? {}, nodeOf(form.input).properties ?? {}]
  const both = Object.keys(ofForm).find((name) => name in ofQuery)
  if (both) throw new Error(`${noun} ${verb} and a form of it both take ${both}`)
  return Type.Unsafe({ type: 'object', additionalProperties: false, properties: { ...ofQuery, ...ofForm }, required: [...(post ? [] : nodeOf(input).required ?? []), ...nodeOf(form.input).required ?? []] })
}
