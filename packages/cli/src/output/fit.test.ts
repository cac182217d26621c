import t from 'tap'
import { loggedIn } from '../testing.ts'

const items = [
  { profile: 'small', choices: {}, default: true, needs: { memoryGiB: 1, cpu: 0, extra: {}, volume: true }, nodeType: 'users', machineType: 'sandbox-medium', usersPerNode: 15, binding: 'memory', detail: '', rest: { memoryGiB: 0.2, cpu: 3.75, pods: 80, volumes: null } },
  { profile: 'gpu', choices: { size: 'large' }, default: false, needs: { memoryGiB: 8, cpu: 2, extra: { 'nvidia.com/gpu': 1 }, volume: true }, nodeType: 'm5', machineType: 'm5', usersPerNode: 0, binding: 'nvidia.com/gpu', detail: '', rest: { memoryGiB: 15.2, cpu: 3.75, pods: 80, volumes: 25 } },
]

t.test('how many users fit is a line for each profile and kind of node, and what to know stands below it', async (t) => {
  const io = await loggedIn(t, [{ body: { items, warnings: ['The profile gpu fits no node that is there.'] } }])
  t.equal(await io.run('hub', 'fit', 'a'), 0)
  t.equal(io.out(), [
    'PROFILE          A SERVER TAKES                  NODE                   USERS PER NODE  BINDS           LEFT OF A FULL NODE',
    'small (default)  1 GiB                           users, sandbox-medium  15              memory          0.2 GiB, 3.75 CPU',
    'gpu, size large  8 GiB, 2 CPU, 1 nvidia.com/gpu  m5                     0               nvidia.com/gpu  15.2 GiB, 3.75 CPU',
    'The profile gpu fits no node that is there.', '',
  ].join('\n'))
})

t.test('a script gets the figures', async (t) => {
  const io = await loggedIn(t, [{ body: { items, warnings: [] } }])
  t.equal(await io.run('cluster', 'fit', 'lab', '-o', 'json'), 0)
  t.same(JSON.parse(io.out()), { items, warnings: [] })
})
