import t from 'tap'
import type { V1Pod } from '@hubfleet/cluster'
import { logToRead, tellsOfFullDisk } from './database-full.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 0, minute))
const pod = (name: string, status: object, metadata: object = {}): V1Pod => ({
  metadata: { name, creationTimestamp: at(0), ...metadata }, status: { containerStatuses: [{ name: 'hub', image: 'hub', imageID: '', ready: false, restartCount: 0, ...status }] },
})
const running = { state: { running: {} }, ready: true }
const crashed = { state: { waiting: { reason: 'CrashLoopBackOff' } }, lastState: { terminated: { exitCode: 1 } }, restartCount: 6 }

t.test('a full disk is told by what SQLite says, as the hub logs it', async (t) => {
  t.ok(tellsOfFullDisk('[E 2026-01-01 JupyterHub app:3421]\n    sqlalchemy.exc.OperationalError: (sqlite3.OperationalError) database or disk is full\n[SQL: UPDATE users SET last_activity=? WHERE users.id = ?]'))
  t.ok(tellsOfFullDisk("OSError: [Errno 28] No space left on device: '/srv/jupyterhub/jupyterhub.sqlite-journal'"))
  for (const other of ['', '[I 2026-01-01 JupyterHub app:3346] JupyterHub is now running', '(sqlite3.OperationalError) database is locked', '(sqlite3.OperationalError) unable to open database file']) t.notOk(tellsOfFullDisk(other), other)
})

t.test('of a hub that runs the last minutes are read, of one that crashes what it left, and of one that goes nothing', async (t) => {
  t.same(logToRead([pod('hub-a', running)]), { pod: 'hub-a', container: 'hub', sinceSeconds: 600 })
  t.same(logToRead([pod('hub-a', crashed)]), { pod: 'hub-a', container: 'hub', previous: true })
  t.same(logToRead([pod('hub-old', crashed), pod('hub-new', running, { creationTimestamp: at(5) })]), { pod: 'hub-new', container: 'hub', sinceSeconds: 600 }, 'the newest, after its disk has grown')
  t.equal(logToRead([pod('hub-a', crashed, { deletionTimestamp: at(1) })]), null)
  t.equal(logToRead([pod('hub-a', { state: { waiting: { reason: 'ContainerCreating' } } })]), null, 'it has written nothing yet')
  t.equal(logToRead([]), null)
})
