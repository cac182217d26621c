import t from 'tap'
import { stringify } from 'yaml'
import type { JsonObject } from '../json.ts'
import { connectsTo, readKubeconfig } from './kubeconfig.ts'

const config = (cluster: JsonObject = {}, user: JsonObject = { token: 's3cret' }, more: JsonObject = {}) => stringify({
  apiVersion: 'v1', kind: 'Config', 'current-context': 'one',
  contexts: [{ name: 'one', context: { cluster: 'c', user: 'u' } }, { name: 'two', context: { cluster: 'd', user: 'u' } }],
  clusters: [{ name: 'c', cluster: { server: 'https://c.example.org:6443', 'certificate-authority-data': 'Q0E=', ...cluster } }, { name: 'd', cluster: { server: 'https://d.example.org' } }],
  users: [{ name: 'u', user }], ...more,
})
const refused = (what: RegExp) => ({ code: 'kubeconfig-refused', message: what })

t.test('a kubeconfig with everything inside is read', async (t) => {
  t.same(readKubeconfig(config()), { server: 'https://c.example.org:6443', certificateAuthorityData: 'Q0E=', credentials: { token: 's3cret' } })
  t.same(readKubeconfig(config({}, { 'client-certificate-data': 'Yw==', 'client-key-data': 'aw==' })).credentials, { clientCertificateData: 'Yw==', clientKeyData: 'aw==' })
  t.match(readKubeconfig(config({ 'insecure-skip-tls-verify': true, 'tls-server-name': 'kube' })), { insecureSkipTlsVerify: true, tlsServerName: 'kube' })
})

t.test('a context that is named wins over the current one', async (t) => {
  t.equal(readKubeconfig(config(), { context: 'two' }).server, 'https://d.example.org')
  t.throws(() => readKubeconfig(config(), { context: 'three' }), refused(/no context three/))
  t.throws(() => readKubeconfig(config({}, undefined, { 'current-context': '' })), refused(/names no context/))
})

t.test('what would run a program, read a file, or be somebody else on the server is refused', async (t) => {
  for (const field of ['exec', 'auth-provider', 'tokenFile', 'client-certificate', 'client-key', 'as', 'as-groups', 'username', 'password']) {
    t.throws(() => readKubeconfig(config({}, { token: 's3cret', [field]: { command: 'sh' } })), { code: 'kubeconfig-refused' }, field)
  }
  t.throws(() => readKubeconfig(config({ 'certificate-authority': '/etc/passwd' })), { code: 'kubeconfig-refused' })
})

t.test('a proxy is part of the access, and it is what is connected to', async (t) => {
  for (const proxy of ['http://proxy.example.org:3128', 'https://ada:s3cret@proxy.example.org', 'socks5://proxy.example.org:1080']) {
    const access = readKubeconfig(config({ 'proxy-url': proxy }))
    t.equal(access.proxyUrl, proxy)
    t.equal(connectsTo(access), 'proxy.example.org')
  }
  t.equal(connectsTo(readKubeconfig(config())), 'c.example.org')
  for (const proxy of ['/etc/passwd', 'file:///etc/passwd', 'ftp://proxy.example.org', 'proxy.example.org:3128', 'http://']) {
    t.throws(() => readKubeconfig(config({ 'proxy-url': proxy })), refused(/proxy-url/), proxy)
  }
})

t.test('only the chosen context counts: another user of the file may have a plugin', async (t) => {
  const users = [{ name: 'u', user: { token: 's3cret' } }, { name: 'other', user: { exec: { command: 'sh' } } }]
  t.same(readKubeconfig(config({}, undefined, { users })).credentials, { token: 's3cret' })
})

t.test('a server must have https, unless http is allowed on purpose, and no password in its address', async (t) => {
  t.throws(() => readKubeconfig(config({ server: 'http://c.example.org' })), refused(/without https/))
  t.equal(readKubeconfig(config({ server: 'http://c.example.org' }), { allowHttp: true }).server, 'http://c.example.org')
  for (const server of ['file:///etc', 'c.example.org', '', 'https://u:p@c.example.org']) t.throws(() => readKubeconfig(config({ server }), { allowHttp: true }), { code: 'kubeconfig-refused' }, server)
})

t.test('credentials that are missing or half there are refused', async (t) => {
  t.throws(() => readKubeconfig(config({}, {})), refused(/neither a token/))
  t.throws(() => readKubeconfig(config({}, { 'client-certificate-data': 'Yw==' })), refused(/neither a token/))
})

t.test('text that is no kubeconfig, or a bomb of aliases, is refused without quoting it', async (t) => {
  const bomb = `a: &a [s3cret]\n${Array.from({ length: 30 }, (_, i) => `b${i}: [*a, *a, *a]`).join('\n')}`
  for (const text of ['', 'just text s3cret', '- s3cret', 'a: [s3cret', 'x'.repeat(300_000), bomb]) {
    try {
      readKubeconfig(text)
      t.fail('must refuse')
    } catch (error) {
      t.match(error, { code: 'kubeconfig-refused' })
      t.notMatch(String(error), /s3cret/)
    }
  }
})
