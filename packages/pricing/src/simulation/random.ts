/** Numbers that look random and are the same each time for the same seed. */
export interface Random {
  /** In [0, 1). */
  uniform(): number
  /** Of mean 0 and deviation 1. */
  normal(): number
  /** How often something happens that happens `mean` times on average; a larger mean never gives less for the same draw. */
  poisson(mean: number): number
}

/** sfc32 (Chris Doty-Humphrey's PractRand, public domain): 128 bits of state, passes BigCrush; the seed is spread over it by the first twelve rounds. */
export function randomOf(seed: number): Random {
  let [a, b, c, counter] = [0, seed | 0, Math.floor(seed / 2 ** 32) | 0, 1]
  const uniform = (): number => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum | 0
    return (sum >>> 0) / 2 ** 32
  }
  for (let round = 0; round < 12; round++) uniform()
  return {
    uniform,
    normal: () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform()),
    poisson: (mean) => {
      const draw = uniform()
      let [count, chance] = [0, Math.exp(-mean)]
      for (let below = chance; below < draw && chance > 0; below += chance) chance *= mean / ++count
      return count
    },
  }
}
