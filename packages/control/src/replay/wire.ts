import { Type } from 'typebox'
import { TimeSchema } from '../wire.ts'

const Amount = (description?: string) => Type.Union([Type.String({ examples: ['412.5'] }), Type.Null()], { description: description ?? 'Exact decimal, at most six places; null where no price is known' })
const Minutes = Type.Union([Type.Number(), Type.Null()])

const partsOf = {
  total: Amount('All below, as far as it is known'),
  nodes: Amount('The user nodes while the hub had servers or seats on them, with their disks'),
  unusedNodes: Amount('The same nodes while nobody had anything on them; null where the cluster is another tenant\'s, who bears it'),
  rest: Amount('Homes, core nodes, fees and all else: as measured, since these settings do not move it'),
}

const MeasuredSchema = Type.Object({
  ...partsOf,
  serverHours: Type.Number(), peakServers: Type.Integer(), peakNodes: Type.Integer(), sessions: Type.Integer(),
  gapHours: Type.Number({ description: 'So many hours were not seen: they are in no amount, of the replays neither' }),
  unpricedHours: Type.Number({ description: 'Hours of its things that have no price and are in no amount' }),
}, { $id: 'ReplayMeasured' })

const StoppedSchema = Type.Object({ user: Type.String(), at: TimeSchema, backAt: TimeSchema }, { $id: 'ReplayStop' })

const SideSchema = Type.Object({
  ...partsOf,
  nodeHours: Type.Number(), serverHours: Type.Number(), peakServers: Type.Integer(), peakNodes: Type.Integer(), starts: Type.Integer(),
  waits: Type.Object({
    starts: Type.Integer({ description: 'Starts that waited for a node' }), people: Type.Integer(), medianMinutes: Minutes, p95Minutes: Minutes,
    users: Type.Array(Type.String(), { description: 'Who; 100 at most' }),
  }, { $id: 'ReplayWaits' }),
  stopped: Type.Object({
    inUse: Type.Integer({ description: 'Servers stopped by their age while they were in use' }),
    betweenUses: Type.Integer({ description: 'Servers stopped while idle that, as measured, had gone on and were used again' }),
    busyKernelsAtMost: Type.Integer({ description: 'So many of all these may have had a kernel that computed. Whether one did is not measured: JupyterHub tells when a server was last active, and a kernel that ends its work is active then' }),
    people: Type.Integer(), items: Type.Array(StoppedSchema, { description: 'Who, when, and when they were back; the first 100' }),
  }, { $id: 'ReplayStops' }),
}, { $id: 'ReplaySide' })

const DifferenceSchema = Type.Object({
  amount: Amount(), percent: Type.Union([Type.Number(), Type.Null()], { description: 'Null where that cost nothing' }),
}, { $id: 'ReplayDifference' })

export const HubReplaySchema = Type.Object({
  hub: Type.String(), from: TimeSchema, to: TimeSchema, timeZone: Type.String(), currency: Type.String(),
  changes: Type.Array(Type.String(), { description: 'What is another way, in words; nothing where only the model is tried' }),
  measured: MeasuredSchema,
  asItWas: SideSchema,
  changed: Type.Union([SideSchema, Type.Null()], { description: 'Null where nothing is changed' }),
  modelError: Type.Object({ ...DifferenceSchema.properties }, { $id: 'ReplayModelError', description: 'The replay of the settings as they were less what was measured' }),
  difference: Type.Union([DifferenceSchema, Type.Null()], { description: 'What the change does: both sides replayed, so a saving is negative' }),
  words: Type.Array(Type.String()),
  notes: Type.Array(Type.String(), { description: 'What is not known, and what was taken for it' }),
  incomplete: Type.Array(Type.String(), { description: 'What has no known price' }),
}, { $id: 'HubReplay' })
