import { Unreadable } from './ask.ts'

/** Names that the list has for regions that are older than today's names. */
const oldNames: Record<string, string> = { 'us-east': 'us-east-1', 'us-west': 'us-west-1', 'eu-ireland': 'eu-west-1', 'eu-frankfurt': 'eu-central-1', 'apac-sin': 'ap-southeast-1', 'apac-syd': 'ap-southeast-2', 'apac-tokyo': 'ap-northeast-1' }

interface SpotList { config: { regions: { region: string; instanceTypes: { sizes: { size: string; valueColumns: { name: string; prices: Record<string, string> }[] }[] }[] }[] } }

/** The list of spot prices, a call of a function with JSON, as rows like those of offer files. `N/A*` is no price. Throws `Unreadable`. */
export function spotRows(text: string): Record<string, string>[] {
  const [from, to] = [text.indexOf('{'), text.lastIndexOf('}')]
  try {
    const { config } = JSON.parse(text.slice(from, to + 1)) as SpotList
    return config.regions.flatMap(({ region, instanceTypes }) => instanceTypes.flatMap(({ sizes }) => sizes.flatMap(({ size, valueColumns }) => {
      const prices = valueColumns.find(({ name }) => name === 'linux')?.prices ?? {}
      return Object.entries(prices).filter(([, price]) => !price.startsWith('N/A')).map(([Currency, PricePerUnit]) => ({ TermType: 'Spot', 'Region Code': oldNames[region] ?? region, 'Instance Type': size, Currency, PricePerUnit }))
    })))
  } catch (error) {
    throw new Unreadable(`the list of spot prices cannot be read: ${(error as Error).message}`)
  }
}
