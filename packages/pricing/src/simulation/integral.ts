/** A count over time, kept as the mean of each step of a given length. */
export class Integral {
  readonly steps: Float64Array
  readonly #length: number
  #value = 0
  #since = 0

  constructor(seconds: number, stepSeconds: number) {
    this.steps = new Float64Array(Math.ceil(seconds / stepSeconds))
    this.#length = stepSeconds
  }

  get value(): number { return this.#value }

  /** Time never goes back. What is after the end is not counted. */
  add(at: number, change: number): void {
    this.until(at)
    this.#value += change
  }

  until(at: number): void {
    const end = Math.min(at, this.steps.length * this.#length)
    while (this.#since < end) {
      const step = Math.floor(this.#since / this.#length)
      const next = Math.min(end, (step + 1) * this.#length)
      this.steps[step]! += this.#value * (next - this.#since) / this.#length
      this.#since = next
    }
  }
}
