import t from 'tap'
import { nouns } from '../../control/src/nouns.ts'
import { catalogue } from '../../core/src/problems/catalogue.ts'
import { commands } from './generated/commands.ts'
import { processIo } from './io.ts'
import { kebab } from './kebab.ts'
import { programOf } from './program.ts'

t.test('every command that a problem names as the next step exists', async (t) => {
  const program = programOf(commands, processIo())
  const named = Object.entries(catalogue).flatMap(([code, { nextStep }]) => [...nextStep.matchAll(/`hubfleet ([^`]+)`/g)].map(([, line]) => ({ code, line: line! })))
  t.ok(named.length > 3)
  // Everything that can be missing has a list.
  const listed = Object.keys(nouns).filter((noun) => commands.some((each) => each.noun === noun && each.verb === 'get')).map(kebab)
  for (const { code, line } of named) {
    for (const words of line.includes('{noun}') ? listed.map((noun) => line.replace('{noun}', noun).split(' ')) : [line.split(' ')]) {
      const [top, below] = words
      const noun = program.commands.find((each) => each.name() === top)
      t.ok(noun && (below === undefined || noun.commands.some((each) => each.name() === below)), `${code}: hubfleet ${words.join(' ')}`)
    }
  }
})
