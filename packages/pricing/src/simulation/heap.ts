/** What happens next: values come out by their time, and those of one moment in the order in which they went in. */
export class Heap<T> {
  readonly #items: { at: number; order: number; value: T }[] = []
  #order = 0

  get nextAt(): number { return this.#items[0]?.at ?? Infinity }

  push(at: number, value: T): void {
    const items = this.#items
    const item = { at, order: this.#order++, value }
    let index = items.length
    items.push(item)
    while (index > 0) {
      const parent = (index - 1) >> 1
      if (!before(item, items[parent]!)) break
      items[index] = items[parent]!
      index = parent
    }
    items[index] = item
  }

  pop(): T | undefined {
    const items = this.#items
    const first = items[0]
    const last = items.pop()
    if (!first || !last || items.length === 0) return first?.value
    let index = 0
    for (;;) {
      let child = 2 * index + 1
      if (child >= items.length) break
      if (child + 1 < items.length && before(items[child + 1]!, items[child]!)) child++
      if (!before(items[child]!, last)) break
      items[index] = items[child]!
      index = child
    }
    items[index] = last
    return first.value
  }
}

const before = (one: { at: number; order: number }, other: { at: number; order: number }): boolean => one.at < other.at || (one.at === other.at && one.order < other.order)
