import type { ClassMeeting, SelfPaced } from './pattern-parts.ts'

/** What a pattern is made of. */
export interface PatternParts { classes?: ClassMeeting[]; selfPaced?: SelfPaced[] }
interface NamedPattern extends PatternParts { words: string }

const everyDay = (days: number[], meeting: Omit<ClassMeeting, 'day'>): ClassMeeting[] => days.map((day) => ({ day, ...meeting }))

/** Ways of working that many courses have, to begin with where nothing was measured. */
export const namedPatterns = {
  'class': { words: 'classes on Monday, Wednesday and Friday from 10 to 11:30, to which 80 % come', classes: everyDay([0, 2, 4], { start: 10, hours: 1.5, attendance: 0.8 }) },
  'homework': { words: 'on three of five evenings everybody works at home for two hours between 16 and 24', selfPaced: [{ sessionsPerDay: 0.6, sessionHours: 2, from: 16, until: 24, days: [0, 1, 2, 3, 6] }] },
  'exam': { words: 'in the last week all sit an exam of three hours, on Friday at 9', classes: [{ day: 4, start: 9, hours: 3, attendance: 1, weeks: [-1] }] },
  'research': { words: 'three of ten are at work at any hour, also at night', classes: everyDay([0, 1, 2, 3, 4, 5, 6], { start: 0, hours: 24, attendance: 0.3 }) },
  'workshop': { words: 'all work from 9 to 17 on two days, the Monday and Tuesday of the first week, and never after', classes: everyDay([0, 1], { start: 9, hours: 8, attendance: 1, weeks: [1] }) },
} satisfies Record<string, NamedPattern>

export type PatternName = keyof typeof namedPatterns
export const patternNames = Object.keys(namedPatterns) as PatternName[]
export const wordsOf = (name: PatternName): string => namedPatterns[name].words
export const partsNamed = (name: PatternName): PatternParts => namedPatterns[name]
