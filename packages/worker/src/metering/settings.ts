export interface MeteringSettings {
  /** Seconds between two looks at a cluster. */
  everySeconds: number
  /** Days for which raw samples are kept. Rollups are kept for ever. */
  keepDays: number
}

export const defaultMetering: MeteringSettings = { everySeconds: 300, keepDays: 35 }

/** One look that came late or failed is no gap; two are. */
export const holdsSeconds = ({ everySeconds }: Pick<MeteringSettings, 'everySeconds'>): number => 2 * everySeconds
