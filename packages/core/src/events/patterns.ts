/** A type of events (`hub.culled`), all of a noun (`budget.*`), what happened to any (`*.failed`), or all (`*`). */
export const eventPattern = '^(\\*|[A-Za-z]+\\.\\*|\\*\\.[A-Za-z-]+|[A-Za-z]+\\.[A-Za-z-]+)$'

/** Whether a type of event is meant by one of the patterns. The database is asked the same with `type like replace(pattern, '*', '%')`. */
export const matchesPattern = (type: string, patterns: readonly string[]): boolean => patterns.some((pattern) => pattern === '*' || type === pattern || (pattern.endsWith('.*') && type.startsWith(pattern.slice(0, -1))) || (pattern.startsWith('*.') && type.endsWith(pattern.slice(1))))
