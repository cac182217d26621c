import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { json, text } from 'node:stream/consumers'
import { parse } from 'yaml'
import type { JsonObject } from '../../packages/core/src/index.ts'
import { deepMerge } from '../../packages/core/src/index.ts'
import { python } from './programs.ts'

/** The official chart, whose hub is configured by its own files. */
export const officialChart = process.env.HUBFLEET_TEST_CHART

/** A person's pod as the official chart's hub makes it, for each of some values; without a profile it is that of who chooses none. */
export async function serverPods(hubs: { values: JsonObject; profile?: string | undefined }[]): Promise<(JsonObject & { spec: JsonObject })[]> {
  if (!officialChart) throw new Error('HUBFLEET_TEST_CHART names no official chart')
  const ofChart = parse(await readFile(join(officialChart, 'values.yaml'), 'utf8')) as JsonObject
  const child = spawn(python('python'), [join(import.meta.dirname, 'server-pods.py')], { stdio: ['pipe', 'pipe', 'pipe'] })
  child.stdin.end(JSON.stringify({ files: join(officialChart, 'files/hub'), hubs: hubs.map(({ values, profile = null }) => ({ values: deepMerge(ofChart, values), profile })) }))
  const [pods, error] = await Promise.all([json(child.stdout).catch(() => null), text(child.stderr)])
  if (pods === null) throw new Error(error)
  return pods as (JsonObject & { spec: JsonObject })[]
}
