import { partsOf, type Pattern } from '../demand/pattern.ts'
import type { ClassMeeting, SelfPaced } from '../demand/pattern-parts.ts'
import { inWeeks, stepAt, type Timeline } from '../demand/timeline.ts'
import type { Random } from './random.ts'
import { stepSeconds } from './run.ts'

/** People come to a class and leave it within some minutes of its beginning and end. */
const spreadSeconds = 240
const longestSeconds = 900

/** When a person is at work, in seconds from the beginning of the timeline. */
export interface Drawn { who: number; from: number; to: number }

/** What `count` people with a pattern do once through the timeline, as the random numbers have it; `presence` times as many are at work as it says. */
export function drawVisits(pattern: Pattern, count: number, timeline: Timeline, presence: number, random: Random): Drawn[] {
  const { meetings, selfPaced } = partsOf(pattern)
  return [...blocksOf(meetings, timeline).flatMap((block) => attend(block, count, presence, random)), ...selfPaced.flatMap((part) => study(part, count, timeline, presence, random))]
}

/** Meetings that follow one another without a pause: the same people stay, as many as each has. Seconds. */
type Block = { from: number; to: number; attendance: number }[]

function blocksOf(meetings: ClassMeeting[], timeline: Timeline): Block[] {
  const held = meetings.flatMap(({ day, start, hours, attendance, weeks }) => timeline.days
    .filter((on) => on.weekday === day && inWeeks(on, weeks, timeline) && attendance * on.share > 0)
    .map((on) => ({ from: stepAt(on, start) * stepSeconds, to: stepAt(on, start) * stepSeconds + hours * 3600, attendance: attendance * on.share })))
  const open = new Map<number, Block>()
  const blocks: Block[] = []
  for (const meeting of held.sort((a, b) => a.from - b.from)) {
    const before = open.get(meeting.from)
    open.delete(meeting.from)
    const block = before ?? []
    if (!before) blocks.push(block)
    block.push(meeting)
    open.set(meeting.to, block)
  }
  return blocks
}

function attend(block: Block, count: number, presence: number, random: Random): Drawn[] {
  const visits: Drawn[] = []
  for (let who = 0; who < count; who++) {
    const [rank, early, late] = [random.uniform(), spread(random), spread(random)]
    let visit: Drawn | null = null
    block.forEach(({ from, to, attendance }, index) => {
      if (rank >= attendance * presence) { visit = null; return }
      const end = index === block.length - 1 ? to + late : to
      if (visit) { visit.to = end; return }
      visit = { who, from: Math.max(0, index === 0 ? from + early : from), to: end }
      visits.push(visit)
    })
  }
  return visits.filter(({ from, to }) => to > from)
}

const spread = (random: Random): number => Math.max(-longestSeconds, Math.min(longestSeconds, random.normal() * spreadSeconds))

function study({ sessionsPerDay, sessionHours, from, until, days, weeks }: SelfPaced, count: number, timeline: Timeline, presence: number, random: Random): Drawn[] {
  const on = timeline.days.filter((day) => (!days || days.includes(day.weekday)) && inWeeks(day, weeks, timeline) && day.share > 0)
  return on.flatMap((day) => {
    const [opens, closes] = [stepAt(day, from) * stepSeconds, stepAt(day, from) * stepSeconds + (until - from) * 3600]
    return Array.from({ length: count }, (_, who) => who).flatMap((who) => Array.from({ length: random.poisson(sessionsPerDay * day.share * presence) }, () => {
      const start = opens + random.uniform() * (closes - opens)
      return { who, from: start, to: start + sessionHours * 3600 * (0.5 + random.uniform()) }
    }))
  })
}
