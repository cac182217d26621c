/**
 * What people would rather look at than read: amounts over periods, or beside one another. Drawn as SVG, PNG or text from the same value.
 * @property type `stacked`: the parts of a whole, one upon another; `line`: each by itself
 * @property unit what the amounts are in, as it stands beside them: `USD`, `nodes`
 * @property labels the periods or things compared, from left to right
 * @property notes what must be known with it (what was not seen, what has no price), a line each
 */
export interface Chart {
  title: string
  type: 'stacked' | 'line'
  unit: string
  labels: string[]
  series: Series[]
  notes?: string[]
}

/**
 * @property values one for each label; null where nothing is known, which is drawn as nothing and never as zero
 * @property outlook from this label on, values are expected and not seen: drawn paler
 * @property band within which they are expected, for each label; null where it is certain
 */
export interface Series {
  name: string
  values: (number | null)[]
  outlook?: number
  band?: ([low: number, high: number] | null)[]
}

/** Told apart by people who see colours differently too (Okabe and Ito, 2008). */
export const palette = ['#0072b2', '#e69f00', '#009e73', '#cc79a7', '#56b4e9', '#d55e00', '#8c6bb1', '#b8a100'] as const
export const restColour = '#9a9a9a'

/** The colour of each series; what is called a rest is grey. */
export const colours = (chart: Chart): string[] => chart.series.map((one, index) => one.name === rest ? restColour : palette[index % palette.length]!)

/** The name of a series of all that have none of their own. */
export const rest = 'all others'

/** Throws a RangeError where a series has not one value for each label: a picture of half of the data would tell what is not so. */
export function checkChart(chart: Chart): Chart {
  const odd = chart.series.find((one) => one.values.length !== chart.labels.length || (one.band && one.band.length !== chart.labels.length))
  if (odd) throw new RangeError(`The series ${JSON.stringify(odd.name)} of the chart needs ${chart.labels.length} values, one for each label; it has ${odd.values.length}.`)
  return chart
}

/** Short for axes: `1.2k`, `340`, `0.05`. */
export const axisNumber = (value: number): string => axis.format(value).replace('K', 'k')
const axis = new Intl.NumberFormat('en', { notation: 'compact', maximumSignificantDigits: 3 })
