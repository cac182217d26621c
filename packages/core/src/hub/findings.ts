/** Something that is possible and yet so easily a mistake that it must be said twice: with `code` in the request's `confirm`. */
export interface Confirmation { code: 'users-deleted-with-homes' | 'short-max-age' | 'users-renamed' | 'culled-while-active' | 'busy-kernels-stopped'; pointer: string; what: string }

/** Something a plan tells and nobody has to answer. */
export interface Warning {
  code: 'nobody-may-log-in' | 'home-per-visit' | 'shared-names' | 'readable-passwords' | 'open-notebooks-stay' | 'warnings-not-shown' | 'seats-add-no-nodes' | 'seats-too-small' | 'limit-reserves' | 'one-home-for-all' | 'database-not-kept' | 'moving-tag'
  pointer: string
  what: string
}
