import { Type, type Static } from 'typebox'

/** What became of one place of a config file. */
export const ConfigNoteSchema = Type.Object({
  file: Type.Union([Type.Integer(), Type.Null()], { description: 'Which of the files, from 1' }),
  line: Type.Union([Type.Integer(), Type.Null()], { description: 'Of the file, from 1; null for what holds of the whole file' }),
  column: Type.Union([Type.Integer(), Type.Null()], { description: 'From 1' }),
  kind: Type.String({
    examples: ['typed', 'raw', 'moved', 'changed', 'removed', 'unknown', 'unsafe', 'note'],
    description: 'typed: it is a field of the spec now; raw: it could be one but for this, and stays a value of the chart; moved: the same under another name; changed: another form or meaning; removed: nothing does this any more; '
      + 'unknown: no chart knew it; unsafe: it needs a look; note: of the whole file',
  }),
  from: Type.String({ description: 'The dotted path in the file' }),
  to: Type.Union([Type.String(), Type.Null()], { description: 'Where it is now: `spec.…` for a typed field, else a path of the chart\'s values' }),
  message: Type.String(),
}, { $id: 'ConfigNote', additionalProperties: false })
export type ConfigNote = Static<typeof ConfigNoteSchema>
export type ConfigNoteKind = 'typed' | 'raw' | 'moved' | 'changed' | 'removed' | 'unknown' | 'unsafe' | 'note'
