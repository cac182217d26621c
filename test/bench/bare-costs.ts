/** The peer of `costs`: a Fastify route with the two queries as a person would write them, over the levels that are right for them, in one transaction under row-level security. */
import Fastify from 'fastify'
import { connect, transaction } from '../../packages/database/src/index.ts'
import { year } from './year-of-costs.ts'

const database = connect(process.env['DATABASE_URL']!)
const app = Fastify()
const span = [`${year.from}T00:00`, `${year.to}T00:00`, year.timeZone]
app.get('/healthz', async () => 'ok')
app.get<{ Params: { tenantId: string } }>('/:tenantId', async ({ params: { tenantId } }) => transaction(database, tenantId, async ({ client }) => {
  const { rows: daily } = await client.query(`
    select to_char(start at time zone $4, 'YYYY-MM-DD') as day, component, currency, micros::text as micros
    from (
      select start, component, currency, sum(micros) as micros
      from cost_rollups where level = 'tenant-day' and tenant_id = $1 and start >= $2::timestamp at time zone $4 and start < $3::timestamp at time zone $4
      group by 1, 2, 3 order by 1, 2) as days`, [tenantId, ...span])
  const { rows: hubs } = await client.query(`
    with costs as (
      select hub_id, component, currency, sum(micros) as micros from cost_rollups
      where level = 'hub-month' and tenant_id = $1 and start >= $2::timestamp at time zone $4 and start < $3::timestamp at time zone $4 group by 1, 2, 3),
    dearest as (select hub_id from costs group by 1 order by sum(micros) desc limit 20)
    select h.name as hub, component, currency, sum(micros)::text as micros
    from costs left join dearest using (hub_id) left join hubs h on h.id = dearest.hub_id group by 1, 2, 3 order by 1, 2`, [tenantId, ...span])
  return { daily, hubs }
}))
await app.listen({ host: '127.0.0.1', port: Number(process.env['PORT']) })
