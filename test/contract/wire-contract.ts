/** What a provider of a cloud keeps to when calls are lost, refused or put off. */
import { isProblem } from '../../packages/core/src/index.ts'
import type { ClusterRecord } from '../../packages/providers/src/index.ts'
import { nudge, wanting } from '../../packages/providers/src/testing-machines.ts'
import type { Test } from './bed.ts'
import type { Fault, MachinesBed, Wire, WireCall } from './machines-bed.ts'
import { lifeOf } from './machines-life.ts'

const signal = new AbortController().signal
const nodes = wanting({ core: 1, user: 1 })
const nameOf = ({ service, name }: WireCall): string => `${service} ${name}`

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

  /** One fault at the given call that changes something, then none any more: the worker dies there, and another goes on. */
  const cutAt = (number: number, fault: Fault): void => {
    wire.reset()
    let changing = -1
    wire.fault = (call) => (call.changes && ++changing === number ? fault : null)
  }
  /** As the worker that died; an SDK may also mend the cut by itself. */
  const survived = async (work: (record: ClusterRecord) => Promise<void>, record: ClusterRecord): Promise<void> => {
    try {
      await work(record)
    } catch (error) {
      if (!isProblem(error)) throw error
      wire.fault = null
      await work(record)
    }
  }

  t.test(`${bed.name}: cut before or after any call, the life of a cluster comes out the same`, async (t) => {
    const life = await callsOfLife()
    const changesOf = (calls: readonly WireCall[]) => calls.filter(({ changes }) => changes)
    t.ok(changesOf(life.making).length > 0 && changesOf(life.removing).length > 0)
    for (const fault of ['cut-before', 'cut-after'] as const) {
      for (const [number, call] of changesOf(life.making).entries()) {
        const record = bed.record()
        cutAt(number, fault)
        await survived((it) => made(it, nodes), record)
        t.match(await pools(record), { core: { wanted: 1, ready: 1 }, user: { wanted: 1, ready: 1 } }, `${fault} ${nameOf(call)}`)
        t.strictSame(await kinds(record), life.kinds, `${fault} ${nameOf(call)}: nothing twice`)
        wire.reset()
        await removed(record)
        t.same(await bills(record), [], `${fault} ${nameOf(call)}: nothing left`)
      }
      for (const [number, call] of changesOf(life.removing).entries()) {
        const record = bed.record()
        wire.reset()
        await made(record, nodes)
        cutAt(number, fault)
        await survived(removed, record)
        t.same(await bills(record), [], `${fault} ${nameOf(call)} while it goes: nothing left`)
        wire.reset()
      }
    }
  })

  const failing = async (record: ClusterRecord): Promise<unknown> => {
    try {
      await made(record, nodes)
      return null
    } catch (error) {
      return error
    }
  }

  t.test(`${bed.name}: each call that is denied is a problem that says so and is not tried again by itself`, async (t) => {
    const names = [...new Set((await callsOfLife()).making.map(nameOf))]
    for (const name of names) {
      const record = bed.record()
      wire.reset()
      wire.fault = (call) => (nameOf(call) === name ? 'denied' : null)
      const error = await failing(record)
      t.match(error, { retryable: false, code: /^(cloud-denied|cloud-permissions-missing|cloud-policy-denied)$/ }, name)
      wire.reset()
      await removed(record)
    }
  })

  t.test(`${bed.name}: a quota that is met in the middle is told as one`, async (t) => {
    const record = bed.record()
    wire.reset()
    wire.fault = (call) => (call.changes ? 'quota' : null)
    t.match(await failing(record), { code: 'quota-exceeded' })
    wire.reset()
    await removed(record)
  })

  t.test(`${bed.name}: a cloud that asks for patience, or does not answer, is asked again and nothing is lost`, async (t) => {
    for (const fault of ['throttled', 'unavailable'] as const) {
      const record = bed.record()
      wire.reset()
      wire.fault = (_call, index) => (index % 3 === 0 ? fault : null)
      await made(record, nodes)
      t.match(await pools(record), { core: { ready: 1 }, user: { ready: 1 } })
      wire.reset()
      wire.fault = () => fault
      await t.rejects(nudge(machinesOf(record), nodes, signal), { retryable: true, code: /^cloud-(throttled|unavailable)$/ })
      wire.reset()
      wire.fault = (_call, index) => (index % 3 === 0 ? fault : null)
      await removed(record)
      wire.reset()
      t.same(await bills(record), [])
    }
  })
}
