import type { KeptLog } from '@hubfleet/core'
import { and, asc, eq, operations, type OperationRow } from '@hubfleet/database'
import { Type } from 'typebox'
import { loadHub } from '../hubs/hub.ts'
import { ContainerLogSchema } from '../live.ts'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { buildKind, buildName, BuildSchema, loadBuild, showBuild, type BuildResult } from './build.ts'

export const getBuild = query({
  noun: 'build', verb: 'get', summary: 'A build', action: 'tenant:read', input: Nothing, answer: BuildSchema,
  run: async (context) => showBuild(await loadBuild(context)),
})

export const listBuilds = query({
  noun: 'build', verb: 'list', summary: 'The builds of a hub', action: 'tenant:read', input: pageInput({}), answer: pageOf(BuildSchema, 'BuildPage'),
  async run(context, input) {
    const { tx, control } = context
    const hub = await loadHub(context)
    return paginate(control, 'builds', input, [hub.id], (after, count) =>
      tx.select().from(operations).where(and(eq(operations.targetId, hub.id), eq(operations.kind, buildKind), rowsAfter(operations, after)))
        .orderBy(asc(operations.createdAt), asc(operations.id)).limit(count),
    showBuild)
  },
})

export const getBuildLogs = query({
  noun: 'build', verb: 'logs', summary: 'The last lines that a build wrote', description: 'As it goes on, asked of the cluster itself; of a build that ended, what was kept of it.', action: 'hub:operate',
  input: Type.Object({ lines: Type.Optional(Type.Integer({ minimum: 1, maximum: 5000, default: 200, description: 'Of each container' })) }, { additionalProperties: false }),
  answer: Type.Object({ items: Type.Array(ContainerLogSchema) }, { $id: 'BuildLogs' }),
  async run(context) {
    const build = await loadBuild(context)
    return { hubId: build.targetId, name: buildName(build.id), kept: keptOf(build) }
  },
  live: async (live, { hubId, name, kept }, { lines = 200 }) => ({
    items: (kept as KeptLog[] | null)?.map(({ pod, container, text }) => ({ pod, container, text: lastLines(text, lines) })) ?? await live.buildLogs(hubId as string, name as string, lines),
  }),
})

const lastLines = (text: string, count: number): string => text.split(/(?<=\n)/).slice(-count).join('')

/** What was kept of a build's log; null while the cluster itself is to be asked. */
const keptOf = (build: OperationRow): KeptLog[] | null => (build.result as BuildResult | null)?.log ?? (build.finishedAt ? [] : null)

/** For who follows a build: the build as it is, whom to ask for its log, and what was kept. Streams alone answer it. */
export const followedBuild = query({
  noun: 'build', verb: 'followed', summary: 'A build and its log', action: 'hub:operate', input: Nothing, answer: Type.Object({ build: BuildSchema }),
  async run(context) {
    const build = await loadBuild(context)
    return { build: showBuild(build), hubId: build.targetId, name: buildName(build.id), kept: keptOf(build) }
  },
})
