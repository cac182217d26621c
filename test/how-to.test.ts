import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import t from 'tap'
import { demoServer } from './demo-server.ts'
import { commandsOf, runCommands } from './how-to-page.ts'

t.setTimeout(1_800_000)

/** Each page with what its last commands print. */
const pages = {
  'guide.md': 'Second look: nothing is left', 'how-to/config-files.md': 'Second look: nothing is left', 'how-to/cli.md': 'Second look: nothing is left', 'how-to/sandbox.md': 'Second look: nothing is left',
  'how-to/estimates.md': 'By simulation with seed 7',
  'how-to/layers.md': 'version', 'how-to/files.md': 'Done: 0 made, 1 changed, 1 deleted',
  'how-to/plans.md': 'Second look: nothing is left', 'how-to/images.md': 'Second look: nothing is left', 'how-to/login.md': 'Second look: nothing is left',
  'how-to/people.md': 'Second look: nothing is left', 'how-to/storage.md': 'Second look: nothing is left', 'how-to/exposure.md': 'Second look: nothing is left',
  'how-to/openshift.md': 'Second look: nothing is left', 'how-to/any-kubernetes.md': 'Second look: nothing is left',
  'how-to/culling.md': 'Second look: nothing is left', 'how-to/clusters.md': 'Second look: nothing is left', 'how-to/resources.md': 'Second look: nothing is left', 'how-to/security.md': 'Second look: nothing is left',
  'how-to/costs.md': 'Second look: nothing is left', 'how-to/budgets.md': 'Second look: nothing is left', 'how-to/bills.md': 'It was loaded before', 'how-to/privacy.md': 'Second look: nothing is left', 'how-to/replay.md': 'Second look: nothing is left',
  'how-to/webhooks.md': 'Second look: nothing is left',
  'how-to/prices.md': 'Not there.',
  'how-to/cloud-credentials.md': 'Have the cloud trust the issuer https://hubfleet.example.org',
}

for (const [page, end] of Object.entries(pages)) {
  t.test(`the commands of docs/${page} work one after the other, as they stand`, async (t) => {
    const directory = await mkdtemp(join(tmpdir(), 'hubfleet-how-to-'))
    t.teardown(() => rm(directory, { recursive: true }))
    const script = await commandsOf(page)
    // What its page says to start it with.
    const { server, key, platformKey } = await demoServer(t, directory, page === 'how-to/webhooks.md' ? { HUBFLEET_ALLOW_NETWORKS: '127.0.0.0/8' } : {})
    await writeFile(join(directory, 'key.txt'), `${key}\n`)
    t.match(script, /hubfleet (hub create|apply|credential create|unit-price list|estimate create)/)
    // What logs in by itself is told the server only; the other pages begin with what `npm start` prints.
    const login: Record<string, string> = script.includes('hubfleet login') ? { SERVER: server } : { HUBFLEET_URL: server, HUBFLEET_TENANT: 'demo', HUBFLEET_KEY: key, PLATFORM_KEY: platformKey }
    const { code, out, err } = await runCommands(script, directory, login)
    t.equal(code, 0, err)
    t.match(out, end)
    t.notMatch(out + err, key)
  })
}
