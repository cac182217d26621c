import { mkdir, readFile, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import t from 'tap'
import { problem, scripted } from '@hubfleet/sdk/testing'
import { profilesPath, readProfiles } from './profiles.ts'
import { world } from './testing.ts'

const key = 'hf_very-secret'

t.test('login keeps a key from standard input in a file that only its owner can read, and shows it nowhere', async (t) => {
  const { server, requests } = await scripted(t, { body: { name: 'physics' } })
  const io = await world(t, { input: `${key}\n` })
  t.equal(await io.run('login', '--server', server, '--tenant', 'physics'), 0)
  const path = profilesPath(io.env)
  t.equal((await stat(path)).mode & 0o777, 0o600)
  t.same(await readProfiles(path), { current: 'default', profiles: { default: { server, tenant: 'physics', key } } })
  t.notMatch(io.out() + io.err(), key)
  t.match(requests, [{ url: '/v1/tenants/physics', headers: { authorization: `Bearer ${key}` } }], 'it was tried first')
  await io.run('profile', 'list', '-o', 'json')
  t.match(io.out(), 'physics')
  t.notMatch(io.out(), key)
})

t.test('on a terminal the key is asked for and not shown while it is typed', async (t) => {
  const { server } = await scripted(t, { body: { items: [], nextCursor: null } })
  const io = await world(t, { tty: true })
  const running = io.run('login', '--server', server)
  io.type(`${key}\r`)
  t.equal(await running, 0)
  t.match(io.err(), `Key for ${server}: `)
  t.notMatch(io.out() + io.err(), key)
  t.match(await readProfiles(profilesPath(io.env)), { profiles: { default: { key } } })
})

t.test('Ctrl-C at the question ends without a profile', async (t) => {
  const io = await world(t, { tty: true })
  const running = io.run('login', '--server', 'https://hubfleet.example')
  io.type('\u0003')
  t.equal(await running, 130)
  t.same((await readProfiles(profilesPath(io.env))).profiles, {})
})

t.test('a key that the server does not take is not kept', async (t) => {
  const { server } = await scripted(t, { status: 401, body: problem(401, 'unauthenticated') })
  const io = await world(t, { input: key })
  t.equal(await io.run('login', '--server', server), 4)
  t.same((await readProfiles(profilesPath(io.env))).profiles, {})
})

t.test('an empty standard input is no key', async (t) => {
  const io = await world(t, { input: '' })
  t.equal(await io.run('login', '--server', 'https://hubfleet.example'), 2)
})

t.test('a profile is used when it is named or current, and removed with its key', async (t) => {
  const { server, requests } = await scripted(t, { body: { items: [], nextCursor: null } })
  const one = await world(t, { input: 'hf_one' })
  await one.run('login', '--server', server, '--profile', 'one')
  const two = await world(t, { input: 'hf_two', env: { XDG_CONFIG_HOME: one.env['XDG_CONFIG_HOME']! } })
  await two.run('login', '--server', server, '--profile', 'two')
  requests.length = 0
  const list = async (...flags: string[]) => {
    await two.run('tenant', 'list', ...flags)
    return requests.at(-1)!.headers.authorization
  }
  t.equal(await list(), 'Bearer hf_two', 'the last login is current')
  t.equal(await list('--profile', 'one'), 'Bearer hf_one')
  t.equal(await two.run('profile', 'use', 'one'), 0)
  t.equal(await list(), 'Bearer hf_one')
  t.equal(await two.run('profile', 'remove', 'one'), 0)
  t.notMatch(await readFile(profilesPath(one.env), 'utf8'), 'hf_one')
  t.equal(await two.run('profile', 'use', 'one'), 2)
})

t.test('a broken file is said to be broken, without what it holds', async (t) => {
  const io = await world(t, { input: key })
  const path = profilesPath(io.env)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, `profiles: {a: {key: ${key}`)
  t.equal(await io.run('tenant', 'list'), 2)
  t.match(io.err(), 'cannot be read as YAML')
  t.notMatch(io.err(), key)
})
