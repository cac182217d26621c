export const formats = ['table', 'json', 'yaml', 'id'] as const
export type Format = (typeof formats)[number]
