/** `npm run demo`: the main job in the sandbox, from nothing to gone, in a folder of its own that is removed afterwards. */
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Hubfleet } from '@hubfleet/sdk'
import { readConfig } from './config.ts'
import { say, title } from './demo/print.ts'
import { tellStory } from './demo/story.ts'
import { startHubfleet } from './hubfleet.ts'
import { consoleLog } from './log.ts'

const started = Date.now()
await mkdir('.hubfleet', { recursive: true })
const dataDirectory = await mkdtemp(join('.hubfleet', 'demo-'))
try {
  title('Start the control plane')
  const { DATABASE_URL: _, ...env } = process.env
  const config = await readConfig({ ...env, HUBFLEET_DATA: dataDirectory, HUBFLEET_PORT: '0', HUBFLEET_LOG: 'silent' })
  const hubfleet = await startHubfleet(config, consoleLog)
  try {
    const server = hubfleet.url!
    say(`Hubfleet answers at ${server}, with an embedded PostgreSQL`)
    await tellStory(new Hubfleet({ server, key: await hubfleet.newAdminKey('demo') }), (key) => new Hubfleet({ server, key }))
  } finally {
    await hubfleet.stop()
  }
  title(`Done in ${Math.round((Date.now() - started) / 1000)} s. Next: npm start keeps a server running; docs/how-to/sandbox.md goes on from here.`)
} finally {
  await rm(dataDirectory, { recursive: true, force: true })
}
