import type { Catalogue } from '../catalogue/catalogue.ts'
import { figureKey, Figures, ForeignCurrency, type Figure } from './figures.ts'
import type { PriceReader } from './reader.ts'

/** What a month more of an old version of Kubernetes costs is told apart from what every cluster does. */
const extended = { of: 'controlPlane', name: 'extended' } as const

/** Rows of offer files (AmazonEC2, AWSELB, AmazonVPC, AmazonEKS), and with the TermType `Spot` those of the list of spot prices: machines, EBS by the GB and month, and what a cluster needs beside. */
export function awsReader(catalogue: Catalogue): PriceReader {
  const figures = new Figures()
  const regions = new Set(catalogue.regions)
  const surcharges = new Map<string, number>()
  return {
    figures() {
      for (const [region, surcharge] of surcharges) {
        const standard = figures.prices.get(figureKey({ of: 'controlPlane', name: 'standard', region }))
        if (standard !== undefined) figures.add({ ...extended, region }, Number((standard + surcharge).toPrecision(12)))
      }
      return figures
    },
    read(record) {
      const row = (record ?? {}) as Record<string, string | undefined>
      if (row['TermType'] === undefined) return figures.reject('a row without TermType')
      const [region, spot] = [row['Region Code'] ?? '', row['TermType'] === 'Spot']
      if (!(spot || row['TermType'] === 'OnDemand') || !regions.has(region)) return
      const figure = spot ? spotOf(catalogue, row) : machineOf(catalogue, row) ?? diskOf(catalogue, row) ?? serviceOf(row)
      if (!figure) return
      if (row['Currency'] !== catalogue.currency) throw new ForeignCurrency(row['Currency'] ?? '', catalogue.currency)
      const price = Number(row['PricePerUnit'] || Number.NaN)
      if (Number.isNaN(price)) return figures.reject(`${figure.name} in ${region} costs ${JSON.stringify(row['PricePerUnit'])}`)
      // what is free is there for capacity that was paid for otherwise
      if (price === 0) return
      if (figure.name === extended.name) surcharges.set(region, price)
      else figures.add({ ...figure, region }, price, row['EffectiveDate'] ?? '')
    },
  }
}

const spotOf = ({ machines }: Catalogue, row: Record<string, string | undefined>) => (Object.hasOwn(machines, row['Instance Type'] ?? '') ? { of: 'spot' as const, name: row['Instance Type']! } : null)

/** A kind of usage begins with the region's own short name, but in us-east-1. Load balancers are the classic ones, which a Service gets unless a controller makes another. */
const services: [usage: RegExp, unit: string, family: string | null, figure: Pick<Figure, 'of' | 'name'>][] = [
  [/(^|-)LoadBalancerUsage$/, 'Hrs', 'Load Balancer', { of: 'loadBalancer', name: 'firstRulesPerHour' }], [/(^|-)DataProcessing-Bytes$/, 'GB', 'Load Balancer', { of: 'loadBalancer', name: 'perGiB' }],
  [/(^|-)PublicIPv4:InUseAddress$/, 'Hrs', null, { of: 'address', name: 'perHour' }],
  [/(^|-)AmazonEKS-Hours:perCluster$/, 'Hrs', null, { of: 'controlPlane', name: 'standard' }], [/(^|-)AmazonEKS-Hours:extendedSupport$/, 'Hrs', null, extended],
]

function serviceOf(row: Record<string, string | undefined>): Pick<Figure, 'of' | 'name'> | undefined {
  const usage = row['usageType'] ?? ''
  return services.find(([kind, unit, family]) => kind.test(usage) && row['Unit']?.toLowerCase() === unit.toLowerCase() && (family === null || row['Product Family'] === family))?.[3]
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
