/** Whether a policy's list allows an image. The tag does not count: a repository is trusted or it is not. */
export const imageAllowed = (image: string, patterns: readonly string[]): boolean => {
  const repository = image.replace(/@.*$/, '').replace(/:[^/]*$/, '')
  return patterns.some((pattern) => (pattern.endsWith('*') ? repository.startsWith(pattern.slice(0, -1)) : repository === pattern))
}
