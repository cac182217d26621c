import t from 'tap'
import { loggedIn, operation } from './testing.ts'

const accepted = { status: 202, body: operation() }

t.test('nothing is deleted without the name of what goes and a decision about the homes', async (t) => {
  const table: [line: string, says: RegExp][] = [
    ['hub delete a', /homes keep .* --homes delete/],
    ['hub delete a --confirm a', /what happens to the homes/],
    ['hub delete a --homes delete', /--confirm a/],
    ['hub delete a --homes delete --confirm b', /--confirm b is not a/],
    ['cluster delete campus', /--confirm campus/],
    ['tenant delete', /missing required argument/],
  ]
  for (const [line, says] of table) {
    const io = await loggedIn(t, [accepted])
    t.equal(await io.run(...line.split(' ')), 2, line)
    t.match(io.err(), says)
    t.equal(io.requests.length, 0, 'nothing was sent')
  }
})

t.test('on a terminal the name is asked for', async (t) => {
  for (const [typed, sent] of [['a', 1], ['b', 0], ['', 0]] as const) {
    const io = await loggedIn(t, [accepted], { tty: true })
    const running = io.run('hub', 'delete', 'a', '--homes', 'delete', '--no-wait')
    io.type(`${typed}\r`)
    t.equal(await running, sent ? 0 : 2)
    t.match(io.err(), /This will delete the hub a with all homes\. Type a to go on: /)
    t.equal(io.requests.length, sent)
  }
})
