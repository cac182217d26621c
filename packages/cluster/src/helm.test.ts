import { existsSync, readFileSync } from 'node:fs'
import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { createHelm } from './helm.ts'
import { findHelm } from './helm-program.ts'

const signal = new AbortController().signal
const access = { server: 'https://lab.example.org', credentials: { token: 'top-s3cret-token' } }
const name = { cluster: 'lab', server: access.server }
const chart = { name: 'jupyterhub', version: '4.4.0', digest: 'ab'.repeat(32), path: '/charts/x.tgz', appVersion: '5.5.0', kubeVersion: '', schema: {} }

/** A program that writes down its arguments and environment and then fails with what standard input held. */
async function telltale(dir: string): Promise<{ program: string; told: () => string }> {
  const program = join(dir, 'helm.cjs')
  const log = join(dir, 'told.txt')
  await writeFile(program, `#!${process.execPath}
const fs = require('node:fs')
const input = fs.readFileSync(0, 'utf8')
fs.writeFileSync(${JSON.stringify(log)}, JSON.stringify({ args: process.argv, env: process.env }))
console.error('Error: UPGRADE FAILED: invalid value ' + input)
process.exit(1)`)
  await chmod(program, 0o755)
  return { program, told: () => readFileSync(log, 'utf8') }
}

t.test('no secret is in an argument, in the environment or in an error of helm', async (t) => {
  const { program, told } = await telltale(t.testdir())
  const helm = createHelm({ name, access, program })
  const values = { hub: { cookieSecret: 'c00kie-secret-of-the-hub', db: { password: 'hunter2' } } }
  const failure = helm.upgrade({ name: 'hub-1', namespace: 'hub-1', chart, values, valuesHash: 'cd'.repeat(32) }, signal)
  await t.rejects(failure, { code: 'helm-failed', message: /invalid value/ })
  const error = JSON.stringify(await failure.catch((problem: { toDocument(): unknown }) => problem.toDocument()))
  for (const secret of ['c00kie-secret-of-the-hub', 'hunter2', 'top-s3cret-token']) {
    t.notMatch(told(), secret)
    t.notMatch(error, secret)
  }
  t.match(told(), '--force-conflicts')
})

t.test('a missing helm is told before anything is started', async (t) => {
  const helm = createHelm({ name, access, program: '/no/such/helm' })
  await t.rejects(helm.uninstall({ name: 'a', namespace: 'a' }, signal), { code: 'helm-missing' })
  t.throws(() => findHelm(undefined, '/no/such/folder'), { code: 'helm-missing' })
  const dir = t.testdir({ helm: '' })
  await chmod(join(dir, 'helm'), 0o755)
  t.equal(findHelm(undefined, `/no/such/folder:${dir}`), join(dir, 'helm'))
})

t.test('an aborted run starts nothing and tells the reason of the abort', async (t) => {
  const dir = t.testdir()
  const { program } = await telltale(dir)
  const helm = createHelm({ name, access, program })
  await t.rejects(helm.uninstall({ name: 'a', namespace: 'a' }, AbortSignal.abort(new Error('enough'))), { message: 'enough' })
  t.notOk(existsSync(join(dir, 'told.txt')))
})
