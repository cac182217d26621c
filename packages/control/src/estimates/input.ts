import { rateFields } from '@hubfleet/core'
import { patternNames } from '@hubfleet/pricing'
import { Type, type TSchema } from 'typebox'

/** Far beyond any hub, and small enough that no sum of products leaves what a price can hold. */
const most = 1_000_000
const amount = (description?: string) => Type.Number({ minimum: 0, maximum: most, ...(description && { description }) })
const count = (description?: string) => Type.Integer({ minimum: 0, maximum: most, ...(description && { description }) })
const share = (description: string) => Type.Number({ minimum: 0, maximum: 1, description })
const name = (description?: string) => Type.String({ minLength: 1, maxLength: 200, ...(description && { description }) })
const closed = <Properties extends Record<string, TSchema>>(properties: Properties, options: { $id?: string; description?: string } = {}) => Type.Object(properties, { ...options, additionalProperties: false })
const orNull = <Schema extends TSchema>(schema: Schema) => Type.Union([schema, Type.Null()])
const maybe = Type.Optional

const hour = Type.Number({ minimum: 0, maximum: 24, description: 'Hour of the day; 9.5 is half past nine' })
const hours = Type.Number({ minimum: 0, maximum: 24 })
const day = Type.Integer({ minimum: 0, maximum: 6, description: '0 is Monday' })
const weeks = maybe(Type.Array(Type.Integer({ minimum: -106, maximum: 106 }), { maxItems: 106, description: 'In these weeks of the calendar only: from 1, or from the end; -1 is the last one' }))
const date = () => Type.String({ format: 'date', examples: ['2026-09-01'] })
const seconds = (minimum: number, description?: string) => Type.Integer({ minimum, maximum: 31_536_000, ...(description && { description }) })

const PatternSchema = closed({
  like: maybe(Type.Array(Type.String({ description: patternNames.join(', ') }), { maxItems: 10, description: 'Patterns that many courses have; what else is said is added' })),
  peakConcurrent: maybe(share('Share of the users at work at once')),
  activeHoursPerWeek: maybe(Type.Number({ minimum: 0, maximum: 168, description: 'So many hours; 40 where it is not said' })),
  classes: maybe(Type.Array(closed({ day, start: hour, hours, attendance: share('Of the users'), weeks }, { $id: 'EstimateClass' }), { maxItems: 200, description: 'Classes and exams: people come and go together' })),
  selfPaced: maybe(closed({
    sessionsPerDay: Type.Number({ minimum: 0, maximum: 100, description: 'Of a user' }), sessionHours: hours, from: hour, until: hour, days: maybe(Type.Array(day, { maxItems: 7 })), weeks,
  }, { $id: 'EstimateSelfPaced', description: 'Work at one\'s own time' })),
  activity: maybe(Type.Array(share('At work'), { maxItems: 1000, description: 'A measured week: the share at work in each of its 168 hours, from Monday 00:00' })),
}, { $id: 'EstimatePattern', description: 'When users work in a week. Parts add up.' })

const CullingSchema = closed({
  timeoutSeconds: seconds(60), everySeconds: seconds(10), maxAgeSeconds: maybe(seconds(0, '0: no limit')),
}, { $id: 'EstimateCulling', description: 'How idle servers are stopped' })

const BootDiskSchema = closed({ gib: amount(), storageClass: maybe(name()) }, { $id: 'EstimateBootDisk', description: 'Null: none that is billed' })

const MachineSchema = closed({
  name: name('As the pools name it'), vcpu: Type.Number({ exclusiveMinimum: 0, maximum: most }), memoryGiB: Type.Number({ exclusiveMinimum: 0, maximum: most }),
  perHour: maybe(amount('USD')), spotPerHour: maybe(amount('USD')), maxPods: maybe(count()), dataDisks: maybe(count()),
}, { $id: 'EstimateOwnMachine' })

const OwnPricesSchema = closed({
  machines: maybe(Type.Array(MachineSchema, { maxItems: 100, description: 'Without perHour a machine costs what any node does, or what its vCPUs and GiB cost' })),
  ...rateFields,
}, { $id: 'EstimateOwnPrices', description: 'Negotiated prices, or those of machines of one\'s own; they win over the catalogue\'s' })

/** What anybody can ask, without a hub: all that the estimator takes. */
export const EstimateInputSchema = closed({
  provider: name('gcp, azure, aws, sandbox, or own with ownPrices'),
  region: Type.String({ maxLength: 200, examples: ['us-central1'] }),
  users: Type.Array(closed({
    name: maybe(name('What they are: students')),
    count: count(), memoryGuaranteeGiB: Type.Number({ exclusiveMinimum: 0, maximum: most, description: 'What each server reserves' }), cpuGuarantee: maybe(amount('Cores')),
    homeGiB: maybe(amount('Size of each home; 10 where it is not said')), storageClass: maybe(orNull(name())), homes: maybe(count('Homes there are, when users left and their homes stayed; otherwise one each')),
    pattern: maybe(PatternSchema), culling: maybe(orNull(CullingSchema)), pool: maybe(name('The user pool of their servers; otherwise all, by their share')),
  }, { $id: 'EstimateUserType' }), { minItems: 1, maxItems: 20, description: 'Each type of users' }),
  userPools: Type.Array(closed({
    name: maybe(name()), machine: name('As `hubfleet machine-type list` has it'), min: maybe(count()), max: maybe(count()), share: maybe(share('Of the users; otherwise all pools have the same')),
    spotShare: maybe(share('Of the nodes that are spot machines')), bootDisk: maybe(orNull(BootDiskSchema)), maxPods: maybe(Type.Integer({ minimum: 1, maximum: 1000, description: 'Pods per node' })),
    reserve: maybe(closed({ memoryGiB: maybe(amount()), cpu: maybe(amount('Cores')) }, { $id: 'EstimateReserve', description: 'What users do not get of each node\'s advertised size; it replaces the rule of the provider' })),
  }, { $id: 'EstimatePool' }), { minItems: 1, maxItems: 20 }),
  corePool: maybe(orNull(closed({ machine: name(), count: count(), bootDisk: maybe(orNull(BootDiskSchema)) }, { $id: 'EstimateCorePool', description: 'Nodes for the hub itself; they always run' }))),
  mode: maybe(closed({
    kind: Type.Union([Type.Literal('autoscale'), Type.Literal('fixed')]), nodes: maybe(count('fixed: so many')), peakUsers: maybe(count('fixed: as many as so many users need')), headroom: maybe(Type.Number({ minimum: 0, maximum: 100, description: 'fixed: a share of the peak more' })),
  }, { $id: 'EstimateMode' })),
  pattern: maybe(PatternSchema),
  calendar: maybe(closed({
    weeks: maybe(Type.Integer({ minimum: 1, maximum: 106 })), from: maybe(date()), to: maybe(date()), timeZone: maybe(name('Whose clock: America/Los_Angeles')),
    breaks: maybe(Type.Array(closed({ from: date(), to: date(), share: maybe(share('Of the usual work; none where it is not said')) }, { $id: 'EstimateBreak' }), { maxItems: 50 })),
    breakWeeks: maybe(Type.Array(Type.Integer({ minimum: 1, maximum: 106 }), { maxItems: 106 })),
  }, { $id: 'EstimateCalendar', description: 'The weeks that are reckoned: so many, or those from one date to another, both included' })),
  culling: maybe(orNull(CullingSchema)),
  concurrentLimit: maybe(Type.Integer({ minimum: 1, maximum: most, description: 'Servers that may run at once' })),
  placeholders: maybe(count('Seats kept warm')),
  scheduling: maybe(Type.Union([Type.Literal('packed'), Type.Literal('spread')], { description: 'packed: the fullest node first, as JupyterHub\'s user scheduler does' })),
  scaleDownMinutes: maybe(Type.Number({ minimum: 0, maximum: 10_080, description: 'How long the autoscaler keeps a node that nobody needs; 10 where it is not said' })),
  nodeStartMinutes: maybe(Type.Number({ minimum: 0, maximum: 240, description: 'How long a new node takes until a server runs on it; 6 where it is not said' })),
  loadBalancers: maybe(count()), addresses: maybe(count()),
  controlPlane: maybe(orNull(name('Tier; null: no fee'))), controlPlaneCredit: maybe(Type.Boolean({ description: 'The provider\'s monthly credit for one cluster per billing account is had for this one' })),
  sharedByHubs: maybe(Type.Integer({ minimum: 1, maximum: most, description: 'Hubs that share the control plane, the core nodes and the load balancers' })),
  hubDiskGiB: maybe(amount()), egressGiB: maybe(amount('Per month')), hoursPerMonth: maybe(Type.Number({ exclusiveMinimum: 0, maximum: 744, description: '730 where it is not said' })),
  discount: maybe(share('Taken off the on-demand price of nodes')),
  sustainedUse: maybe(Type.Boolean({ description: 'Apply the provider\'s sustained-use discount' })), months: maybe(Type.Integer({ minimum: 1, maximum: 120, description: 'Also say what so many months cost' })),
  extras: maybe(Type.Array(closed({ name: name(), perMonth: amount('USD') }, { $id: 'EstimateExtra' }), { maxItems: 50 })),
  ownPrices: maybe(OwnPricesSchema),
  method: maybe(Type.Union([Type.Literal('closed-form'), Type.Literal('simulation')], { description: 'simulation: what each person does is played with a seed; slower' })),
  seed: maybe(Type.Integer({ minimum: 0, maximum: 2 ** 31 - 1, description: 'Of a simulation; the same again for the same seed' })),
}, { $id: 'EstimateInput' })
