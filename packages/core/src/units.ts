const byteUnits: Record<string, number> = { K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 }

/**
 * Bytes of a JupyterHub memory size: a number, or digits with K, M, G or T in units of 1024. Null when JupyterHub would refuse it,
 * as it does `1Gi` and, since a text needs a unit, `"1073741824"`.
 */
export function parseByteSpec(value: string | number): number | null {
  if (typeof value === 'number') return Number.isFinite(value) && value >= 0 ? Math.trunc(value) : null
  const match = /^(\d+(?:\.\d+)?)([KMGT])$/.exec(value)
  return match ? Math.trunc(Number(match[1]) * byteUnits[match[2] as string]!) : null
}

/** What a refused memory size most likely meant, spelled as JupyterHub wants it, or null: `512Mi`, `512MB` and `512m` meant `512M`. */
export function suggestByteSpec(value: string): string | null {
  const match = /^\s*(\d+(?:\.\d+)?)\s*([kmgt])i?b?\s*$/i.exec(value)
  if (match) return `${match[1]}${(match[2] as string).toUpperCase()}`
  const bytes = /^\d+$/.test(value) ? Number(value) : 0
  return bytes >= 1024 && bytes % 1024 === 0 ? `${bytes / 1024}K` : null
}

const binary = ['Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei']
const decimal: Record<string, number> = { n: 1e-9, u: 1e-6, m: 1e-3, '': 1, k: 1e3, M: 1e6, G: 1e9, T: 1e12, P: 1e15, E: 1e18 }

/** The value of a Kubernetes quantity such as `10Gi`, `500m` or `1e3`; null when Kubernetes would refuse it. */
export function parseQuantity(value: string | number): number | null {
  const match = /^([+-]?(?:\d+\.?\d*|\.\d+))(?:([eE][+-]?\d+)|([KMGTPE]i|[numkMGTPE]))?$/.exec(String(value))
  if (!match) return null
  const [, digits, exponent, suffix = ''] = match
  if (exponent) return Number(`${digits}${exponent}`)
  const power = binary.indexOf(suffix)
  return Number(digits) * (power >= 0 ? 1024 ** (power + 1) : decimal[suffix]!)
}

/** Bytes for people: `1.5 GiB`. */
export function formatBytes(bytes: number): string {
  const names = ['bytes', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB']
  const power = bytes < 1 ? 0 : Math.min(names.length - 1, Math.floor(Math.log2(bytes) / 10))
  return `${Number((bytes / 1024 ** power).toFixed(power === 0 ? 0 : 1))} ${names[power]}`
}
