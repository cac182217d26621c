import t from 'tap'
import { imageList } from './images.ts'

const facts = { pointer: '/image', image: 'quay.io/a/b:1.2.3', pinned: false, moving: null, digest: 'sha256:11', current: null, platforms: ['linux/amd64'], sizeBytes: 600 * 2 ** 20, labels: {}, jupyterhub: null, problem: null }

t.test('each image tells what runs, whether that can change, and what its registry says against it', async (t) => {
  t.equal(imageList({ items: [facts] }), ['quay.io/a/b:1.2.3', '    Field: /image', '    A node downloads 600 MiB', '    For linux/amd64', ''].join('\n'))
  t.match(imageList({ items: [{ ...facts, moving: 'follows a branch' }] }), /Its tag follows a branch/)
  t.match(imageList({ items: [{ ...facts, pinned: true, current: true }] }), /Pinned by its digest; its tag is still the same/)
  t.match(imageList({ items: [{ ...facts, pinned: true, current: false }] }), /its tag is another image now: sha256:11\. hubfleet hub pin/)
  t.match(imageList({ items: [{ ...facts, digest: null, platforms: [], sizeBytes: null, problem: 'The registry does not answer' }] }), /Not found out: The registry does not answer/)
})

t.test('a hub without an image of its own is told so, and not shown as nothing', async (t) => {
  t.match(imageList({ items: [] }), /servers run the one that the chart brings/)
})

t.test('what a registry says cannot steer a terminal', async (t) => {
  t.notMatch(imageList({ items: [{ ...facts, problem: 'a\u001b[2J\nb' }] }), /\u001b|J\nb/)
})
