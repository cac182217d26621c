import { isProblem, Problem } from '@hubfleet/core'

/** Gives a problem that names no field the one that it is about, as JSON pointer into the input. */
export async function at<T>(pointer: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isProblem(error) || error.errors.length > 0) throw error
    throw new Problem(error.code, error.params, { errors: [{ pointer, code: error.code, detail: error.message }], retryAfterSeconds: error.retryAfterSeconds, cause: error.cause })
  }
}
