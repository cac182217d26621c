/**
 * What raw samples of a cluster come to, by SQL that is written over them alone: it shares nothing with sessions, allocation and rollups, and knows only what these promise.
 * Prices are those of `day_prices`. Every pod of it is on a node that was seen.
 */

/** Pieces in which a sample holds, cut at each midnight of UTC and of every tenant's clock. A sample holds until the next one, and for `holds_seconds` at most. */
const pieces = `
  zones as (select distinct coalesce(t.finance ->> 'timeZone', 'UTC') as zone from tenants t where t.id in (select tenant_id from hubs where cluster_id = $1 union select tenant_id from clusters where id = $1) union select 'UTC'),
  looks as (select at, nodes, least(at + holds_seconds * interval '1 second', lead(at) over (order by at), $2::timestamptz) as until from cluster_samples where cluster_id = $1),
  midnights as (select distinct day::date::timestamp at time zone zone as at from zones, generate_series((select min(at) from looks)::date - 2, (select max(at) from looks)::date + 2, interval '1 day') as day),
  days as (select at as first, lead(at) over (order by at) as last from midnights),
  piece as materialized (
    select l.at, l.nodes, greatest(l.at, d.first) as begins, least(l.until, d.last) as ends, p.prices, extract(epoch from least(l.until, d.last) - greatest(l.at, d.first)) as seconds
    from looks l join days d on d.first < l.until and d.last > l.at join day_prices p on p.cluster_id = $1 and p.day = date_trunc('day', greatest(l.at, d.first), 'UTC')),
  hub as materialized (
    select s.at, s.hub_id, s.sample, t.id as tenant_id, coalesce(t.finance ->> 'timeZone', 'UTC') as zone from hub_samples s join hubs h on h.id = s.hub_id join tenants t on t.id = h.tenant_id where s.cluster_id = $1),
  node as materialized (
    select p.at, p.begins, p.ends, p.seconds, n.*, (p.prices ->> ((case when n.spot then 'spot ' else 'node ' end) || n.machine))::numeric as price, (p.prices ->> 'disk pd-balanced 100')::numeric as disk
    from piece p, jsonb_to_recordset(p.nodes) as n (name text, pool text, purpose text, machine text, spot boolean, cpu numeric, "memoryGiB" numeric)),
  pod as materialized (
    select h.at, h.hub_id, d.kind, d."user", d.node, d.cpu, d."memoryGiB" as gib, greatest(d.cpu, (d.used ->> 'cpu')::numeric) as takes_cpu, greatest(d."memoryGiB", (d.used ->> 'memoryGiB')::numeric) as takes_gib
    from hub h, jsonb_to_recordset(h.sample -> 'pods') as d (kind text, "user" text, node text, cpu numeric, "memoryGiB" numeric, used jsonb))`

/** Micro-dollars of a thing of a price an hour: what it costs until the end, rounded down, less what until the beginning. */
const micros = (price: string) => `div(round(${price} * 1e12) * extract(epoch from ends) * 1000, 3600000000000) - div(round(${price} * 1e12) * extract(epoch from begins) * 1000, 3600000000000)`

/** By day of UTC and by what is paid for together: exactly. */
export const wholes = `
  with ${pieces},
  claim as (
    select p.begins, p.ends, case c.kind when 'home' then 'homes' when 'database' then 'hub-disk' else 'other' end as kind, (p.prices ->> ('disk ' || coalesce(c."storageClass", '') || ' ' || c.gib))::numeric as price
    from piece p join hub h using (at), jsonb_to_recordset(h.sample -> 'claims') as c (kind text, gib numeric, "storageClass" text)),
  counted as (
    select p.begins, p.ends, p.prices, sum((h.sample ->> 'loadBalancers')::int) as balancers, sum((h.sample ->> 'addresses')::int) as addresses from piece p join hub h using (at) group by 1, 2, 3),
  things as (
    select begins, 'nodes' as kind, ${micros('price')} as micros from node
    union all select begins, 'node-disks', ${micros('disk')} from node
    union all select begins, kind, ${micros('price')} from claim
    union all select begins, 'load-balancers', ${micros(`(prices ->> ('load-balancers ' || balancers))::numeric`)} from counted where balancers > 0
    union all select begins, 'addresses', ${micros(`((prices ->> 'address')::numeric * addresses)`)} from counted where addresses > 0
    union all select begins, 'control-plane', ${micros(`(prices ->> 'control-plane standard')::numeric`)} from piece)
  select to_char(begins at time zone 'UTC', 'YYYY-MM-DD') as day, kind, sum(micros)::bigint::text as micros from things group by 1, 2`

/**
 * By day of each tenant's clock, hub, component, pool and person: to the fraction of a micro-dollar, which rollups round. A pod bears its part of its node by what it takes; the
 * rest of a node for users goes by what hubs ask for in its pool, the rest of others and the control plane by $3: running servers, all alike, or nobody but the owner.
 */
export const shares = `
  with ${pieces},
  full_node as (
    select n.at, n.begins, n.name, greatest(n.cpu, sum(d.takes_cpu)) as cpu, greatest(n."memoryGiB", sum(d.takes_gib)) as gib from node n left join pod d on d.at = n.at and d.node = n.name group by n.at, n.begins, n.name, n.cpu, n."memoryGiB"),
  part as materialized (
    select n.*, d.hub_id, d.kind, d."user", (d.takes_cpu * n.cpu / f.cpu * 0.031611 + d.takes_gib * n."memoryGiB" / f.gib * 0.004237) / (n.cpu * 0.031611 + n."memoryGiB" * 0.004237) as part
    from node n join full_node f using (at, begins, name) join pod d on d.at = n.at and d.node = n.name),
  idle as (select n.at, n.begins, n.ends, n.seconds, n.name, n.pool, n.purpose, n.price, n.disk, greatest(0, 1 - coalesce(sum(p.part), 0)) as part from node n left join part p using (at, begins, name) group by 1, 2, 3, 4, 5, 6, 7, 8, 9),
  asked as (select n.at, n.begins, n.pool, d.hub_id, sum(d.cpu * 0.031611 + d.gib * 0.004237) as weight from node n join pod d on d.at = n.at and d.node = n.name group by 1, 2, 3, 4),
  running as (select h.at, h.hub_id, count(d.at) as servers from hub h left join pod d on d.at = h.at and d.hub_id = h.hub_id and d.kind = 'server' group by 1, 2),
  sharer as (
    select at, hub_id, case when $3 = 'equal' or sum(servers) over (partition by at) = 0 then 1 else servers end::numeric as weight from running where $3 <> 'owner'),
  taker as (
    select n.at, n.begins, n.name, a.hub_id, a.weight from node n join asked a using (at, begins, pool) where n.purpose = 'user'
    union all select n.at, n.begins, n.name, s.hub_id, s.weight from node n join sharer s using (at) where n.purpose <> 'user'),
  split as (select at, begins, name, hub_id, weight / sum(weight) over (partition by at, begins, name) as share from taker where weight > 0),
  counted as (select at, sum((sample ->> 'loadBalancers')::int) as balancers, sum((sample ->> 'addresses')::int) as addresses from hub group by 1),
  lines as (
    select begins, hub_id, case kind when 'server' then 'servers' when 'seat' then 'seats' when 'build' then 'builds' else 'core' end as component, pool, case when kind = 'server' then coalesce("user", '') else '' end as person, price * seconds * part as cost from part
    union all select i.begins, coalesce(s.hub_id, ''), case when i.purpose = 'user' then 'idle' else 'core' end, i.pool, '', i.price * i.seconds * i.part * coalesce(s.share, 1) from idle i left join split s using (at, begins, name)
    union all select i.begins, coalesce(s.hub_id, ''), 'node-disks', i.pool, '', i.disk * i.seconds * coalesce(s.share, 1) from idle i left join split s using (at, begins, name)
    union all select p.begins, h.hub_id, case c.kind when 'home' then 'homes' when 'database' then 'hub-disk' else 'other' end, '', coalesce(c."user", ''), (p.prices ->> ('disk ' || coalesce(c."storageClass", '') || ' ' || c.gib))::numeric * p.seconds
      from piece p join hub h using (at), jsonb_to_recordset(h.sample -> 'claims') as c (kind text, "user" text, gib numeric, "storageClass" text)
    union all select p.begins, h.hub_id, 'load-balancers', '', '', (p.prices ->> ('load-balancers ' || c.balancers))::numeric * p.seconds * (h.sample ->> 'loadBalancers')::int / c.balancers from piece p join counted c using (at) join hub h using (at) where c.balancers > 0
    union all select p.begins, h.hub_id, 'addresses', '', '', (p.prices ->> 'address')::numeric * p.seconds * (h.sample ->> 'addresses')::int from piece p join hub h using (at)
    union all select p.begins, coalesce(s.hub_id, ''), 'control-plane', '', '', (p.prices ->> 'control-plane standard')::numeric * p.seconds * coalesce(s.weight / s.all_weight, 1)
      from piece p left join (select at, hub_id, weight, sum(weight) over (partition by at) as all_weight from sharer) s on s.at = p.at and s.weight > 0)
  select t.id as tenant, to_char(l.begins at time zone coalesce(t.finance ->> 'timeZone', 'UTC'), 'YYYY-MM-DD') as day, l.hub_id as hub, component, pool, person, (sum(cost) / 3600 * 1e6)::float8 as micros
  from lines l left join hubs h on h.id = l.hub_id join clusters c on c.id = $1 join tenants t on t.id = coalesce(h.tenant_id, c.tenant_id)
  group by 1, 2, 3, 4, 5, 6 having sum(cost) > 0`

/** People, peaks, server hours and gaps of each hub, by day of its tenant's clock. It was there from $3 until $2. */
export const usages = `
  with ${pieces},
  seen as (
    select h.hub_id, h.zone, to_char(p.begins at time zone h.zone, 'YYYY-MM-DD') as day, p.begins, p.seconds,
      (select count(*) from pod d where d.at = p.at and d.hub_id = h.hub_id and d.kind = 'server') as servers, (select count(distinct d.node) from pod d where d.at = p.at and d.hub_id = h.hub_id) as nodes
    from piece p join hub h using (at)),
  people as (select s.hub_id, s.day, count(distinct d."user") as users from seen s join piece p using (begins) join pod d on d.at = p.at and d.hub_id = s.hub_id and d.kind = 'server' group by 1, 2),
  known as (select hub_id, zone, day, max(servers)::int as peak_servers, max(nodes)::int as peak_nodes, sum(servers * seconds)::float8 as server_seconds, sum(seconds)::float8 as seen from seen group by 1, 2, 3),
  lived as (
    select h.id as hub_id, to_char(d, 'YYYY-MM-DD') as day, extract(epoch from least((d + interval '1 day') at time zone zone, $2::timestamptz) - greatest(d at time zone zone, $3::timestamptz))::float8 as seconds
    from (select h.id, coalesce(t.finance ->> 'timeZone', 'UTC') as zone from hubs h join tenants t on t.id = h.tenant_id where h.cluster_id = $1) h,
      generate_series(($3::timestamptz at time zone zone)::date::timestamp, (($2::timestamptz - interval '1 second') at time zone zone)::date::timestamp, interval '1 day') as d)
  select l.hub_id as hub, l.day, coalesce(p.users, 0)::int as users, coalesce(k.peak_servers, 0) as "peakServers", coalesce(k.peak_nodes, 0) as "peakNodes", coalesce(k.server_seconds, 0) as "serverSeconds", l.seconds - coalesce(k.seen, 0) as "gapSeconds"
  from lived l left join known k using (hub_id, day) left join people p using (hub_id, day)`

/** Lives of servers: when they were seen, and when the look after the last one, if nothing lies between, found them gone. */
export const lives = `
  with looks as (select at, at + holds_seconds * interval '1 second' as holds, lead(at) over (order by at) as next from cluster_samples where cluster_id = $1),
  answered as (select l.*, case when l.next <= l.holds then l.next end as following, h.hub_id, h.sample from looks l join hub_samples h on h.cluster_id = $1 and h.at = l.at where jsonb_typeof(h.sample -> 'servers') = 'array'),
  seen as (
    select a.*, least(a.holds, a.next, $2::timestamptz) as until, s."user", s.server, s.started from answered a, jsonb_to_recordset(a.sample -> 'servers') as s ("user" text, server text, started timestamptz)),
  ends as (
    select s.hub_id, s."user", s.server, s.started, max(s.following) as ended from seen s join answered f on f.hub_id = s.hub_id and f.at = s.following
    where not exists (select from jsonb_to_recordset(f.sample -> 'servers') as o ("user" text, server text, started timestamptz) where (o."user", o.server, o.started) = (s."user", s.server, s.started)) group by 1, 2, 3, 4)
  select s.hub_id as hub, s."user", s.server, s.started, range_agg(tstzrange(s.at, s.until))::text as seen, e.ended from seen s left join ends e using (hub_id, "user", server, started) group by 1, 2, 3, 4, e.ended`
