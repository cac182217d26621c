import fc from 'fast-check'
import t from 'tap'
import { pngOf, svgOf, textOf, type Chart } from './index.ts'

const chart: Chart = {
  title: 'What it cost <each> day & night', type: 'stacked', unit: 'USD',
  labels: ['1 May', '2 May', '3 May', '4 May'],
  series: [
    { name: 'servers', values: [4, 2, null, 3], outlook: 3, band: [null, null, null, [2, 5]] },
    { name: 'idle', values: [4, 0, null, 1] },
  ],
  notes: ['3 May was not seen.'],
}
const size = { width: 640, height: 360, theme: 'light' } as const
const plain = (text: string) => text.replaceAll(/\u001b\[[0-9;]*m/g, '')
const words = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 20 }), fc.constantFrom('constructor', '__proto__', 'toString'))
const anyChart = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 1, max: 10 })).chain(([labels, series]) => fc.record({
  title: words, type: fc.constantFrom('stacked', 'line'), unit: words, labels: fc.array(words, { minLength: labels, maxLength: labels }),
  series: fc.array(fc.record({ name: words, values: fc.array(fc.option(fc.maxSafeNat().map((micros) => micros / 1e6)), { minLength: labels, maxLength: labels }) }), { minLength: series, maxLength: series }),
  notes: fc.array(words, { maxLength: 5 }),
})) as fc.Arbitrary<Chart>

t.test('a picture holds its title, its series, its labels and what must be known with it', async (t) => {
  const svg = await svgOf(chart, size)
  for (const text of ['What it cost &lt;each&gt; day &amp; night', 'servers', 'idle', '1 May', '4 May', '3 May was not seen.', 'USD']) t.match(svg, `>${text}<`)
})

t.test('nothing in a picture runs or leads elsewhere, whatever its words are', async () => {
  await fc.assert(fc.asyncProperty(anyChart, async (any) => {
    const svg = await svgOf({ ...any, title: `<script>alert(1)</script>${any.title}`, notes: ['<a href="https://example.org">x</a>'] }, size)
    return !/<script|<a[ >]|<foreignObject|\shref=|\son\w+=/i.test(svg.replaceAll(/>[^<]*</g, '><'))
  }), { numRuns: 40 })
})

t.test('both themes have paper of their own', async (t) => {
  t.match(await svgOf(chart, size), '#ffffff')
  const dark = await svgOf(chart, { ...size, theme: 'dark' })
  t.match(dark, '#16181c')
  t.notMatch(dark, '#ffffff')
})

t.test('what is not known is not drawn, and what is expected is drawn paler', async (t) => {
  const shapes = (svg: string) => svg.match(/<path[^>]*fill="#0072b2"[^>]*>/g) ?? []
  const whole = shapes(await svgOf({ ...chart, series: [{ name: 'servers', values: [4, 2, 1, 3] }] }, size))
  const gap = shapes(await svgOf({ ...chart, series: [{ name: 'servers', values: [4, 2, null, 3] }] }, size))
  t.equal(whole.length - gap.length, 1)
  t.equal(shapes(await svgOf({ ...chart, series: [{ name: 'servers', values: [4, 2, 1, 3], outlook: 2 }] }, size)).filter((path) => /opacity="0\.45"/.test(path)).length, 2)
})

t.test('a PNG is twice the asked size and has letters where the SVG has words', async (t) => {
  const png = await pngOf(chart, size)
  t.equal(png.subarray(1, 4).toString(), 'PNG')
  t.same([png.readUInt32BE(16), png.readUInt32BE(20)], [1280, 720])
  const mute = await pngOf({ ...chart, title: ' ', notes: [] }, size)
  t.not(png.length, mute.length, 'words are part of the picture')
})

t.test('a series that has not one value for each label is refused', async (t) => {
  const odd = { ...chart, series: [{ name: 'servers', values: [1] }] }
  await t.rejects(svgOf(odd, size), /"servers" of the chart needs 4 values/)
  t.throws(() => textOf(odd, { width: 80, height: 8, colour: false }), RangeError)
})

t.test('in a terminal the parts stand one upon another, and a gap is a dot', async (t) => {
  t.equal(textOf(chart, { width: 60, height: 4, colour: false }), [
    'What it cost <each> day & night (USD)',
    '      10 ┤▂▂▂▂▂▂▂▂',
    '         ┤▓▓▓▓▓▓▓▓',
    '       5 ┤████████                   ▅▅▅▅▅▅▅▅',
    '         ┤████████ ▇▇▇▇▇▇▇▇ ·        ████████',
    '       0 └────────────────────────────────────',
    '          1 May    2 May    3 May    4 May',
    '          █ servers  ▓ idle',
    '3 May was not seen.', '',
  ].join('\n'))
})

t.test('colour changes nothing but the shades', async (t) => {
  const coloured = textOf(chart, { width: 60, height: 4, colour: true })
  t.match(coloured, '\u001b[38;2;0;114;178m')
  t.equal(plain(coloured), textOf(chart, { width: 60, height: 4, colour: false }).replaceAll('▓', '█'))
})

t.test('no line of a chart is broader than the terminal, but for its title and notes', async () => {
  fc.assert(fc.property(anyChart, fc.integer({ min: 40, max: 160 }), fc.boolean(), (any, width, colour) => {
    const short = { ...any, title: 't', unit: 'u', notes: [], labels: any.labels.map(() => 'ab'), series: any.series.map((one) => ({ ...one, name: 'n' })) }
    const lines = plain(textOf(short, { width, height: 5, colour })).split('\n').filter((line) => !line.startsWith('Each column'))
    return lines.every((line) => line.replace(/ (up to .*|nothing known)$/, '').length <= width + 1)
  }))
})

t.test('a year of days in a narrow terminal is shown as means, which is said', async (t) => {
  const days = Array.from({ length: 365 }, (_, index) => index)
  const text = textOf({ title: 'Year', type: 'stacked', unit: 'USD', labels: days.map(String), series: [{ name: 'all', values: days.map(() => 2) }] }, { width: 80, height: 2, colour: false })
  t.match(text, 'Each column is the mean of up to 6.')
  t.match(text, /2 ┤█{61}\n/)
})
