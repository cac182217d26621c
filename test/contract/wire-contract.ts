/** What a provider of a cloud keeps to when calls are lost, refused or put off. */
import { isProblem } from '../../packages/core/src/index.ts'
import { nudge, wanting } from '../../packages/providers/src/testing-machines.ts'
import type { Test } from './bed.ts'
import type { Fault, MachinesBed, Wire, WireCall } from './machines-bed.ts'
import { lifeOf } from './machines-life.ts'

const signal = new AbortController().signal
const nodes = wanting({ core: 1, user: 1 })
const nameOf = ({ service, name }: WireCall): string => `${service} ${name}`

/**
 * A life is cut at every so manieth call that changes something, and as many lives are lived as it takes to cut all: in between a life comes back to
 * what it would be, and a life for each call takes minutes. To tell which of a life's cuts broke it, set this to more than it has calls.
 */
const apart = 6

export function wireContract(t: Test, bed: MachinesBed, wire: Wire): void {
  const { machinesOf, made, removed, pools, bills, kinds } = lifeOf(bed)

  /** The calls of a whole life with no fault in it. */
  const callsOfLife = async (): Promise<{ making: WireCall[]; removing: WireCall[]; kinds: string[] }> => {
    const record = bed.record()
    wire.reset()
    await made(record, nodes)
    const making = [...wire.calls]
    const found = await kinds(record)
    wire.reset()
    await removed(record)
    return { making, removing: [...wire.calls], kinds: found }
  }

  /** Work in which each of the named calls is cut once: the worker dies there, and another goes on. Those that were cut. */
  const cutAt = async (names: readonly string[], fault: 'cut-before' | 'cut-after', work: () => Promise<void>): Promise<string[]> => {
    const due = new Set(names)
    const done = numbering()
    const cut: string[] = []
    wire.reset()
    wire.fault = (call) => {
      if (!call.changes) return null
      const name = done.next(call)
      const now = due.delete(name)
      if (now) cut.push(name)
      if (!now || fault === 'cut-after') done.count(call)
      return now ? fault : null
    }
    // an SDK may mend a cut by itself, and of what it cannot mend a look may say that looking again is of no use
    for (let deaths = 0, over = false; !over; deaths++) {
      over = await work().then(() => true, (error: unknown) => {
        if (!isProblem(error) || deaths === names.length) throw error
        return false
      })
    }
    wire.reset()
    return cut
  }

  t.test(`${bed.name}: cut before or after any call, the life of a cluster comes out the same`, async (t) => {
    const life = await callsOfLife()
    const [making, removing] = [numbered(life.making), numbered(life.removing)]
    t.ok(making.length > 0 && removing.length > 0)
    for (const fault of ['cut-before', 'cut-after'] as const) {
      for (let first = 0; first < Math.min(apart, Math.max(making.length, removing.length)); first++) {
        const [whileMade, whileRemoved] = [making, removing].map((names) => names.filter((_name, index) => index % apart === first)) as [string[], string[]]
        const record = bed.record()
        t.strictSame((await cutAt(whileMade, fault, () => made(record, nodes))).sort(), whileMade.sort(), `each is ${fault}`)
        const told = `${fault} ${whileMade.join(', ')}`
        t.match(await pools(record), { core: { wanted: 1, ready: 1 }, user: { wanted: 1, ready: 1 } }, told)
        t.strictSame(await kinds(record), life.kinds, `${told}: nothing twice`)
        t.strictSame((await cutAt(whileRemoved, fault, () => removed(record))).sort(), whileRemoved.sort(), `each is ${fault} while it goes`)
        t.same(await bills(record), [], `${told}, and while it goes ${whileRemoved.join(', ')}: nothing left`)
      }
    }
  })

  t.test(`${bed.name}: each call that is denied is a problem that says so and is not tried again by itself`, async (t) => {
    const record = bed.record()
    const denied = new Set<string>()
    // each look is denied the first call that none before it was denied, and so the life goes on by one call a look
    await bed.settle('each call to be denied once', async () => {
      let name: string | null = null
      wire.reset()
      wire.fault = (call) => {
        if (name === null && !denied.has(nameOf(call))) denied.add(name = nameOf(call))
        return name === nameOf(call) ? 'denied' : null
      }
      const outcome = await nudge(machinesOf(record), nodes, signal).catch((error: unknown) => error)
      if (name === null) return outcome === true
      t.match(outcome, { retryable: false, code: /^(cloud-denied|cloud-permissions-missing|cloud-policy-denied)$/ }, name)
      return false
    })
    t.ok(denied.size > 0)
    wire.reset()
    await removed(record)
  })

  t.test(`${bed.name}: a quota that is met in the middle is told as one`, async (t) => {
    const record = bed.record()
    wire.reset()
    wire.fault = (call) => (call.changes ? 'quota' : null)
    t.match(await made(record, nodes).then(() => null, (error: unknown) => error), { code: 'quota-exceeded' })
    wire.reset()
    await removed(record)
  })

  t.test(`${bed.name}: a cloud that asks for patience, or does not answer, is asked again and nothing is lost`, async (t) => {
    /** Whatever is called is put off the first time. */
    const onceEach = (fault: Fault) => {
      const met = new Set<string>()
      wire.reset()
      wire.fault = (call) => {
        if (met.has(nameOf(call))) return null
        met.add(nameOf(call))
        return fault
      }
    }
    for (const fault of ['throttled', 'unavailable'] as const) {
      const record = bed.record()
      onceEach(fault)
      await made(record, nodes)
      t.match(await pools(record), { core: { ready: 1 }, user: { ready: 1 } })
      wire.reset()
      wire.fault = () => fault
      await t.rejects(nudge(machinesOf(record), nodes, signal), { retryable: true, code: /^cloud-(throttled|unavailable)$/ })
      onceEach(fault)
      await removed(record)
      wire.reset()
      t.same(await bills(record), [])
    }
  })
}

/** Names that tell the calls of a life apart: which the call of its name it is. */
function numbering(): { next(call: WireCall): string; count(call: WireCall): void } {
  const counts = new Map<string, number>()
  const countOf = (call: WireCall): number => counts.get(nameOf(call)) ?? 0
  return {
    next: (call) => `${nameOf(call)} #${countOf(call) + 1}`,
    count: (call) => void counts.set(nameOf(call), countOf(call) + 1),
  }
}

/** The calls that change something. */
function numbered(calls: readonly WireCall[]): string[] {
  const done = numbering()
  return calls.filter(({ changes }) => changes).map((call) => {
    const name = done.next(call)
    done.count(call)
    return name
  })
}
