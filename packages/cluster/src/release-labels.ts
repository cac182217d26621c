const labels = { values: 'hubfleet.dev/values', chart: 'hubfleet.dev/chart' }

/** What helm writes on the release's Secret for us: both sha256, in hex. */
export function releaseLabels({ valuesHash, chartDigest }: { valuesHash: string; chartDigest: string }): string {
  return `${labels.values}=${labelOf(valuesHash)},${labels.chart}=${labelOf(chartDigest)}`
}

/** A label holds 63 characters, one less than a sha256 in hex, and begins and ends with a letter or digit; base64url between two letters fits. */
export const labelOf = (sha256: string): string => `s${Buffer.from(sha256, 'hex').toString('base64url')}s`

export const hashOfLabel = (label: string | undefined): string | null => (label && /^s[\w-]{43}s$/.test(label) ? Buffer.from(label.slice(1, -1), 'base64url').toString('hex') : null)

export const readReleaseLabels = (found: Record<string, string>) => ({ valuesHash: hashOfLabel(found[labels.values]), chartDigest: hashOfLabel(found[labels.chart]) })
