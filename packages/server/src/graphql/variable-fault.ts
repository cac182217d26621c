import { Problem, type ProblemField } from '@hubfleet/core'

/**
 * What graphql-js says of a variable whose value does not fit, as REST tells it of a body: with a pointer into the variable's value.
 * Only names of fields and types are taken over from its message, which quotes the whole value. Null for any other message.
 */
export function variableFault(message: string): Problem | null {
  const [, name] = /^Variable "\$(\w+)" /.exec(message) ?? []
  if (!name) return null
  // Quotes inside of the quoted value are escaped, so the first bare one ends it.
  const path = / at "\w+((?:\.\w+|\[\d+\])+)"; /.exec(message)?.[1] ?? ''
  const at = path.replace(/\.(\w+)|\[(\d+)\]/g, (_, key?: string, index?: string) => `/${key ?? index}`)
  const field = faultOf(message, at)
  return new Problem('invalid-request', { count: 1, first: `${field.pointer || `the variable $${name}`}: ${field.detail}` }, { errors: [field] })
}

const kinds: Record<string, string> = { String: 'a text', Int: 'a whole number', Float: 'a number', Boolean: 'true or false' }

function faultOf(message: string, at: string): ProblemField {
  const unknown = /Field "(\w+)" is not defined by type "\w+"\.( Did you mean (?:"\w+"|, | or )+\?)?$/.exec(message)
  if (unknown) return { pointer: `${at}/${unknown[1]}`, code: 'unknown-field', detail: `There is no field of this name.${unknown[2] ?? ''}` }
  const missing = /Field "(\w+)" of required type "[\w![\]]+" was not provided\.$/.exec(message)
  if (missing) return { pointer: `${at}/${missing[1]}`, code: 'required', detail: 'This field is required.' }
  if (/ (?:was not provided|must not be null|not to be null)\.$/.test(message)) return { pointer: at, code: 'required', detail: 'This is required.' }
  const kind = /; (String|Int|Float|Boolean) cannot represent /.exec(message)?.[1]
  // a number or a word of YAML, as of `1` or `yes` without quotes
  const isBare = kind === 'String' && / value: (?:-?\d|true$|false$)/.test(message)
  return { pointer: at, code: 'type', detail: kind ? `This must be ${kinds[kind]}${isBare ? ': write it in quotes' : ''}.` : 'This is of another type than the schema has it.' }
}
