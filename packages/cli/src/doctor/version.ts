/** Whether a version such as `v1.34.2` is `1.28` or newer; null when it is no version. */
export function isAtLeast(version: string, [major, minor]: readonly [major: number, minor: number]): boolean | null {
  const [, first, second] = /^v?(\d+)\.(\d+)/.exec(version) ?? []
  if (first === undefined) return null
  return Number(first) > major || (Number(first) === major && Number(second) >= minor)
}
