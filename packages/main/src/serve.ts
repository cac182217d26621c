/** The server of an installation: role, addresses and keys come from the environment (`docs/reference/settings.md`). */
import closeWithGrace from 'close-with-grace'
import { readConfig } from './config.ts'
import { startHubfleet } from './hubfleet.ts'
import { consoleLog } from './log.ts'

try {
  const config = await readConfig(process.env)
  const hubfleet = await startHubfleet(config, consoleLog)
  closeWithGrace({ delay: 20_000 }, async ({ err }) => {
    if (err) consoleLog.error('a fault ends the server', err)
    await hubfleet.stop()
  })
  consoleLog.info(hubfleet.url ? `Hubfleet answers at ${hubfleet.url} (${config.role})` : 'Hubfleet works')
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
