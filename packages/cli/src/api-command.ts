/** One verb or query of the API as a command; the table of all is generated from the API's document. */
export interface ApiCommand {
  /** `hubScale`. */
  id: string
  noun: string
  /** The noun's part of a path: `hubs`. */
  plural: string
  verb: string
  summary: string
  description: string
  method: string
  path: string
  kind: 'operation' | 'list' | 'answer'
  /** Whether it can be asked what it would do. */
  plans: boolean
  /** Whether a plan of it can be saved. */
  savesPlans: boolean
  /** Whether it heeds If-Match. */
  conditional: boolean
  /** Parameters of the path, in their order. */
  params: string[]
  /** Other forms of the answer, by the extension of a file. */
  files?: Record<string, AnswerFile>
  /** Where the input goes. */
  input: 'body' | 'query' | null
  flags: Flag[]
  /** The type of every field of the input, by its dotted path; a free-form object is `any`. */
  fields: Record<string, FieldType>
  /** Dotted paths of what may only come from a file or standard input. */
  secrets: string[]
}

/** Where an answer is had in another form, and what can be asked of that form alone, as query parameters. */
export interface AnswerFile { path: string; flags: Flag[] }

export type FieldType = 'string' | 'integer' | 'number' | 'boolean' | 'list' | 'any'

/** A scalar at the top of the input. */
export interface Flag {
  name: string
  type: Exclude<FieldType, 'list' | 'any'>
  description: string
  required: boolean
  /** A list of such values; the flag may be repeated. */
  repeated?: boolean
  /** `null` may be given for it. */
  nullable?: boolean
  values?: string[]
}
