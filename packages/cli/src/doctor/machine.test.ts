import { chmod, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import t, { type Test } from 'tap'
import { helmCheck, kubectlCheck, nodeCheck } from './machine.ts'

/** A folder for PATH that holds these programs and no others, as scripts. */
async function path(t: Test, programs: Record<string, string> = {}): Promise<string> {
  const folder = t.testdir()
  for (const [name, script] of Object.entries(programs)) {
    await writeFile(join(folder, name), `#!/bin/sh\n${script}\n`)
    await chmod(join(folder, name), 0o755)
  }
  return folder
}

const states: [found: string, helm: string | null, env: Record<string, string>, state: string, expected: RegExp][] = [
  ['helm 4', 'echo v4.0.1', {}, 'ok', /^helm v4\.0\.1$/],
  ['a later helm', 'echo v10.2.0', {}, 'ok', /v10\.2\.0/],
  ['helm 3', 'echo v3.19.0', {}, 'warn', /too old.*version 4/],
  ['something else of that name', 'echo hello', {}, 'warn', /is not helm/],
  ['a helm that breaks', 'exit 3', {}, 'warn', /does not run/],
  ['no helm', null, {}, 'warn', /not installed.*PATH/],
  ['no helm on a server that answers requests only', null, { HUBFLEET_ROLE: 'api' }, 'warn', /not installed/],
  ['no helm on a worker', null, { HUBFLEET_ROLE: 'worker' }, 'fail', /not installed/],
  ['no helm where one process is all', null, { HUBFLEET_ROLE: 'all' }, 'fail', /not installed/],
  ['helm 3 on a worker', 'echo v3.19.0', { HUBFLEET_ROLE: 'worker' }, 'fail', /too old/],
  ['a setting that names no program', 'echo v4.0.1', { HUBFLEET_HELM: '/nowhere/helm' }, 'fail', /\/nowhere\/helm is not a program/],
]

for (const [found, helm, env, state, expected] of states) {
  t.test(`helm is judged by what this machine is: ${found}`, async (t) => {
    const check = await helmCheck({ env: { PATH: await path(t, helm === null ? {} : { helm }), ...env } })
    t.match(check, { id: 'helm', state, found: expected })
    t.match(check.nextStep ?? '', state === 'ok' ? /^$/ : /install helm 4.*HUBFLEET_HELM.*https:\/\//)
  })
}

t.test('kubectl is never a failure: no command needs it', async (t) => {
  const found = async (programs: Record<string, string>) => kubectlCheck({ env: { PATH: await path(t, programs) } })
  t.match(await found({}), { id: 'kubectl', state: 'warn', found: /not installed/, nextStep: /https:\/\// })
  t.match(await found({ kubectl: 'exit 1' }), { state: 'warn', found: /does not run/ })
  t.match(await found({ kubectl: 'echo \'{"clientVersion": {"gitVersion": "v1.34.2"}}\'' }), { state: 'ok', found: 'kubectl v1.34.2' })
})

t.test('a Node that is too old for this command line is a failure', async (t) => {
  for (const [version, state] of [['v18.20.4', 'fail'], ['v20.2.0', 'fail'], ['v20.3.0', 'ok'], ['v24.0.0', 'ok'], ['v100.0.0', 'ok']] as const) t.match(nodeCheck(version), { state, found: new RegExp(version) })
})
