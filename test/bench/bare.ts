/** The peer of `get-hub`: a Fastify route that runs the one query in the one transaction, with nothing around it. */
import Fastify from 'fastify'
import { and, connect, eq, hubs, isNull, transaction } from '../../packages/database/src/index.ts'

const database = connect(process.env['DATABASE_URL']!)
const app = Fastify()
app.get('/healthz', async () => 'ok')
app.get<{ Params: { tenantId: string; hub: string } }>('/:tenantId/:hub', async ({ params: { tenantId, hub } }) =>
  transaction(database, tenantId, async (tx) => (await tx.select().from(hubs).where(and(eq(hubs.tenantId, tenantId), eq(hubs.name, hub), isNull(hubs.deletedAt))))[0]))
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
