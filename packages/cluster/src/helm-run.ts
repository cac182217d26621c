import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const guard = fileURLToPath(new URL('./helm-guard.mjs', import.meta.url))
/** helm's errors are short; more than this is a flood. */
const maxErrorLength = 64 * 1024

/** Where the guard keeps a token that ends, as the kubeconfig beside it names it. */
export const tokenFile = 'token'

export interface GuardJob {
  program: string
  arguments: string[]
  input: string
  kubeconfig: string
  /** What `tokenFile` has at first; null where the kubeconfig names no such file. */
  token: string | null
  env: Record<string, string>
  heartbeatMs: number
  graceMs: number
  /** Whether what helm prints is wanted. */
  output?: boolean
}

/** Tells each token that follows the job's, until what it returns is called. */
export type FollowTokens = (tell: (token: string) => void) => () => void

/** Runs helm below its guard; resolves when both are gone. An aborted signal stops helm, gently at first. */
export async function runGuarded(job: GuardJob, signal: AbortSignal, follow: FollowTokens = () => () => {}): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const child = spawn(process.execPath, [guard], { stdio: ['pipe', 'pipe', 'pipe'] })
  // the guard may be gone while we still write; its exit tells
  child.stdin.on('error', () => {})
  child.stdin.write(`${JSON.stringify(job)}\n`)
  const heartbeat = setInterval(() => child.stdin.write('\n'), job.heartbeatMs / 8)
  const stop = (): void => { child.stdin.write('!\n') }
  signal.addEventListener('abort', stop)
  const unfollow = follow((token) => child.stdin.write(`=${token}\n`))
  let stdout = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => { stdout += text })
  let stderr = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => { stderr = (stderr + text).slice(-maxErrorLength) })
  try {
    const code = await new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
    return { code, stdout, stderr }
  } finally {
    clearInterval(heartbeat)
    unfollow()
    signal.removeEventListener('abort', stop)
  }
}
