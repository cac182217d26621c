import t from 'tap'
import { clusterProblem, reasonOf, statusOf } from './failures.ts'

const name = { cluster: 'lab', server: 'https://lab.example.org' }
const answer = (code: number, message: string) => Object.assign(new Error(`HTTP-Code: ${code}\nHeaders: {"authorization":"Bearer s3cret"}`), { code, body: { message } })

t.test('an answer of Kubernetes becomes the problem that says what to do about it', async (t) => {
  const cases: [number, string, string][] = [
    [401, 'Unauthorized', 'cluster-denied'],
    [403, 'pods is forbidden: User "x" cannot list', 'cluster-denied'],
    [403, 'unable to create new content in namespace a because it is being terminated', 'provider-failed'],
    [429, 'Too many requests', 'cluster-unreachable'],
    [503, 'apiserver is shutting down', 'cluster-unreachable'],
    [409, 'object is being modified', 'provider-failed'],
  ]
  for (const [status, message, code] of cases) {
    const problem = clusterProblem(answer(status, message), name)
    t.equal(problem.code, code, `${status} ${message}`)
    t.match(problem.message, message)
  }
})

t.test('neither headers nor credentials of a failed call reach the problem', async (t) => {
  const problem = clusterProblem(answer(403, 'no'), name)
  t.notMatch(JSON.stringify(problem.toDocument()), 's3cret')
  t.equal(problem.cause, undefined)
})

t.test('a failure without an answer is a cluster that cannot be reached, with the innermost reason', async (t) => {
  const refused = new TypeError('fetch failed', { cause: new AggregateError([new Error('connect ECONNREFUSED 127.0.0.1:1')]) })
  const problem = clusterProblem(refused, name)
  t.equal(problem.code, 'cluster-unreachable')
  t.ok(problem.retryable)
  t.match(problem.message, 'ECONNREFUSED')
  t.equal(reasonOf(new DOMException('The operation was aborted due to timeout', 'TimeoutError')), 'no answer in time')
  // Node's own error codes are texts and no HTTP status
  t.equal(statusOf(Object.assign(new Error('x'), { code: 'ECONNRESET' })), null)
})
