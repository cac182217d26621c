import type { Room } from '../capacity/slots.ts'

/** What a server takes of a node. */
export interface ServerSize { cpuMilli: number; memoryMiB: number; volume: boolean }

export interface FleetSettings {
  room: Room
  min: number
  max: number
  scheduling: 'packed' | 'spread'
  /** Until a server runs on a new node. */
  startSeconds: number
  /** Placeholders, of the size of a server. */
  placeholders: number
  placeholderSize: ServerSize
}

export interface SimNode { cpuMilli: number; memoryMiB: number; pods: number; volumes: number; servers: number; placeholders: number; readyAt: number; emptySince: number; gone: boolean }

/** The nodes of a pool and what is on them, as a scheduler and an autoscaler move them. Times are seconds. */
export class Fleet {
  readonly nodes: SimNode[] = []
  readonly #settings: FleetSettings
  readonly #changed: (at: number, change: number) => void
  #homeless: number

  constructor(settings: FleetSettings, changed: (at: number, change: number) => void) {
    this.#settings = settings
    this.#changed = changed
    this.#homeless = settings.placeholders
    for (let index = 0; index < settings.min; index++) this.#start(0, 0)
    this.#settle(0)
  }

  /** A place for a server, on a node that may have to start first, or for one that ran before on a node that is there; null when the pool is at its maximum. */
  place(at: number, size: ServerSize, ranBefore = false): SimNode | null {
    const node = this.#withRoom(size, (one) => one.readyAt <= at) ?? this.#withPlaceholders(at, size) ?? this.#withRoom(size, () => true) ?? this.#startMore(at, ranBefore ? 0 : undefined)
    if (!node) return null
    take(node, size)
    node.servers++
    this.#settle(at)
    return node
  }

  free(at: number, node: SimNode, size: ServerSize): void {
    give(node, size)
    if (--node.servers === 0) node.emptySince = at
    this.#settle(at)
  }

  /** Takes a node away that nobody has used since, where its placeholders fit elsewhere. */
  removeIfEmpty(at: number, node: SimNode, since: number): void {
    if (node.gone || node.servers > 0 || node.emptySince !== since || this.nodes.length <= this.#settings.min) return
    const { placeholderSize: size } = this.#settings
    const elsewhere: SimNode[] = []
    for (let index = 0; index < node.placeholders; index++) {
      const other = this.#withRoom(size, (one) => one !== node && one.readyAt <= at)
      if (!other) break
      take(other, size)
      elsewhere.push(other)
    }
    if (elsewhere.length < node.placeholders) {
      for (const other of elsewhere) give(other, size)
      return
    }
    for (const other of elsewhere) other.placeholders++
    node.gone = true
    this.nodes.splice(this.nodes.indexOf(node), 1)
    this.#changed(at, -1)
  }

  #start(at: number, startSeconds: number): SimNode {
    const { cpuMilli, memoryMiB, pods, volumes } = this.#settings.room
    const node = { cpuMilli, memoryMiB, pods, volumes, servers: 0, placeholders: 0, readyAt: at + startSeconds, emptySince: at, gone: false }
    this.nodes.push(node)
    this.#changed(at, 1)
    return node
  }

  #startMore(at: number, startSeconds = this.#settings.startSeconds): SimNode | null {
    return this.nodes.length < this.#settings.max ? this.#start(at, startSeconds) : null
  }

  /** Of the nodes with room the fullest, or for a scheduler that spreads the emptiest. */
  #withRoom(size: ServerSize, may: (node: SimNode) => boolean): SimNode | null {
    const { room, scheduling } = this.#settings
    let [best, least]: [SimNode | null, number] = [null, Infinity]
    for (const node of this.nodes) {
      if (!fits(node, size) || !may(node)) continue
      const free = node.memoryMiB / room.memoryMiB + node.cpuMilli / room.cpuMilli
      const score = scheduling === 'packed' ? free : -free
      if (score < least) [best, least] = [node, score]
    }
    return best
  }

  /** A node that is ready and has room once placeholders gave way. */
  #withPlaceholders(at: number, size: ServerSize): SimNode | null {
    if (this.#settings.placeholders === 0) return null
    const { placeholderSize } = this.#settings
    for (const node of this.nodes) {
      if (node.placeholders === 0 || node.readyAt > at) continue
      let gone = 0
      while (!fits(node, size) && gone < node.placeholders) {
        give(node, placeholderSize)
        gone++
      }
      if (fits(node, size)) {
        node.placeholders -= gone
        this.#homeless += gone
        return node
      }
      for (; gone > 0; gone--) take(node, placeholderSize)
    }
    return null
  }

  /** Placeholders go where there is room, and have nodes started for them as long as there may be more. */
  #settle(at: number): void {
    const { placeholderSize } = this.#settings
    while (this.#homeless > 0) {
      const node = this.#withRoom(placeholderSize, () => true) ?? this.#startMore(at)
      if (!node) return
      take(node, placeholderSize)
      node.placeholders++
      this.#homeless--
    }
  }
}

const fits = (node: SimNode, size: ServerSize): boolean => node.memoryMiB + 1e-6 >= size.memoryMiB && node.cpuMilli + 1e-6 >= size.cpuMilli && node.pods >= 1 && (!size.volume || node.volumes >= 1)

const take = (node: SimNode, size: ServerSize): void => move(node, size, -1)
const give = (node: SimNode, size: ServerSize): void => move(node, size, 1)

function move(node: SimNode, { memoryMiB, cpuMilli, volume }: ServerSize, by: number): void {
  node.memoryMiB += by * memoryMiB
  node.cpuMilli += by * cpuMilli
  node.pods += by
  if (volume) node.volumes += by
}
