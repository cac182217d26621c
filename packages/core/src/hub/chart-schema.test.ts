import t from 'tap'
import { checkChartValues } from './chart-schema.ts'

/** In the shape of the chart's: sections that defaults complete, free-form entries that they do not. */
const schema = {
  $schema: 'http://json-schema.org/draft-07/schema#', type: 'object', additionalProperties: false, required: ['hub', 'singleuser'],
  properties: {
    hub: { type: 'object', additionalProperties: false, required: ['baseUrl'], properties: { baseUrl: { type: 'string' }, db: { type: 'object', additionalProperties: false, properties: { type: { enum: ['sqlite-pvc', 'postgres'] } } } } },
    singleuser: { type: 'object', additionalProperties: false, properties: { extraFiles: { type: 'object', additionalProperties: { type: 'object', required: ['mountPath'] } }, startTimeout: { type: 'integer' } } },
  },
}
const check = (values: Record<string, unknown>) => checkChartValues(schema, 'sha256:a', values)

t.test("what the chart's defaults fill in is not missing", async (t) => {
  t.same(check({}), [])
  t.same(check({ hub: { db: { type: 'postgres' } } }), [])
})

t.test('a value that the chart does not know is refused where it is, with the name that was meant', async (t) => {
  t.match(check({ hub: { basUrl: '/' } }), [{ pointer: '/values/hub/basUrl', detail: /Did you mean `baseUrl`/ }])
  t.match(check({ hub: { db: { type: 'mongo' } } }), [{ pointer: '/values/hub/db/type', code: 'enum' }])
})

t.test('null, by which helm removes a default, is of any type; a misspelt name is told even so', async (t) => {
  t.same(check({ singleuser: { startTimeout: null } }), [])
  t.match(check({ hub: null }), [{ pointer: '/values/hub', code: 'required' }], 'unless the chart cannot be rendered without it')
  t.same(check({ singleuser: { startTimout: null } }).map((error) => error.pointer), ['/values/singleuser/startTimout'])
})

t.test('entries that have no defaults must be complete', async (t) => {
  t.same(check({ singleuser: { extraFiles: { a: {} } } }).map((error) => error.pointer), ['/values/singleuser/extraFiles/a/mountPath'])
})

t.test('another digest is another schema', async (t) => {
  t.same(checkChartValues({ type: 'object', properties: {}, additionalProperties: false }, 'sha256:b', { hub: {} }).length, 1)
  t.same(check({ hub: {} }), [])
})
