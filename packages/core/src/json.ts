export type JsonObject = Record<string, unknown>

export const isObject = (value: unknown): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value at a path of keys, or undefined. */
export const valueAt = (root: unknown, path: readonly string[]): unknown => path.reduce<unknown>((at, key) => (isObject(at) ? at[key] : undefined), root)

/** RFC 6901. */
export const pointerOf = (path: readonly (string | number)[]): string => path.map((part) => `/${String(part).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('')

/** JSON with sorted keys: equal values have equal texts. Fields that are undefined count as absent. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`
  if (!isObject(value)) return JSON.stringify(value)
  const keys = Object.keys(value).filter((key) => value[key] !== undefined).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${canonicalJson(value[key])}`).join(',')}}`
}

/** Every leaf with its path. Lists are leaves: helm and merge patches replace them whole. So are empty objects. */
export function* leaves(value: unknown, path: string[] = []): Generator<{ path: string[]; value: unknown }> {
  if (!isObject(value) || Object.keys(value).length === 0) yield { path, value }
  else for (const [key, inner] of Object.entries(value)) yield* leaves(inner, [...path, key])
}

/** Sets the value at a path, with the objects on the way to it. Keys are names only: `__proto__` too. */
export function setAt(root: JsonObject, path: readonly string[], value: unknown): void {
  const define = (holder: JsonObject, key: string, inner: unknown) => Object.defineProperty(holder, key, { value: inner, enumerable: true, writable: true, configurable: true })
  const holder = path.slice(0, -1).reduce<JsonObject>((at, key) => {
    if (!Object.hasOwn(at, key) || !isObject(at[key])) define(at, key, {})
    return at[key] as JsonObject
  }, root)
  define(holder, path.at(-1)!, value)
}
