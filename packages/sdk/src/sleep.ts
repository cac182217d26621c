export type Sleep = (milliseconds: number, signal?: AbortSignal | null) => Promise<void>

/** Resolves after a while; rejects at once with the signal's reason when it aborts. */
export const sleep: Sleep = (milliseconds, signal) => new Promise((resolve, reject) => {
  signal?.throwIfAborted()
  const timer = setTimeout(() => {
    signal?.removeEventListener('abort', abort)
    resolve()
  }, milliseconds)
  function abort() {
    clearTimeout(timer)
    reject(signal?.reason)
  }
  signal?.addEventListener('abort', abort, { once: true })
})
