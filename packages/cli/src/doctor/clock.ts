import { fail, ok, warn, type Check } from './check.ts'

/** Half a minute is what a slow answer and the seconds of the header may come to. */
const fineSeconds = 30
/** Amazon, Google and Entra refuse what was signed by a clock that is wrong by more. */
const refusedSeconds = 300

/** Compares a server's clock, by the `Date` of an answer that was asked for and came at these times of this machine, with this machine's. */
export function clockCheck(date: string | null, asked: number, came: number): Check[] {
  const theirs = Date.parse(date ?? '')
  if (Number.isNaN(theirs)) return []
  // the header leaves out the part of a second
  const seconds = Math.round((theirs + 500 - (asked + came) / 2) / 1000)
  const apart = `The server's clock is ${Math.abs(seconds)} s ${seconds < 0 ? 'behind' : 'ahead of'} this machine's`
  const how = 'Have both take their time from the network (NTP), the workers too; then look again'
  if (Math.abs(seconds) <= fineSeconds) return [ok('clock', 'The clocks of the server and of this machine agree')]
  if (Math.abs(seconds) < refusedSeconds) return [warn('clock', `${apart}; from ${refusedSeconds} s on clouds refuse what is signed by a wrong clock`, how)]
  return [fail('clock', `${apart}: where it is the server's that is wrong, clouds refuse its credentials, and tokens end too early or too late`, how)]
}
