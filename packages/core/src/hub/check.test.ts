import t from 'tap'
import { checkHubSpec } from './check.ts'
import { completeHubSpec } from './complete.ts'
import type { HubSpecInput } from './spec.ts'
import { splitSecrets } from './secrets.ts'

function check(input: HubSpecInput) {
  const { spec, secrets } = splitSecrets(completeHubSpec(input))
  return checkHubSpec(spec, secrets)
}
const faults = (input: HubSpecInput) => check(input).errors.map((error) => `${error.pointer} ${error.code}`)
const confirmations = (input: HubSpecInput) => check(input).confirmations.map((asked) => asked.code)

t.test('the default hub has no fault and asks for nothing; it says that nobody may log in yet', async (t) => {
  t.match(check({}), { errors: [], confirmations: [], warnings: [{ code: 'nobody-may-log-in' }] })
  t.same(check({ access: { admins: ['ada'] }, exposure: { type: 'clusterIP' } }).warnings, [])
})

t.test('1Gi of memory is refused with the right spelling, 10Gi of storage is taken', async (t) => {
  t.match(check({ memory: { guarantee: '1Gi' } }).errors, [{ pointer: '/memory/guarantee', code: 'byte-spec', detail: /Write 1G\./ }])
  t.same(faults({ storage: { capacity: '10Gi' } }), [])
  t.same(faults({ storage: { capacity: '10 GB' } }), ['/storage/capacity quantity'])
})

t.test('a limit below the guarantee is refused, compared in bytes and not as text', async (t) => {
  t.same(faults({ memory: { guarantee: '2G', limit: '1024M' } }), ['/memory/limit below-guarantee'])
  t.same(faults({ memory: { guarantee: '1024M', limit: '1G' } }), [])
  t.same(faults({ cpu: { guarantee: 2, limit: 1 } }), ['/cpu/limit below-guarantee'])
})

t.test('raw values count where they win over the typed field', async (t) => {
  t.same(faults({ values: { singleuser: { memory: { limit: '1Gi' } } } }), ['/values/singleuser/memory/limit byte-spec'])
  t.same(confirmations({ values: { cull: { users: true } } }), ['users-deleted-with-homes'])
  t.same(confirmations({ culling: { maxAgeSeconds: 12 }, values: { cull: { maxAge: 0 } } }), [])
})

t.test('a section of hub.config in lower case, with which the hub would exit, is refused', async (t) => {
  t.same(faults({ values: { hub: { config: { JupyterHub: {}, loadRoles: {} } } } }), ['/values/hub/config/loadRoles config-section'])
})

t.test('a greatest age below ten minutes has to be confirmed, since it is in seconds', async (t) => {
  t.same(confirmations({ culling: { maxAgeSeconds: 12 } }), ['short-max-age'])
  t.same(confirmations({ culling: { maxAgeSeconds: 599 } }), ['short-max-age'])
  t.same(confirmations({ culling: { maxAgeSeconds: 600 } }), [])
  t.match(check({ values: { cull: { maxAge: 12 } } }).confirmations, [{ code: 'short-max-age', pointer: '/values/cull/maxAge', what: /12 seconds.*the unit is seconds/ }])
  t.same(confirmations({ culling: { maxAgeSeconds: 12, enabled: false } }), [])
})

t.test('culling users has to be confirmed when their disks go with them', async (t) => {
  t.same(confirmations({ culling: { users: true } }), ['users-deleted-with-homes'])
  t.same(confirmations({ culling: { users: true }, storage: { type: 'none' } }), [])
})

t.test('a login needs its secret, given now or kept from before', async (t) => {
  t.same(faults({ login: { type: 'github', clientId: 'a' } }), ['/login/clientSecret required'])
  t.same(faults({ login: { type: 'github', clientId: 'a', clientSecret: 's' } }), [])
})

t.test('several domains with stripped names, where two people would share an account, are refused', async (t) => {
  t.same(faults({ login: { type: 'google', clientId: 'a', clientSecret: 's', hostedDomains: ['x.org', 'y.org'], stripDomain: true } }), ['/login/stripDomain ambiguous-names'])
})

t.test('a host is a DNS name and nothing else', async (t) => {
  for (const host of ['hub.example.org', 'a-b.c.io']) t.same(faults({ exposure: { host } }), [], host)
  for (const host of ['https://hub.example.org', 'hub.example.org:443', 'hub', '*.example.org', '10.0.0.1', 'Hub.example.org', '-a.org', 'a..org']) t.same(faults({ exposure: { host } }), ['/exposure/host host'], host)
})

t.test('what leads to the hub and its certificate must fit together', async (t) => {
  const host = 'h.example.org'
  t.same(faults({ exposure: { type: 'ingress' } }), ['/exposure/host required'])
  t.same(faults({ exposure: { type: 'gateway', host } }), ['/exposure/gateway required'])
  t.same(faults({ exposure: { https: { type: 'offload' } } }), ['/exposure/host required'])
  t.same(faults({ exposure: { host, https: { type: 'letsencrypt' } } }), ['/exposure/https/contactEmail required'])
  t.same(faults({ exposure: { type: 'ingress', host, https: { type: 'letsencrypt', contactEmail: 'a@b.org' } } }), ['/exposure/https/type unfit'])
  t.same(faults({ exposure: { type: 'ingress', host, https: { type: 'secret' } } }), ['/exposure/https/secretName required'])
})

t.test('a chart comes by https or from a file, never in the clear', async (t) => {
  t.same(faults({ chart: { source: 'http://charts.example.org' } }), ['/chart/source https'])
  for (const source of ['https://charts.example.org', '/charts/jupyterhub-4.4.0.tgz']) t.same(faults({ chart: { source } }), [], source)
})

t.test('a timeout that activity cannot reach in time has to be confirmed, and so has stopping kernels that compute', async (t) => {
  t.same(confirmations({ culling: { timeoutSeconds: 390 } }), ['culled-while-active'])
  t.same(confirmations({ culling: { timeoutSeconds: 391 } }), [])
  t.same(confirmations({ culling: { timeoutSeconds: 300, enabled: false } }), [])
  t.match(check({ values: { cull: { timeout: 60 } } }).confirmations, [{ code: 'culled-while-active', pointer: '/values/cull/timeout' }])
  t.same(confirmations({ culling: { kernels: { timeoutSeconds: 3600, busy: true } } }), ['busy-kernels-stopped'])
})

t.test('quiet hours name a time zone that there is, and leave some time for culling', async (t) => {
  t.same(faults({ culling: { quietHours: [{ from: '09:00', to: '10:00', timeZone: 'Europe/Atlantis' }] } }), ['/culling/quietHours/0/timeZone time-zone'])
  t.same(faults({ culling: { quietHours: [{ from: '00:00', to: '12:00' }, { from: '12:00', to: '00:00' }] } }), ['/culling/quietHours never-culls'])
  t.same(faults({ culling: { quietHours: [{ from: '00:00', to: '23:59', timeZone: 'Asia/Kathmandu' }] } }), [])
})

t.test('where Hubfleet culls, raw values of the chart\'s culler would do nothing and are refused with the typed field', async (t) => {
  const own = { quietHours: [{ from: '09:00', to: '10:00' }] }
  t.match(check({ culling: own, values: { cull: { timeout: 1800 } } }).errors, [{ pointer: '/values/cull/timeout', code: 'conflict', detail: /culling\.timeoutSeconds/ }])
  t.same(faults({ culling: { ...own, everySeconds: 30 } }), ['/culling/everySeconds minimum'])
  t.same(faults({ culling: { everySeconds: 30 }, values: { cull: { timeout: 1800 } } }), [])
})

t.test('one file cannot be the server\'s configuration twice', async (t) => {
  const culling = { terminals: { timeoutSeconds: 3600 } }
  const file = { mountPath: '/usr/local/etc/jupyter/jupyter_server_config.json', data: { ServerApp: {} } }
  t.same(faults({ culling, values: { singleuser: { extraFiles: { mine: file } } } }), ['/values/singleuser/extraFiles/mine conflict'])
  t.same(faults({ values: { singleuser: { extraFiles: { mine: file } } } }), [])
})

t.test('kernels of open notebooks that stay are told', async (t) => {
  const kernels = { timeoutSeconds: 3600 }
  const access = { admins: ['ada'] }
  t.same(check({ access, culling: { kernels } }).warnings.map(({ code }) => code), ['open-notebooks-stay'])
  t.same(check({ access, culling: { kernels: { ...kernels, connected: true } } }).warnings, [])
  t.same(check({ access, culling: { warnAheadSeconds: 600 }, chart: { version: '3.3.8' } }).warnings.map(({ code }) => code), ['warnings-not-shown'])
})

t.test('sizes in raw profiles and their choices are in the words of JupyterHub too', async (t) => {
  const profileList = [{ display_name: 'a', kubespawner_override: { mem_guarantee: '1Gi' }, profile_options: { size: { choices: { large: { kubespawner_override: { mem_limit: '4GB' } } } } } }, { display_name: 'b', kubespawner_override: { mem_limit: '2G' } }]
  t.same(checkHubSpec(completeHubSpec({ values: { singleuser: { profileList } } }), {}).errors.map(({ pointer, code }) => `${code} ${pointer}`), [
    'byte-spec /values/singleuser/profileList/0/kubespawner_override/mem_guarantee', 'byte-spec /values/singleuser/profileList/0/profile_options/size/choices/large/kubespawner_override/mem_limit',
  ])
})
