import { Document, Scalar, visit } from 'yaml'

/** Texts that every reader of YAML takes for texts. */
const plain = /^[A-Za-z][\w./@-]*$/
const meant = /^(y|n|yes|no|on|off|true|false|null|nan|inf)$/i

/**
 * YAML that helm reads as what it was. helm reads YAML 1.1 in its own way (`yes` and `0o10` are no texts, `<<` merges), so whatever is not
 * plainly a text stands in double quotes, with all that could end a line escaped. Texts of several lines stay readable as blocks.
 */
export function yamlForHelm(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false })
  visit(document, { Scalar: (key, node) => { if (typeof node.value === 'string') node.type = styleOf(node.value, key === 'key') } })
  // only in double quotes can these stand, and there they are escapes
  return document.toString({ lineWidth: 0 }).replace(/[\u007f-\u009f\u2028\u2029\ufeff]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`)
}

function styleOf(text: string, isKey: boolean): Scalar.Type {
  if (plain.test(text) && !meant.test(text)) return Scalar.PLAIN
  // eslint-disable-next-line no-control-regex
  return !isKey && /^\S[^\n]*\n/.test(text) && !/[^\n\t\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe]/.test(text) ? Scalar.BLOCK_LITERAL : Scalar.QUOTE_DOUBLE
}
