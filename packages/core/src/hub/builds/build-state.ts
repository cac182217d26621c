/** How far a build is in its cluster. */
export interface BuildState {
  state: 'waiting' | 'fetching' | 'building' | 'pushed' | 'failed'
  /** What it waits for, or why it failed. */
  message: string
  /** What was pushed, where the build told it. */
  digest: string | null
}
