import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createGunzip } from 'node:zlib'
import { Problem } from '@hubfleet/core'

export type Bytes = AsyncIterable<Uint8Array>

/** What of a bill may come at most: bytes as they are sent, bytes once unpacked, and bytes of forms that are read whole. */
export interface SourceLimits { sent: number; unpacked: number; whole: number }
export const sourceLimits: SourceLimits = { sent: 2 * 2 ** 30, unpacked: 20 * 2 ** 30, whole: 256 * 2 ** 20 }

/** A bill's bytes, unpacked as they come, and what their beginning tells of their form. */
export class Source {
  readonly #hash = createHash('sha256')
  readonly #limits: SourceLimits
  #sent = 0

  constructor(limits: SourceLimits) { this.#limits = limits }

  /** Of what was sent, once all of it was read. */
  digest(): string { return this.#hash.copy().digest('hex') }

  async open(sent: Bytes): Promise<{ kind: 'csv' | 'lines' | 'list' | 'parquet'; bytes: Bytes }> {
    const counted = await peek(this.#counted(sent), 2)
    const packed = counted.head[0] === 0x1f && counted.head[1] === 0x8b
    const { head, bytes } = await peek(packed ? this.#unpacked(counted.bytes) : counted.bytes, 512)
    if (head.length === 0) throw new Problem('bill-malformed', { count: 1, first: 'it is empty' })
    const text = Buffer.from(head).toString('utf8').replace(/^\uFEFF/, '').trimStart()
    return { kind: text.startsWith('PAR1') ? 'parquet' : text.startsWith('{') ? 'lines' : text.startsWith('[') ? 'list' : 'csv', bytes }
  }

  async whole(bytes: Bytes): Promise<Uint8Array<ArrayBuffer>> {
    const parts: Uint8Array[] = []
    let length = 0
    for await (const part of bytes) {
      if ((length += part.length) > this.#limits.whole) throw new Problem('payload-too-large', { limitBytes: this.#limits.whole })
      parts.push(part)
    }
    return new Uint8Array(Buffer.concat(parts))
  }

  async* #counted(sent: Bytes): Bytes {
    for await (const part of sent) {
      if ((this.#sent += part.length) > this.#limits.sent) throw new Problem('payload-too-large', { limitBytes: this.#limits.sent })
      this.#hash.update(part)
      yield part
    }
  }

  async* #unpacked(bytes: Bytes): Bytes {
    const gunzip = createGunzip()
    const input = Readable.from(bytes)
    input.on('error', (error) => gunzip.destroy(error))
    let length = 0
    try {
      for await (const part of input.pipe(gunzip) as Bytes) {
        if ((length += part.length) > this.#limits.unpacked) throw new Problem('payload-too-large', { limitBytes: this.#limits.unpacked })
        yield part
      }
    } catch (error) {
      const { code = '' } = error as NodeJS.ErrnoException
      throw /^Z_/.test(code) ? new Problem('bill-malformed', { count: 1, first: `it is packed by gzip and not whole (${code})` }) : error
    } finally {
      input.destroy()
      gunzip.destroy()
    }
  }
}

/** The first bytes, and all of them again. */
async function peek(bytes: Bytes, count: number): Promise<{ head: Uint8Array; bytes: Bytes }> {
  const iterator = bytes[Symbol.asyncIterator]()
  const parts: Uint8Array[] = []
  let length = 0
  while (length < count) {
    const { done, value } = await iterator.next()
    if (done) break
    parts.push(value)
    length += value.length
  }
  const head = Buffer.concat(parts)
  return { head: head.subarray(0, count), bytes: rest() }

  async function* rest(): Bytes {
    try {
      if (head.length > 0) yield head
      for (let next = await iterator.next(); !next.done; next = await iterator.next()) yield next.value
    } finally {
      await iterator.return?.()
    }
  }
}
