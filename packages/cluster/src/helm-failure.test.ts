import fc from 'fast-check'
import t from 'tap'
import { helmProblem, lastError, redact, secretsOf } from './helm-failure.ts'

const run = { verb: 'upgrade' as const, release: 'hub-1', chart: 'jupyterhub 4.4.0', name: { cluster: 'lab', server: 'https://lab.example.org' } }

t.test('of helm\'s output only the error is told, without its log lines', async (t) => {
  const output = 'level=WARN msg="unable to find exact version"\nWARNING: Kubernetes configuration file is group-readable\nError: UPGRADE FAILED: execution error at (x.yaml:1:2): boom\n\nmore\n'
  t.equal(lastError(output), 'execution error at (x.yaml:1:2): boom more')
  t.equal(lastError('I1124 00:00:00.1 1 warn.go:1] noise\nplain last line\n'), 'plain last line')
  t.equal(lastError(''), 'it ended without a word')
})

t.test('a cause that helm hides in its text becomes its own problem', async (t) => {
  const code = (text: string): string => helmProblem(`Error: ${text}`, run, []).code
  t.equal(code('Kubernetes cluster unreachable: Get "https://lab.example.org/version": EOF'), 'cluster-unreachable')
  t.equal(code('kubernetes cluster unreachable: Get "https://lab.example.org/version": Proxy Authentication Required'), 'cluster-unreachable')
  t.equal(code('kubernetes cluster unreachable: the server has asked for the client to provide credentials'), 'cluster-denied')
  t.equal(code('query: failed to query with labels: secrets is forbidden: User "x" cannot list'), 'cluster-denied')
  t.equal(code("values don't meet the specifications of the schema(s) in the following chart(s): jupyterhub: - at '': no"), 'unknown-value')
  t.equal(code('UPGRADE FAILED: another operation (install/upgrade/rollback) is in progress'), 'helm-failed')
})

t.test('no secret of the values survives in an error, wherever it stands', async () => {
  const secret = fc.string({ minLength: 24, maxLength: 60 }).filter((text) => !text.includes('*') && text.trim() === text && !text.includes('\n'))
  fc.assert(fc.property(secret, fc.string(), fc.string(), (value, before, after) => {
    const values = { hub: { config: { anything: [value] }, other: 'short' } }
    return !redact(`${before}${value}${after}`, secretsOf(values)).includes(value)
  }))
})

t.test('short values stay readable unless their name says that they are secret', async (t) => {
  t.same(secretsOf({ singleuser: { storage: { capacity: '10Gi' } }, hub: { db: { password: 'hunter22' } }, n: 1, nothing: null }), ['hunter22'])
})
