import t from 'tap'
import { environmentProxy } from './environment-proxy.ts'

const https = 'https://lab.example.org:6443'

t.test('the proxy is that of the server\'s scheme, in capitals or not', async (t) => {
  t.equal(environmentProxy(https, {}), null)
  t.equal(environmentProxy(https, { HTTPS_PROXY: 'http://proxy:3128' }), 'http://proxy:3128')
  t.equal(environmentProxy(https, { https_proxy: 'proxy:3128' }), 'http://proxy:3128')
  t.equal(environmentProxy(https, { HTTP_PROXY: 'http://proxy:3128' }), null)
  t.equal(environmentProxy('http://lab.example.org', { HTTP_PROXY: 'http://proxy:3128' }), 'http://proxy:3128')
})

t.test('what NO_PROXY names is reached without one, and this machine always', async (t) => {
  const rows: [noProxy: string, server: string, direct: boolean][] = [
    ['*', https, true], ['example.org', https, true], ['.example.org', https, true], ['*.example.org', https, true], ['lab.example.org', https, true],
    ['LAB.Example.org', https, true], ['lab.example.org:6443', https, true], ['lab.example.org:443', https, false], ['lab.example.org:443', 'https://lab.example.org', true],
    ['ample.org', https, false], ['.lab.example.org', https, false], ['other.org', https, false], ['', https, false],
    ['10.0.0.0/8', 'https://10.1.2.3', true], ['10.0.0.0/8', 'https://11.1.2.3', false], ['10.0.0.0/8', https, false], ['10.1.2.3', 'https://10.1.2.3', true], ['10.1.2.3:6443', 'https://10.1.2.3:6443', true],
    ['10.1.2.3:6443', 'https://10.1.2.3', false], ['fd00::/8', 'https://[fd00::1]:6443', true], ['fd00::1', 'https://[fd00::1]', true], ['[fd00::1]:6443', 'https://[fd00::1]:6443', true], ['fd00::/8', 'https://[fe00::1]', false],
    ['10.0.0.0/99', 'https://10.1.2.3', false], [' other.org , example.org ', https, true],
    ['', 'https://localhost:6443', true], ['', 'https://127.0.0.1:6443', true], ['', 'https://[::1]', true],
  ]
  for (const [noProxy, server, direct] of rows) {
    t.equal(environmentProxy(server, { HTTPS_PROXY: 'http://proxy:3128', NO_PROXY: noProxy }) === null, direct, `${noProxy} ${server}`)
  }
})
