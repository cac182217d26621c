import type { Catalogue } from '../catalogue/catalogue.ts'
import { Figures, ForeignCurrency } from './figures.ts'
import type { PriceReader } from './reader.ts'

/** Rows of the offer file of AmazonEC2: machines on demand, and EBS by the GB and month. The list tells no spot prices. */
export function awsReader(catalogue: Catalogue): PriceReader {
  const figures = new Figures()
  const regions = new Set(catalogue.regions)
  return {
    figures: () => figures,
    read(record) {
      const row = (record ?? {}) as Record<string, string | undefined>
      if (row['TermType'] === undefined) return figures.reject('a row without TermType')
      if (row['TermType'] !== 'OnDemand' || !regions.has(row['Region Code'] ?? '')) return
      const figure = machineOf(catalogue, row) ?? diskOf(catalogue, row)
      if (!figure) return
      if (row['Currency'] !== catalogue.currency) throw new ForeignCurrency(row['Currency'] ?? '', catalogue.currency)
      const price = Number(row['PricePerUnit'] || Number.NaN)
      if (Number.isNaN(price)) return figures.reject(`${figure.name} in ${row['Region Code']} costs ${JSON.stringify(row['PricePerUnit'])}`)
      // what is free is there for capacity that was paid for otherwise
      if (price !== 0) figures.add({ ...figure, region: row['Region Code']! }, price, row['EffectiveDate'] ?? '')
    },
  }
}

const linux: [column: string, value: string][] = [['Operating System', 'Linux'], ['Tenancy', 'Shared'], ['Pre Installed S/W', 'NA'], ['CapacityStatus', 'Used'], ['Unit', 'Hrs']]

function machineOf({ machines }: Catalogue, row: Record<string, string | undefined>) {
  const name = row['Instance Type'] ?? ''
  if (!row['Product Family']?.startsWith('Compute Instance') || !Object.hasOwn(machines, name)) return null
  return linux.every(([column, value]) => row[column] === value) && (row['MarketOption'] ?? 'OnDemand') === 'OnDemand' ? { of: 'onDemand' as const, name } : null
}

function diskOf({ disks }: Catalogue, row: Record<string, string | undefined>) {
  const name = row['Volume API Name'] ?? ''
  return row['Product Family'] === 'Storage' && row['Unit'] === 'GB-Mo' && Object.hasOwn(disks, name) ? { of: 'disk' as const, name } : null
}
