import { CompactEncrypt, compactDecrypt } from 'jose'

/** Keys by id, each 32 bytes. `current` encrypts; all of them decrypt, so a ring rotates by adding a key and naming it current. */
export interface KeyRing { current: string; keys: Record<string, Uint8Array> }

const encoder = new TextEncoder()
const decoder = new TextDecoder()

/** Encrypts JSON for one row. The row's id is bound in, so that a value copied to another row does not open. */
export async function seal(ring: KeyRing, rowId: string, value: unknown): Promise<string> {
  return new CompactEncrypt(encoder.encode(JSON.stringify(value)))
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: ring.current, row: rowId })
    .encrypt(keyOf(ring, ring.current))
}

/** Opens what `seal` made for the same row. Throws when the key is gone from the ring or the value is another row's. */
export async function open<T>(ring: KeyRing, rowId: string, sealed: string): Promise<T> {
  const { plaintext, protectedHeader } = await compactDecrypt(sealed, (header) => keyOf(ring, String(header.kid)))
  if (protectedHeader['row'] !== rowId) throw new Error(`A sealed value of ${String(protectedHeader['row'])} was found in the row ${rowId}`)
  return JSON.parse(decoder.decode(plaintext)) as T
}

function keyOf(ring: KeyRing, id: string): Uint8Array {
  const key = ring.keys[id]
  if (!key) throw new Error(`The key ${id} is not in the key ring. Next step: add it to HUBFLEET_SECRET_KEYS again.`)
  return key
}

/** Reads `id:base64,id:base64`; the first is current. */
export function parseKeyRing(text: string): KeyRing {
  const entries = text.split(',').map((part) => {
    const [id, key] = part.trim().split(':')
    const bytes = Buffer.from(key ?? '', 'base64')
    if (!id || bytes.length !== 32) throw new Error('HUBFLEET_SECRET_KEYS must be id:base64 pairs of 32-byte keys, separated by commas, the current one first.')
    return [id, new Uint8Array(bytes)] as const
  })
  return { current: entries[0]![0], keys: Object.fromEntries(entries) }
}
