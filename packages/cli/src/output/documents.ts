import type { SavedPlan } from '@hubfleet/sdk'
import type { Io } from '../io.ts'
import type { Row } from './columns.ts'
import { fitTable } from './fit.ts'
import { savedPlanInWords } from './saved-plan.ts'
import { securityList } from './security.ts'
import { plain } from './text.ts'

/** Answers that have a form of their own rather than fields, by operation: tables, and what goes to a file or a pager as it is. */
export const documents: Record<string, (answer: Row, options: { colour: boolean }) => string> = {
  planGet: showPlan,
  planApprove: showPlan,
  hubFit: fitTable,
  clusterFit: fitTable,
  hubSecurity: securityList,
  hubKubeconfig: ({ kubeconfig }) => `${plain(kubeconfig)}\n`,
  hubExport: ({ values, objects, commands, onlyHubfleet }) => [
    '# values.yaml', plain(values), '# objects.yaml', plain(objects), ...(commands as string[]).map((line) => `# $ ${plain(line)}`), ...(onlyHubfleet as string[]).map((line) => `# Without Hubfleet: ${plain(line)}`),
  ].join('\n') + '\n',
  hubLogs: ({ items }) => (items as { pod: string; container: string; text: string }[]).map(({ pod, container, text }) => `==> ${plain(pod)} ${plain(container)} <==\n${plain(text)}`).join('\n') || 'There is no such pod.\n',
}

function showPlan(answer: Row, { colour }: { colour: boolean }): string {
  return savedPlanInWords(answer as unknown as SavedPlan, colour)
}

/** Whether what is printed may be coloured. */
export const coloured = ({ stdout, env }: Io): boolean => Boolean(stdout.isTTY) && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
