/** What came over the wire, safe for a terminal: no control characters, which could rewrite what stands on it. */
export const plain = (value: unknown): string => textOf(value).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')

/** The same where a line must stay one: in tables and in what is redrawn. */
export const oneLine = (value: unknown): string => plain(value).replace(/[\t\n]+/g, ' ')

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '-'
  if (isMoney(value)) return money(value)
  if (typeof value === 'number') return String(Math.round(value * 1e4) / 1e4)
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

const isMoney = (value: unknown): value is { amount: string; currency: string } => typeof value === 'object' && value !== null && 'amount' in value && 'currency' in value

/** `12.3400 USD` is shown as `12.34 USD`. */
export function money({ amount, currency }: { amount: string; currency: string }): string {
  const [whole, fraction = ''] = amount.split('.')
  return `${whole}.${fraction.replace(/0+$/, '').padEnd(2, '0')} ${currency}`
}

/** In lines that fit a terminal; those after the first are indented further. */
export function wrapped(text: string, width: number, indent = ''): string {
  const lines = [indent]
  for (const word of text.split(/ (?!%)/)) {
    const line = lines.at(-1)!
    if (line.trim() === '') lines[lines.length - 1] = line + word
    else if (line.length + 1 + word.length <= width) lines[lines.length - 1] = `${line} ${word}`
    else lines.push(`${indent}  ${word}`)
  }
  return lines.join('\n')
}

/** `3 s`, `4 min`, `5 h`, `6 d`: the largest unit that fits. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(0, Math.round(milliseconds / 1000))
  if (seconds < 60) return `${seconds} s`
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min`
  if (seconds < 86_400) return `${Math.floor(seconds / 3600)} h`
  return `${Math.floor(seconds / 86_400)} d`
}
