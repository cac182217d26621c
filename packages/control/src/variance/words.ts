import type { Variance, VarianceReason } from '@hubfleet/pricing'

type Reason = Variance['reasons'][number]

/** What a reason means, with its figures. */
export function reasonInWords({ name, was, is }: Reason): string {
  const sentence = sentences[name]
  return typeof sentence === 'string' ? sentence : sentence(figure(was), figure(is))
}

const sentences: Record<VarianceReason, string | ((was: string, is: string) => string)> = {
  changes: 'The hub was changed within the month, and something else was expected from then on.',
  'part-of-month': (was, is) => `It was there and measured for ${is} of the month's ${was} hours.`,
  unseen: (was, is) => `Of ${was} hours ${is} were seen; what the others cost nobody knows.`,
  users: (was, is) => `${is} people had a server; expected were ${was}.`,
  hours: (was, is) => `Each had one for ${is} hours; expected were ${was}.`,
  'server-size': (was, is) => `A server reserved ${is} GiB; expected were ${was}.`,
  packing: (was, is) => `A node had ${is} GiB of servers on it, on average; expected were ${was}. The rest is idle, seats kept warm, and nodes of which others have a part.`,
  'node-price': (was, is) => `An hour of a node with its disk cost ${is}; expected were ${was}: other machines, spot or prices.`,
  homes: (was, is) => `There were ${is} homes; expected were ${was}.`,
  'home-size': (was, is) => `A home has ${is} GiB; expected were ${was}.`,
  'home-price': 'Disks of homes cost another price for each GiB.',
  'hub-disk': 'The disk of the hub\'s own database.',
  cluster: 'Core nodes and the control plane: an estimate has the hub alone, and others may share them.',
  access: 'Load balancers and addresses.',
  other: 'What no estimate has: traffic, the making of images, other disks.',
  unknown: 'The bill has it, and nothing that was seen explains it.',
  bill: 'The bill is another than list prices times what was measured: discounts, credits, taxes, other prices.',
}

const figure = (value: number | null): string => (value === null ? 'not known' : String(Number(value.toPrecision(4))))

/** A month in a sentence, with the two reasons that matter most. */
export function monthInWords(month: string, { estimate, actual, reasons }: Variance, billed: boolean): string {
  const dollars = (micros: bigint) => `${(Number(micros) / 1e6).toFixed(2)}`
  const more = actual - estimate
  const main = reasons.toSorted((a, b) => Number(abs(b.micros) - abs(a.micros))).slice(0, 2).map(({ name, micros }) => `${name} (${micros > 0n ? '+' : ''}${dollars(micros)})`)
  const because = main.length > 0 ? `, mostly ${main.join(' and ')}` : ''
  return `${month}: ${dollars(actual)} USD ${billed ? 'billed' : 'measured'}, ${dollars(estimate)} estimated${more === 0n ? '' : `: ${dollars(abs(more))} ${more > 0n ? 'more' : 'less'}${because}`}.`
}

const abs = (micros: bigint): bigint => (micros < 0n ? -micros : micros)
