import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import t from 'tap'
import { problem } from '@hubfleet/sdk/testing'
import { loggedIn } from './testing.ts'

const picture = { body: '<svg/>', headers: { 'content-type': 'image/svg+xml' } }

t.test('an answer is written into a file in the form that its name asks for', async (t) => {
  const io = await loggedIn(t, [picture])
  const path = join(t.testdir({}), 'costs.svg')
  t.equal(await io.run('cost', 'report', '--by', 'hub', '--save-as', path, '--width', '500'), 0)
  t.equal(await readFile(path, 'utf8'), '<svg/>')
  t.match(io.requests, [{ method: 'GET', url: '/v1/tenants/physics/costs.svg?by=hub&width=500' }])
  t.match(io.err(), /Saved .*costs\.svg \(6 bytes\)/)
  t.equal(io.out(), '')
})

t.test('a form that there is not, and what no form knows, are told before anything is asked', async (t) => {
  const io = await loggedIn(t, [picture])
  t.equal(await io.run('cost', 'report', '--save-as', 'costs.doc'), 2)
  t.match(io.err(), /no form .* costs\.doc.*\n.*\*\.png or \*\.svg/s)
  t.equal(await io.run('cost', 'report', '--width', '500'), 2)
  t.match(io.err(), '--width is for --save-as only')
  t.equal(io.requests.length, 0)
})

t.test('a refusal writes no file, and a file that cannot be written is told', async (t) => {
  const refused = await loggedIn(t, [{ status: 404, body: problem(404, 'not-found') }])
  const path = join(t.testdir({}), 'costs.svg')
  t.equal(await refused.run('cost', 'report', '--save-as', path), 3)
  await t.rejects(readFile(path), { code: 'ENOENT' })
  const nowhere = await loggedIn(t, [picture])
  t.equal(await nowhere.run('cost', 'report', '--save-as', '/nowhere/costs.svg'), 2)
  t.match(nowhere.err(), 'ENOENT')
})
