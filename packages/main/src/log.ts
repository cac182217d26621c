import { isProblem } from '@hubfleet/core'
import type { Log } from './hubfleet.ts'

/** Lines for people, on standard error. Of an error its text and stack; Hubfleet's own errors hold no secrets. */
export const consoleLog: Log = {
  info: (message) => console.error(message),
  error: (message, error) => console.error(`${message}: ${isProblem(error) ? `${error.code}: ${error.message}` : error instanceof Error ? (error.stack ?? error.message) : String(error)}`),
}
