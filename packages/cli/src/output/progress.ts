import type { Operation } from '@hubfleet/sdk'
import type { Io } from '../io.ts'
import { duration, oneLine } from './text.ts'

export interface Progress {
  show(operation: Operation): void
  end(): void
}

/** How an operation is shown while it runs: redrawn in place on a terminal, line by line elsewhere. Always on standard error. */
export const progressOn = (io: Io): Progress => (io.stderr.isTTY && io.env['TERM'] !== 'dumb' ? live(io) : lineByLine(io))

/** Each step once for each state and message that it takes on. */
function lineByLine(io: Io): Progress {
  const said = new Map<string, string>()
  const say = (key: string, text: string) => {
    if (said.get(key) === text) return
    said.set(key, text)
    io.stderr.write(`${oneLine(text)}\n`)
  }
  return {
    show(operation) {
      if (operation.steps.length === 0) say('', `${operation.id} ${operation.state}: ${operation.progress.message}`)
      for (const { name, state, message, waitingSince } of operation.steps) {
        if (state !== 'pending') say(name, `${name}: ${state}${message ? `, ${message}` : ''}${state === 'waiting' && waitingSince ? ` (since ${waitingSince})` : ''}`)
      }
      if (operation.lastError) say('error', `tries again (${operation.attempt}): ${operation.lastError.detail}`)
    },
    end() {},
  }
}

const spinner = ['⠋', '⠙', '⠹', '⠸', '⠼', '⠴', '⠦', '⠧', '⠇', '⠏']
const framesMs = 100

function live(io: Io): Progress {
  let operation: Operation | undefined
  let height = 0
  let frame = 0
  const draw = () => {
    if (!operation) return
    const lines = stepLines(operation, io.now(), spinner[frame++ % spinner.length]!).map((line) => cut(line, io.stderr.columns || 80))
    io.stderr.write(`${height > 0 ? `\u001b[${height}A` : ''}${lines.map((line) => `\r\u001b[2K${line}\n`).join('')}\u001b[J`)
    height = lines.length
  }
  const timer = setInterval(draw, framesMs)
  timer.unref()
  return {
    show(next) {
      operation = next
      draw()
    },
    end() {
      clearInterval(timer)
      draw()
    },
  }
}

/** The picture of an operation: its steps, the current ones moving, and since when one waits. */
export function stepLines(operation: Operation, now: number, moving: string): string[] {
  const marks: Record<string, string> = { pending: ' ', running: moving, waiting: moving, done: '✓', failed: '✗' }
  const steps = operation.steps.map(({ name, state, message, waitingSince }) => {
    const since = state === 'waiting' && waitingSince ? ` (since ${duration(now - Date.parse(waitingSince))})` : ''
    return `${marks[state] ?? moving} ${name}${since}${message && state !== 'done' ? `: ${message}` : ''}`
  })
  const ended = operation.state === 'succeeded' ? '✓' : operation.state === 'failed' || operation.state === 'canceled' ? '✗' : moving
  const head = `${ended} ${operation.kind} ${operation.state}, ${duration((operation.finishedAt ? Date.parse(operation.finishedAt) : now) - Date.parse(operation.createdAt))}`
  const again = operation.lastError && operation.state === 'running' ? [`  tries again (${operation.attempt}): ${operation.lastError.detail}`] : []
  return [head, ...(steps.length > 0 ? steps.map((step) => `  ${step}`) : [`  ${operation.progress.message}`]), ...again].map(oneLine)
}

/** A line that wrapped would take two rows, and the redraw would miss one. */
const cut = (line: string, columns: number): string => (line.length < columns ? line : `${line.slice(0, columns - 2)}…`)
