/** `npm start`: a server that stays, with a demo tenant to try things on. */
import closeWithGrace from 'close-with-grace'
import pc from 'picocolors'
import { Hubfleet, NotFoundError, type Tenant } from '@hubfleet/sdk'
import { readConfig } from './config.ts'
import { demoCluster } from './demo/story.ts'
import { startHubfleet } from './hubfleet.ts'
import { consoleLog } from './log.ts'

try {
  const config = await readConfig({ HUBFLEET_LOG: 'warn', ...process.env })
  const hubfleet = await startHubfleet(config, consoleLog)
  closeWithGrace({ delay: 20_000 }, async ({ err }) => {
    if (err) consoleLog.error('a fault ends the server', err)
    await hubfleet.stop()
  })
  const server = hubfleet.url!
  const platformKey = await hubfleet.newAdminKey('npm start')
  const admin = new Hubfleet({ server, key: platformKey })
  const { name: tenant } = await demoTenant(admin)
  const { key } = await admin.keys.create({ tenant }, { name: 'npm start', role: 'admin' })
  console.log(`
${pc.bold('Hubfleet')} answers at ${pc.cyan(server)}

  API docs   ${server}/docs
  GraphiQL   ${server}/graphiql
  tenant     ${tenant} (a sandbox: clusters and students are simulated)
  key        ${key}
  platform   ${platformKey} (the key of a platform admin, PLATFORM_KEY in the how-tos)

Try next, in another terminal:

  export HUBFLEET_URL=${server} HUBFLEET_TENANT=${tenant} HUBFLEET_KEY=${key}
  export PLATFORM_KEY=${platformKey}
  npx hubfleet hub create my-hub --cluster ${demoCluster.name} --set access.users=ada --validate-only
  npx hubfleet hub create my-hub --cluster ${demoCluster.name} --set access.users=ada --confirm open-login
  npx hubfleet hub scale my-hub --seats 5
  npx hubfleet hub delete my-hub --homes delete --confirm my-hub
  curl -sH "authorization: Bearer $HUBFLEET_KEY" $HUBFLEET_URL/v1/tenants/${tenant}/operations

docs/how-to/cli.md goes on from here.
Ctrl-C stops it; the data stays in ${config.databaseUrl ? 'the database' : config.dataDirectory}.`)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}

/** The tenant `demo` with a cluster; made at the first start. */
async function demoTenant(admin: Hubfleet): Promise<Tenant> {
  try {
    return await admin.tenants.get({ tenant: 'demo' })
  } catch (error) {
    if (!(error instanceof NotFoundError)) throw error
  }
  const tenant = await admin.tenants.create({ name: 'demo', displayName: 'To try things on', sandbox: true, policy: { allow: { imageBuilds: true } } })
  await admin.clusters.create({ tenant: 'demo' }, demoCluster).wait()
  return tenant
}
