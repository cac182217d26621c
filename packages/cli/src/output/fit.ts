import type { Row } from './columns.ts'
import { table } from './table.ts'
import { oneLine } from './text.ts'

interface Fit {
  profile: string | null; choices: Record<string, string>; default: boolean; nodeType: string; machineType: string; usersPerNode: number; binding: string
  needs: { memoryGiB: number; cpu: number; extra: Record<string, number> }; rest: { memoryGiB: number; cpu: number }
}

/** How many users fit a node: a line for each profile and kind of node, then what to know about it. */
export function fitTable({ items, warnings }: Row): string {
  const rows = (items as Fit[]).map(({ profile, choices, default: first, needs, nodeType, machineType, usersPerNode, binding, rest }) => [
    `${[profile ?? '-', ...Object.entries(choices).map(([option, choice]) => `${option} ${choice}`)].join(', ')}${first && profile !== null ? ' (default)' : ''}`,
    [`${needs.memoryGiB} GiB`, ...(needs.cpu > 0 ? [`${needs.cpu} CPU`] : []), ...Object.entries(needs.extra).map(([name, amount]) => `${amount} ${name}`)].join(', '),
    nodeType === machineType ? nodeType : `${nodeType}, ${machineType}`, String(usersPerNode), binding, `${rest.memoryGiB} GiB, ${rest.cpu} CPU`,
  ].map(oneLine))
  const told = rows.length > 0 ? table(['PROFILE', 'A SERVER TAKES', 'NODE', 'USERS PER NODE', 'BINDS', 'LEFT OF A FULL NODE'], rows) : ''
  return told + (warnings as string[]).map((warning) => `${oneLine(warning)}\n`).join('')
}
