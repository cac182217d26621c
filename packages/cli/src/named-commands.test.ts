import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Command } from 'commander'
import t from 'tap'
import { commands } from './generated/commands.ts'
import { processIo } from './io.ts'
import { programOf } from './program.ts'

const root = join(import.meta.dirname, '../../..')
const program = programOf(commands, processIo())

t.test('whatever command a page, a problem or a message names can be typed: it exists, with these options and no more arguments than it takes', async (t) => {
  const pages = globSync(['*.md', 'docs/**/*.md', 'packages/*/README.md', 'openapi/problems/*.md', 'test/**/README.md'], { cwd: root, exclude: ['**/node_modules/**'] })
  const sources = globSync('packages/*/src/**/*.ts', { cwd: root }).filter((file) => !file.endsWith('.test.ts') && !file.includes('/generated/'))
  const named = [
    // inline code, and lines of blocks of commands, where one may go on behind a backslash
    ...pages.flatMap((file) => [...textOf(file).matchAll(/(?:`|^\s*(?:[A-Z_]+=\S+ )?|\$\()hubfleet ([a-z][^`\n]*)/gm)].map(([, line]) => ({ file, line: line! }))),
    ...sources.flatMap((file) => [...textOf(file).matchAll(/(?:`|npx |: )hubfleet ([a-z][^`'\n\\]*)/g)].map(([, line]) => ({ file, line: line! }))),
  ]
  t.ok(named.length > 200)
  for (const { file, line } of named) t.equal(faultOf(line), null, `${file}: hubfleet ${line}`)
})

t.test('what such a check finds', async (t) => {
  for (const [line, fault] of [
    ['hub list', null], ['hub', null], ['hub fit {hub} --per-node', 'hub fit has no --per-node'], ['hub scale course --seats 5 && true', null], ['hub sclae course', 'hub has no sclae'],
    ['hubs list', 'there is no hubs'], ['hub get a b', 'hub get takes 1 arguments'], ['user list course', 'user list takes 0 arguments'],
  ] as const) t.equal(faultOf(line), fault, line)
})

t.test('the help says of everything what it is', async (t) => {
  for (const each of program.commands) t.not(each.description(), each.name(), each.name())
})

function textOf(file: string): string {
  return readFileSync(join(root, file), 'utf8').replace(/\\\n\s*/g, ' ')
}

/** Why a command line could not be typed; what is quoted is one word, and a sentence may go on after a comma. */
function faultOf(line: string): string | null {
  const words = line.replace(/"[^"]*"|'[^']*'/g, 'quoted').replace(/\$\{\(await.*$/, '').replace(/, .*$/, '').replace(/\s(?:\|\|?|&&|[<>#;]).*$/, '').replace(/[);]+$/, '').trim().split(/\s+/)
  const top = program.commands.find((each) => each.name() === words[0] || each.aliases().includes(words[0]!))
  if (!top) return `there is no ${words[0]}`
  const below = top.commands.find((each) => each.name() === words[1])
  if (top.commands.length > 0 && words.length > 1 && !below) return words[1]!.startsWith('--') ? null : `${top.name()} has no ${words[1]}`
  const command = below ?? top
  return faultOfWords(command, below ? `${top.name()} ${below.name()}` : top.name(), words.slice(below ? 2 : 1))
}

function faultOfWords(command: Command, name: string, words: string[]): string | null {
  let values = 0
  for (let at = 0; at < words.length; at++) {
    const word = words[at]!
    if (!word.startsWith('-') || word === '-') {
      values++
      continue
    }
    if (word === '--help') continue
    const [flag] = word.split('=')
    const option = [...command.options, ...program.options].find(({ long, short }) => long === flag || short === flag)
    if (!option) return `${name} has no ${flag}`
    if (option.required && !word.includes('=')) at++
  }
  const most = command.registeredArguments.some(({ variadic }) => variadic) ? Infinity : command.registeredArguments.length
  return values > most ? `${name} takes ${most} arguments` : null
}
