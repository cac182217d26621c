/** A protobuf message as proto-loader reads it: absent scalars have their default, absent messages are null, enums are names. */
export type Message = Record<string, unknown>

export const messageOf = (message: Message, field: string): Message | null => (message[field] as Message | null | undefined) ?? null
export const textOf = (message: Message, field: string): string => String(message[field] ?? '')
export const listOf = (message: Message, field: string): Message[] => (message[field] as Message[] | undefined) ?? []

/** The fields that a message says something in. */
export const saidIn = (message: Message): string[] => Object.entries(message).filter(([field, value]) => !field.startsWith('_') && isSaid(value)).map(([field]) => field)

function isSaid(value: unknown): boolean {
  if (value === null || value === undefined || value === '' || value === 0 || value === '0' || value === false) return false
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'string') return !/(_|^)UNSPECIFIED$/.test(value)
  return typeof value !== 'object' || Buffer.isBuffer(value) || Object.keys(value).length > 0
}
