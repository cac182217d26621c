import { catalogue, type ProblemCode } from '@hubfleet/core'

const codes = Object.keys(catalogue) as ProblemCode[]

/** A page per problem, by file name, and a list of them all. */
export function problemPages(): Map<string, string> {
  return new Map([...codes.map((code) => [`${code}.md`, page(code)] as const), ['README.md', list()]])
}

function page(code: ProblemCode): string {
  const { status, title, detail, nextStep, retryable } = catalogue[code]
  const params = [...new Set([...`${detail} ${nextStep}`.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!))]
  return `${[
    `# ${title}`,
    `\`${code}\` · HTTP ${status} · ${retryable ? 'the same request can succeed later' : 'the same request fails again'}`,
    `**What it says.** ${angled(detail)}`,
    `**What to do.** ${angled(nextStep)}`,
    ...(params.length > 0 ? [`**Parameters** (in \`params\`): ${params.map((name) => `\`${name}\``).join(', ')}.`] : []),
    '[All problems](README.md)',
  ].join('\n\n')}\n`
}

function list(): string {
  const rows = [...codes].sort().map((code) => `| [${code}](${code}.md) | ${catalogue[code].status} | ${catalogue[code].title} | ${catalogue[code].retryable ? 'yes' : 'no'} |`)
  return `# Problems\n\nEvery error of the API is one of these, as \`application/problem+json\` (RFC 9457); \`code\` tells which. Codes never change their meaning.\n\n| code | HTTP | is | retryable |\n|---|---|---|---|\n${rows.join('\n')}\n`
}

/** Placeholders in Markdown: angle brackets would be taken for HTML. */
const angled = (text: string): string => text.replaceAll('<', '&lt;').replace(/\{(\w+)\}/g, '*$1*')
