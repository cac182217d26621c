import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import t, { type Test } from 'tap'
import { scripted } from '@hubfleet/sdk/testing'
import { holding } from './testing.ts'

/** The program as a process of its own. */
function start(t: Test, server: string, ...argv: string[]) {
  const program = spawn(process.execPath, [join(import.meta.dirname, 'hubfleet.ts'), ...argv], { env: { ...process.env, XDG_CONFIG_HOME: t.testdir({}), HUBFLEET_URL: server, HUBFLEET_KEY: 'hf_key', HUBFLEET_TENANT: 'physics' } })
  const ended = new Promise<number | null>((resolve) => { program.on('close', resolve) })
  return { program, ended, err: text(program.stderr) }
}

t.test('SIGINT ends the process with 130 and says how to come back, while the operation goes on', async (t) => {
  const { url, held, calls } = await holding(t)
  const { program, ended, err } = start(t, url, 'hub', 'stop', 'a')
  await held
  program.kill('SIGINT')
  t.equal(await ended, 130)
  t.match(await err, 'Resume: hubfleet operation wait op_1')
  t.same(calls.filter((call) => call.includes('cancel')), [])
})

t.test('a reader that has seen enough is no error', async (t) => {
  const items = Array.from({ length: 5000 }, (_, index) => ({ id: `hub_${index}`, name: `a-hub-with-the-number-${index}` }))
  const { server } = await scripted(t, { body: { items, nextCursor: null } })
  const { program, ended, err } = start(t, server, 'hub', 'list', '-o', 'json')
  program.stdout.once('data', () => program.stdout.destroy())
  t.equal(await ended, 0)
  t.equal(await err, '')
})

t.test('a process ends by itself when its answer is printed', async (t) => {
  const { server } = await scripted(t, { body: { id: 'hub_1', name: 'a' } })
  const { program, ended } = start(t, server, 'hub', 'get', 'a', '-o', 'id')
  t.equal(await text(program.stdout), 'hub_1\n')
  t.equal(await ended, 0)
})
