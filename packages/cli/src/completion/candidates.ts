import type { Command, Option } from 'commander'

/** What can stand in place of the last of the words that follow `hubfleet`: commands, options, or the values of an option. */
export function candidates(program: Command, words: readonly string[]): string[] {
  const partial = words.at(-1) ?? ''
  let command = program
  let open: Option | undefined
  for (const word of words.slice(0, -1)) {
    if (open) open = undefined
    else if (word.startsWith('-')) open = optionsOf(command).find(({ long, short, required }) => required && (word === long || word === short))
    else command = command.commands.find((each) => each.name() === word) ?? command
  }
  const all = open ? open.argChoices ?? [] : partial.startsWith('-') ? optionsOf(command).map(({ long }) => long!) : command.commands.map((each) => each.name())
  return all.filter((each) => each.startsWith(partial))
}

const optionsOf = (command: Command): Option[] => [...command.options, ...(command.parent ? optionsOf(command.parent) : [])]
