import t from 'tap'
import { profilesPath, writeProfiles } from './profiles.ts'
import { readSettings, type ConnectionOptions } from './settings.ts'
import { world, type World } from './testing.ts'

const profiles = {
  current: 'home',
  profiles: { home: { server: 'https://home.example', tenant: 'physics', key: 'hf_home' }, work: { server: 'https://work.example', tenant: 'chemistry', key: 'hf_work' } },
}

async function machine(t: Parameters<typeof world>[0], env: Record<string, string> = {}): Promise<World> {
  const io = await world(t, { env })
  await writeProfiles(profilesPath(io.env), profiles)
  return io
}

t.test('flags are stronger than the environment, and the environment is stronger than the profile', async (t) => {
  const table: [env: Record<string, string>, options: ConnectionOptions, server: string, tenant: string, key: string | undefined][] = [
    [{}, {}, 'https://home.example', 'physics', 'hf_home'],
    [{}, { profile: 'work' }, 'https://work.example', 'chemistry', 'hf_work'],
    [{ HUBFLEET_PROFILE: 'work' }, {}, 'https://work.example', 'chemistry', 'hf_work'],
    [{ HUBFLEET_PROFILE: 'work' }, { profile: 'home' }, 'https://home.example', 'physics', 'hf_home'],
    [{ HUBFLEET_TENANT: 'maths' }, {}, 'https://home.example', 'maths', 'hf_home'],
    [{ HUBFLEET_TENANT: 'maths' }, { tenant: 'biology' }, 'https://home.example', 'biology', 'hf_home'],
    [{ HUBFLEET_KEY: 'hf_env' }, {}, 'https://home.example', 'physics', 'hf_env'],
    [{ HUBFLEET_URL: 'https://env.example', HUBFLEET_KEY: 'hf_env' }, {}, 'https://env.example', 'physics', 'hf_env'],
    [{ HUBFLEET_URL: '', HUBFLEET_TENANT: '', HUBFLEET_KEY: '', HUBFLEET_PROFILE: '' }, {}, 'https://home.example', 'physics', 'hf_home'],
    [{ HUBFLEET_TENANT: 'maths' }, { tenant: '' }, 'https://home.example', '', 'hf_home'],
    [{ HUBFLEET_URL: 'https://env.example' }, { server: 'https://home.example/' }, 'https://home.example/', 'physics', 'hf_home'],
  ]
  for (const [env, options, server, tenant, key] of table) {
    t.match(await readSettings(options, await machine(t, env)), { server, tenant, key }, JSON.stringify([env, options]))
  }
})

t.test('the key of a profile is never sent to another server', async (t) => {
  for (const server of ['https://other.example', 'http://home.example', 'https://home.example:8443']) {
    t.equal((await readSettings({ server }, await machine(t))).key, undefined, server)
    t.equal((await readSettings({}, await machine(t, { HUBFLEET_URL: server }))).key, undefined, server)
  }
})

t.test('what is missing or wrong is said with what to type', async (t) => {
  await t.rejects(readSettings({}, await world(t)), { message: /not known which server/, hint: /hubfleet login/ })
  await t.rejects(readSettings({ profile: 'none' }, await machine(t)), { message: /no profile none/ })
  await t.rejects(readSettings({ server: 'file:///etc/passwd' }, await machine(t)), { message: /no address of a server/ })
})

t.test('a suggested command goes to the same place', async (t) => {
  t.equal((await readSettings({ tenant: 'a', server: 'https://b.example', profile: 'work' }, await machine(t))).flags, ' --server https://b.example --tenant a --profile work')
  t.equal((await readSettings({ tenant: 'a b\'; rm' }, await machine(t))).flags, ' --tenant \'a b\'\\\'\'; rm\'')
})
