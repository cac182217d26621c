import fc from 'fast-check'
import t from 'tap'
import { completeHubSpec } from '../complete.ts'
import { jupyterhubMismatch, jupyterhubOf, missingArchitectures } from './image-facts.ts'
import { movingTag, parseImage, registryOf } from './image-reference.ts'
import { imagesOfSpec, mapImages } from './images-of.ts'
import { checkHubSpec } from '../check.ts'
import { newHubSecrets } from '../secrets.ts'
import { renderValues } from '../values.ts'

const digest = `sha256:${'a'.repeat(64)}`

t.test('a name is read as container runtimes read it', async (t) => {
  t.match(parseImage('python'), { registry: 'registry-1.docker.io', repository: 'library/python', tag: null, digest: null })
  t.match(parseImage('berkeleydsep/singleuser-data8:v0.1'), { registry: 'registry-1.docker.io', repository: 'berkeleydsep/singleuser-data8', tag: 'v0.1' })
  t.match(parseImage(`quay.io/jupyter/scipy-notebook:2026-01-05@${digest}`), { registry: 'quay.io', repository: 'jupyter/scipy-notebook', tag: '2026-01-05', digest })
  t.match(parseImage('localhost:5000/a/b'), { registry: 'localhost:5000', repository: 'a/b', tag: null })
  t.match(parseImage('docker.io/python:3.13'), { repository: 'library/python', tag: '3.13' })
  for (const wrong of ['', 'Quay.io/Jupyter/x', 'a//b', 'a/b@sha256:short', 'https://quay.io/a/b', 'a b']) t.equal(parseImage(wrong), null, wrong)
  t.equal(registryOf('python'), 'docker.io')
  t.equal(registryOf('quay.io/a/b'), 'quay.io')
})

t.test('whatever is read is written back as it was', async () => {
  const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
  fc.assert(fc.property(word, word, fc.stringMatching(/^[A-Za-z0-9][\w.-]{0,10}$/), fc.boolean(), (owner, name, tag, pinned) => {
    const read = parseImage(`quay.io/${owner}/${name}:${tag}${pinned ? `@${digest}` : ''}`)
    return read?.repository === `${owner}/${name}` && read.tag === tag && read.digest === (pinned ? digest : null)
  }))
})

t.test('tags that follow something are told from those that name something', async (t) => {
  for (const tag of [null, 'latest', 'main', 'master-slim', 'stable', 'notebook', '5', '3.11', 'v2']) t.ok(movingTag(tag), String(tag))
  for (const tag of ['2026-01-05', '5.5.0', 'v0.1.5', 'hub-5.5.0', '1a2b3c4', 'sha-1a2b3c4d', '20260105']) t.equal(movingTag(tag), null, tag)
})

t.test('JupyterHub in an image is told only by what tells it', async (t) => {
  t.match(jupyterhubOf(parseImage('quay.io/jupyter/base-notebook:hub-5.2.1')!, {}), { version: '5.2.1' })
  t.match(jupyterhubOf(parseImage('quay.io/jupyterhub/singleuser:4.1')!, {}), { version: '4.1' })
  t.match(jupyterhubOf(parseImage('quay.io/course/env:1')!, { 'dev.hubfleet.jupyterhub': '5.5.0' }), { version: '5.5.0' })
  t.equal(jupyterhubOf(parseImage('quay.io/jupyter/base-notebook:2026-01-05')!, {}), null)
  t.ok(jupyterhubMismatch('5.5.0', '4.1.6'))
  t.notOk(jupyterhubMismatch('5.5.0', '5.2.1'))
  t.same(missingArchitectures(['linux/amd64', 'linux/arm64/v8'], ['amd64', 'arm64', 'riscv64']), ['riscv64'])
  t.same(missingArchitectures([], ['amd64']), [], 'nothing known is nothing missing')
})

const profiles = [{ slug: 'r', displayName: 'R', image: { name: 'quay.io/jupyter/r-notebook', tag: '2026-01-05' } }]

t.test('a digest decides what is pulled, in the hub and in profiles, and the tag stays readable', async (t) => {
  const spec = mapImages(completeHubSpec({ image: { name: 'quay.io/a/b', tag: '1.0.0', pin: true }, profiles }), (image) => ({ ...image, digest }))
  const { values } = renderValues({ hub: { id: 'hub_x', tenantId: 'tenant_x' }, spec, secrets: newHubSecrets() })
  t.match(values, { singleuser: { image: { name: 'quay.io/a/b', tag: `1.0.0@${digest}` }, profileList: [{ kubespawner_override: { image: `quay.io/jupyter/r-notebook:2026-01-05@${digest}` } }] } })
  t.notMatch(JSON.stringify(values), '"pin"')
})

t.test('images are found wherever they win', async (t) => {
  t.match(imagesOfSpec(completeHubSpec({ image: { name: 'a/b', tag: '1.0.0' }, profiles })).map(({ pointer, text }) => `${pointer} ${text}`), ['/image a/b:1.0.0', '/profiles/0/image quay.io/jupyter/r-notebook:2026-01-05'])
  const raw = completeHubSpec({ image: { name: 'a/b', tag: '1.0.0' }, profiles, values: { singleuser: { image: { name: 'c/d', tag: 'x' }, profileList: [{ kubespawner_override: { image: 'e/f:1' }, profile_options: { o: { choices: { one: { kubespawner_override: { image: 'g/h:1' } } } } } }] } } })
  t.same(imagesOfSpec(raw).map(({ text }) => text), ['c/d:x', 'e/f:1', 'g/h:1'])
})

t.test('a moving tag is warned of unless it is pinned; a tag in the name is said where it belongs', async (t) => {
  const check = (image: { name: string; tag: string; pin?: boolean }) => checkHubSpec(completeHubSpec({ image }), {})
  t.match(check({ name: 'quay.io/a/b', tag: 'latest' }).warnings, [{ code: 'nobody-may-log-in' }, { code: 'moving-tag', pointer: '/image' }])
  t.same(check({ name: 'quay.io/a/b', tag: 'latest', pin: true }).warnings.map(({ code }) => code), ['nobody-may-log-in'])
  t.match(check({ name: 'quay.io/a/b:1', tag: '1' }).errors, [{ pointer: '/image/name', detail: /tag: 1/ }])
  t.match(check({ name: 'Quay.io/A', tag: '1' }).errors, [{ pointer: '/image/name', code: 'image-name' }])
})

t.test('the login of a registry becomes the Secret of the chart, and is needed', async (t) => {
  const spec = completeHubSpec({ imagePullSecret: { registry: 'docker.io', username: 'robot' } })
  t.match(checkHubSpec(spec, {}).errors, [{ pointer: '/imagePullSecret/password', code: 'required' }])
  const { values } = renderValues({ hub: { id: 'hub_x', tenantId: 'tenant_x' }, spec, secrets: newHubSecrets({ '/imagePullSecret/password': 's3cret' }) })
  t.match(values, { imagePullSecret: { create: true, registry: 'https://index.docker.io/v1/', username: 'robot', password: 's3cret' } })
})
