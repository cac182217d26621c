import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import type { Chart } from './chart.ts'
import { svgOf, type PictureOptions } from './svg.ts'

/** The chart as a PNG of twice the size in pixels, sharp on today's screens. Its font comes with the package: a server mostly has none. */
export async function pngOf(chart: Chart, options: PictureOptions): Promise<Buffer> {
  const svg = await svgOf(chart, options)
  const { renderAsync } = await import('@resvg/resvg-js')
  const image = await renderAsync(svg, { fitTo: { mode: 'zoom', value: 2 }, font: { loadSystemFonts: false, fontFiles, defaultFontFamily: 'DejaVu Sans' } })
  return image.asPng()
}

const fonts = join(dirname(createRequire(import.meta.url).resolve('dejavu-fonts-ttf/package.json')), 'ttf')
const fontFiles = [join(fonts, 'DejaVuSans.ttf'), join(fonts, 'DejaVuSans-Bold.ttf')]
