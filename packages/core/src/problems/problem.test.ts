import t from 'tap'
import { catalogue } from './catalogue.ts'
import { isProblem, Problem } from './problem.ts'

t.test('a problem says what happened and what to do now, with its parameters filled in', async (t) => {
  const problem = new Problem('not-found', { noun: 'hub', ref: 'course' })
  t.match(problem.toDocument(), {
    status: 404, code: 'not-found', type: 'https://hubfleet.dev/problems/not-found', detail: 'There is no hub course, or this key may not see it.', nextStep: /hubfleet hub list/,
  })
  t.ok(isProblem(problem))
  t.notOk(isProblem(new Error('x')))
})

t.test('the cause of a problem, which may hold a secret, is not in its document', async (t) => {
  const problem = new Problem('internal', {}, { cause: new Error('s3cret') })
  t.match(problem.cause, { message: 's3cret' })
  t.notMatch(JSON.stringify(problem.toDocument()), /s3cret/)
})

t.test('every problem has a status of an error, a title and a next step', async (t) => {
  for (const [code, { status, title, nextStep }] of Object.entries(catalogue)) {
    t.ok(status >= 400 && status < 600 && title.length > 0 && nextStep.length > 0, code)
  }
})
