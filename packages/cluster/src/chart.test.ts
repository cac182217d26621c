import { mkdir, readFile, utimes, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Test } from 'tap'
import t from 'tap'
import { packChart } from './chart-archive.ts'
import { sha256 } from './chart-repository.ts'
import { fetchChart } from './chart.ts'

const signal = new AbortController().signal

async function chartFolder(dir: string, version = '4.4.0'): Promise<string> {
  const folder = join(dir, 'jupyterhub')
  await mkdir(join(folder, 'charts/inner'), { recursive: true })
  await writeFile(join(folder, 'Chart.yaml'), `apiVersion: v2\nname: jupyterhub\nversion: ${version}\nappVersion: "5.5.0"\nkubeVersion: ">=1.28.0-0"\n`)
  await writeFile(join(folder, 'charts/inner/Chart.yaml'), 'name: inner\nversion: 0.0.1\n')
  await writeFile(join(folder, 'values.schema.json'), '{"type":"object"}')
  await writeFile(join(folder, '.hidden'), 'x')
  return folder
}

/** A chart repository; `index` may be changed while it serves. */
async function repository(t: Test, archive: Buffer) {
  const state = { digest: sha256(archive), archive, requests: 0 }
  const server = createServer((request, response) => {
    state.requests++
    if (request.url === '/moved/index.yaml') return void response.writeHead(301, { location: '/charts/index.yaml' }).end()
    if (request.url === '/charts/index.yaml') return void response.end(`entries:\n  jupyterhub:\n  - version: 4.4.0\n    digest: ${state.digest}\n    urls: [jupyterhub-4.4.0.tgz]\n`)
    if (request.url?.endsWith('/jupyterhub-4.4.0.tgz')) return void response.end(state.archive)
    response.writeHead(404).end()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  t.teardown(() => { server.closeAllConnections(); server.close() })
  return { base: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, state }
}

t.test('a folder is packed to the same bytes however old its files are and wherever it lies', async (t) => {
  const dir = t.testdir({ one: {}, two: {} })
  const one = await chartFolder(join(dir, 'one'))
  const two = await chartFolder(join(dir, 'two'))
  await utimes(join(two, 'Chart.yaml'), 1, 1)
  await writeFile(join(two, '.hidden'), 'another')
  t.equal(sha256(await packChart(one)), sha256(await packChart(two)))
  await writeFile(join(two, 'values.yaml'), 'a: 1')
  t.not(sha256(await packChart(one)), sha256(await packChart(two)))
})

t.test('a chart tells what its archive says, and is kept by its digest', async (t) => {
  const dir = t.testdir()
  const chart = await fetchChart({ source: await chartFolder(dir), version: '4.4.0' }, join(dir, 'cache'), signal)
  t.match(chart, { name: 'jupyterhub', version: '4.4.0', appVersion: '5.5.0', kubeVersion: '>=1.28.0-0', schema: { type: 'object' } })
  t.equal(sha256(await readFile(chart.path)), chart.digest)
})

t.test('a version that changed its content is refused', async (t) => {
  const dir = t.testdir()
  const source = await chartFolder(dir)
  const { digest } = await fetchChart({ source, version: '4.4.0' }, join(dir, 'cache'), signal)
  await writeFile(join(source, 'values.yaml'), 'a: 1')
  await t.rejects(fetchChart({ source, version: '4.4.0' }, join(dir, 'cache'), signal), { code: 'chart-changed' })
  await t.rejects(fetchChart({ source, version: '4.4.0', digest }, join(dir, 'other'), signal), { code: 'chart-changed' }, 'pinned elsewhere')
})

t.test('what is no chart, or another version, is refused with the reason', async (t) => {
  const dir = t.testdir({ 'x.tgz': 'no archive' })
  const source = await chartFolder(dir)
  await t.rejects(fetchChart({ source, version: '9.9.9' }, join(dir, 'cache'), signal), { code: 'chart-unknown', message: /version 4\.4\.0/ })
  await t.rejects(fetchChart({ source: join(dir, 'x.tgz'), version: '1' }, join(dir, 'cache'), signal), { code: 'chart-unknown' })
  await t.rejects(fetchChart({ source: join(dir, 'none'), version: '1' }, join(dir, 'cache'), signal), { code: 'chart-unknown' })
})

t.test('a chart is downloaded once; afterwards its repository may be gone', async (t) => {
  const dir = t.testdir()
  const { base, state } = await repository(t, await packChart(await chartFolder(dir)))
  const source = `${base}/moved/`
  const hosts: string[] = []
  const guard = async (host: string): Promise<void> => { hosts.push(host) }
  const chart = await fetchChart({ source, version: '4.4.0' }, join(dir, 'cache'), signal, { guard })
  t.equal(chart.digest, state.digest)
  t.equal(hosts.length, 3, 'the guard judges the index, its redirect and the archive')
  const { requests } = state
  t.same(await fetchChart({ source, version: '4.4.0' }, join(dir, 'cache'), signal, { guard }), chart)
  t.equal(state.requests, requests)
  await writeFile(chart.path, 'damaged')
  t.same(await fetchChart({ source, version: '4.4.0' }, join(dir, 'cache'), signal), chart, 'a damaged copy is fetched again')
  t.equal(sha256(await readFile(chart.path)), chart.digest)
})

t.test('an archive that is not the one of the index is refused, and so is a host that the guard refuses', async (t) => {
  const dir = t.testdir()
  const { base, state } = await repository(t, await packChart(await chartFolder(dir)))
  state.digest = '0'.repeat(64)
  await t.rejects(fetchChart({ source: `${base}/charts`, version: '4.4.0' }, join(dir, 'cache'), signal), { code: 'chart-unknown', message: /index/ })
  const guard = async (): Promise<void> => { throw new Error('a private address') }
  await t.rejects(fetchChart({ source: `${base}/charts`, version: '4.4.0' }, join(dir, 'cache'), signal, { guard }), { message: /a private address/ })
})

t.test('the official chart comes from its second address when the first does not answer', async (t) => {
  const dir = t.testdir()
  const archive = await packChart(await chartFolder(dir))
  const asked: string[] = []
  const fetch = (async (url: URL) => {
    asked.push(url.host)
    if (url.host === 'hub.jupyter.org') throw new TypeError('fetch failed')
    return new Response(url.pathname.endsWith('.yaml') ? `entries: {jupyterhub: [{version: 4.4.0, urls: [a.tgz]}]}` : new Uint8Array(archive))
  }) as unknown as typeof globalThis.fetch
  t.equal((await fetchChart({ source: 'official', version: '4.4.0' }, join(dir, 'cache'), signal, { fetch })).version, '4.4.0')
  t.same(asked, ['hub.jupyter.org', 'jupyterhub.github.io', 'jupyterhub.github.io'])
})
