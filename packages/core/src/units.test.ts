import fc from 'fast-check'
import t from 'tap'
import { formatBytes, parseByteSpec, parseQuantity, suggestByteSpec } from './units.ts'

t.test('memory is read as JupyterHub reads it: K, M, G, T in units of 1024, fractions allowed', async (t) => {
  t.equal(parseByteSpec('1G'), 1024 ** 3)
  t.equal(parseByteSpec('1.5M'), 1.5 * 1024 ** 2)
  t.equal(parseByteSpec(512), 512)
})

t.test('memory that JupyterHub would refuse only when a server starts is refused here, and the right spelling is offered', async (t) => {
  for (const [wrong, right] of [['1Gi', '1G'], ['512MB', '512M'], ['2g', '2G'], ['1073741824', '1048576K']] as const) {
    t.equal(parseByteSpec(wrong), null, wrong)
    t.equal(suggestByteSpec(wrong), right)
  }
  for (const nonsense of ['', 'G', '-1G', 'much', '1 G B']) {
    t.equal(parseByteSpec(nonsense), null, nonsense)
    t.equal(suggestByteSpec(nonsense), null, nonsense)
  }
})

t.test('what is offered in place of a wrong memory size is always one that JupyterHub takes', async () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.stringMatching(/^\d{1,4} ?[kmgtKMGT]?i?b?$/)), (text) => {
    const offered = suggestByteSpec(text)
    return offered === null || parseByteSpec(offered) !== null
  }))
})

t.test('sizes of Kubernetes are read with binary and decimal units, and 1GB or 10K are not among them', async (t) => {
  t.equal(parseQuantity('10Gi'), 10 * 1024 ** 3)
  t.equal(parseQuantity('10G'), 10e9)
  t.equal(parseQuantity('500m'), 0.5)
  t.equal(parseQuantity('1e3'), 1000)
  t.equal(parseQuantity('1E'), 1e18)
  for (const wrong of ['1GB', '10K', '', 'Gi', '1 Gi']) t.equal(parseQuantity(wrong), null, wrong)
})

t.test('sizes for people have one decimal at most', async (t) => {
  t.same([0, 512, 1024 ** 3, 1.5 * 1024 ** 3].map(formatBytes), ['0 bytes', '512 bytes', '1 GiB', '1.5 GiB'])
})
