export interface MeteringSettings {
  /** Seconds between two looks at a cluster. */
  everySeconds: number
  /** Days for which raw samples are kept. */
  keepDays: number
  /** Days for which costs and usage are kept by the hour, not less than raw samples are. By the day and month they are kept for good. */
  keepHoursDays: number
  /** Days after its end for which a session is kept. */
  keepSessionsDays: number
}

export const defaultMetering: MeteringSettings = { everySeconds: 300, keepDays: 35, keepHoursDays: 400, keepSessionsDays: 1100 }

/** One look that came late or failed is no gap; two are. */
export const holdsSeconds = ({ everySeconds }: Pick<MeteringSettings, 'everySeconds'>): number => 2 * everySeconds
