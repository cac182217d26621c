/** Config files as people have them: read, and translated into a spec for today's chart. */
export { convertConfig, type ConvertedConfig, type TargetChart } from './convert.ts'
export { ConfigNoteSchema, type ConfigNote } from './report.ts'
