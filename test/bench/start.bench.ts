import { setTimeout as pause } from 'node:timers/promises'
import type { Bench } from './bench.ts'
import { answers, install, launch, type Installation } from './servers.ts'

const rounds = 7

export default {
  title: 'start a server with a worker',
  figure: 'ms to the first answer',
  peer: 'the same without any place for clusters but the sandbox',
  limit: { atMost: 1.1 },
  async measure() {
    await using installation = await install()
    const [ours, peer]: [number[], number[]] = [[], []]
    // The first round warms up what both read from the disk.
    for (let round = 0; round <= rounds; round++) {
      for (const [figures, program] of [[ours, 'packages/main/src/serve.ts'], [peer, 'test/bench/sandbox-alone.ts']] as const) {
        const took = await startOnce(installation, program)
        if (round > 0) figures.push(took)
      }
    }
    return { ours, peer }
  },
} satisfies Bench

async function startOnce(installation: Installation, program: string): Promise<number> {
  const begun = performance.now()
  const { url, guarded } = await launch(installation, program)
  try {
    while (!(await answers(url))) {
      if (!guarded.running()) throw new Error(await guarded.tail())
      await pause(5)
    }
    return performance.now() - begun
  } finally {
    await guarded.stop()
  }
}
