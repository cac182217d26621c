import type { EChartsOption, SeriesOption } from 'echarts'
import { axisNumber, checkChart, colours, type Chart, type Series } from './chart.ts'

export interface PictureOptions { width: number; height: number; theme: 'light' | 'dark' }

/** Sizes in pixels. Smaller shows nothing that can be read, larger only costs. */
export const pictureSize = { width: { min: 240, max: 2400, default: 960 }, height: { min: 160, max: 1600, default: 480 } } as const

const themes = {
  light: { paper: '#ffffff', ink: '#1c1c1c', faint: '#6b6b6b', line: '#e2e2e2' },
  dark: { paper: '#16181c', ink: '#ececec', faint: '#a3a3a3', line: '#33363c' },
} as const

/** The chart as an SVG document, which holds nothing but shapes and text: no script, no link. */
export async function svgOf(chart: Chart, options: PictureOptions): Promise<string> {
  // megabytes that only a picture needs
  const { init } = await import('echarts')
  const drawing = init(null, null, { renderer: 'svg', ssr: true, width: options.width, height: options.height })
  try {
    drawing.setOption(optionOf(told(checkChart(chart)), options))
    return drawing.renderToSVGString()
  } finally {
    drawing.dispose()
  }
}

/** zrender keeps what it measured under the text itself in a plain object, so that a hub named `constructor` would break it: an invisible space makes it another text. */
function told(chart: Chart): Chart {
  const one = (text: string): string => text in {} ? `\u200b${text}` : text
  return { ...chart, title: one(chart.title), unit: one(chart.unit), labels: chart.labels.map(one), notes: chart.notes?.map(one) ?? [], series: chart.series.map((series) => ({ ...series, name: one(series.name) })) }
}

function optionOf(chart: Chart, { theme, height, width }: PictureOptions): EChartsOption {
  const { paper, ink, faint, line } = themes[theme]
  const notes = (chart.notes ?? []).slice(0, Math.max(1, Math.floor(height / 120)))
  const colour = colours(chart)
  return {
    animation: false, backgroundColor: paper, textStyle: { fontFamily: 'DejaVu Sans, Verdana, sans-serif', color: ink },
    title: [
      { text: chart.title, subtext: chart.unit, left: 16, top: 10, itemGap: 4, textStyle: { color: ink, fontSize: 16, width: width - 32, overflow: 'truncate' }, subtextStyle: { color: faint, fontSize: 12 } },
      ...notes.map((text, index) => ({ text, left: 16, bottom: 8 + (notes.length - 1 - index) * 16, textStyle: { color: faint, fontSize: 11, fontWeight: 'normal' as const, width: width - 32, overflow: 'truncate' as const } })),
    ],
    legend: { show: chart.series.length > 1, type: 'plain', top: 56, left: 12, right: 12, itemGap: 24, itemWidth: 12, itemHeight: 10, icon: 'rect', textStyle: { color: ink, fontSize: 11, width: 140, overflow: 'truncate' }, data: chart.series.map((one) => one.name) },
    grid: { left: 16, right: 24, top: chart.series.length > 1 ? 56 + legendRows(chart, width) * 22 : 64, bottom: 16 + notes.length * 16, containLabel: true },
    xAxis: { type: 'category', data: chart.labels, axisTick: { show: false }, axisLine: { lineStyle: { color: line } }, axisLabel: { color: faint, fontSize: 11, hideOverlap: true, rotate: crowded(chart, width) ? 40 : 0 } },
    yAxis: { type: 'value', splitLine: { lineStyle: { color: line } }, axisLabel: { color: faint, fontSize: 11, formatter: (value: number) => axisNumber(value) } },
    series: chart.series.flatMap((one, index) => [...(one.band ? bandOf(one, colour[index]!) : []), seriesOf(one, chart.type, colour[index]!)]),
  }
}

function seriesOf(one: Series, type: Chart['type'], color: string): SeriesOption {
  const expected = (index: number) => one.outlook !== undefined && index >= one.outlook
  // `connectNulls` stays off: a gap is seen as one
  if (type === 'line') return { type: 'line', name: one.name, data: one.values, symbol: one.values.length > 60 ? 'none' : 'circle', symbolSize: 5, lineStyle: { color, width: 2 }, itemStyle: { color }, z: 3 }
  const data = one.values.map((value, index) => ({ value: value ?? '-', itemStyle: { color, opacity: expected(index) ? 0.45 : 1 } }))
  return { type: 'bar', name: one.name, stack: 'whole', data, barCategoryGap: '20%', itemStyle: { color } }
}

/** From low to high: an area upon one that is not seen. */
function bandOf(one: Series, color: string): SeriesOption[] {
  const part = (value: (band: [number, number]) => number) => one.band!.map((band) => band === null ? null : value(band))
  const common = { type: 'line' as const, stack: `band of ${one.name}`, symbol: 'none', lineStyle: { opacity: 0 }, silent: true }
  return [{ ...common, data: part(([low]) => low) }, { ...common, data: part(([low, high]) => high - low), areaStyle: { color, opacity: 0.2 } }]
}

const legendRows = (chart: Chart, width: number): number => {
  const widths = chart.series.map((one) => 44 + Math.min(140, one.name.length * 7.5))
  return Math.max(1, Math.ceil(widths.reduce((sum, one) => sum + one, 0) / (width - 24)))
}
const crowded = (chart: Chart, width: number): boolean => chart.labels.length <= 40 && chart.labels.reduce((sum, label) => sum + label.length * 7 + 8, 0) > width - 80
