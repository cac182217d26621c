import type { SavedPlan } from '@hubfleet/sdk'
import { billablesTable } from './billables.ts'
import type { Row } from './columns.ts'
import { reconciliationTable } from './reconciliation.ts'
import { costPage } from './costs.ts'
import type { DocumentOptions } from './document-options.ts'
import { estimatePage } from './estimate.ts'
import { fitTable } from './fit.ts'
import { imageList } from './images.ts'
import { replayPage } from './replay.ts'
import { variancePage } from './variance.ts'
import { savedPlanInWords } from './saved-plan.ts'
import { securityList } from './security.ts'
import { table } from './table.ts'
import { oneLine, plain } from './text.ts'

/** Answers that have a form of their own rather than fields, by operation: tables, and what goes to a file or a pager as it is. */
export const documents: Record<string, (answer: Row, options: DocumentOptions) => string> = {
  planGet: showPlan,
  planApprove: showPlan,
  hubFit: fitTable,
  clusterFit: fitTable,
  clusterBillables: billablesTable,
  costReport: costPage,
  estimateCreate: estimatePage,
  costReconciliation: reconciliationTable,
  hubReplay: replayPage,
  hubVariance: variancePage,
  hubValues: ({ spec, values }) => `${originTable('FIELD', spec as Leaf[])}${originTable('VALUE OF THE CHART', values as Leaf[])}` || 'Nothing is there.\n',
  hubSecurity: securityList,
  hubImages: imageList,
  hubKubeconfig: ({ kubeconfig }) => `${plain(kubeconfig)}\n`,
  hubExport: ({ values, objects, commands, onlyHubfleet }) => [
    '# values.yaml', plain(values), '# objects.yaml', plain(objects), ...(commands as string[]).map((line) => `# $ ${plain(line)}`), ...(onlyHubfleet as string[]).map((line) => `# Without Hubfleet: ${plain(line)}`),
  ].join('\n') + '\n',
  hubLogs: ({ items }) => (items as { pod: string; container: string; text: string }[]).map(({ pod, container, text }) => `==> ${plain(pod)} ${plain(container)} <==\n${plain(text)}`).join('\n') || 'There is no such pod.\n',
}

interface Leaf { path: string; value: unknown; origin: string }

/** Each value with the layer that decided it; its path as `--set` takes it. */
const originTable = (title: string, items: Leaf[]): string =>
  (items.length === 0 ? '' : table([title, 'IS', 'DECIDED BY'], items.map(({ path, value, origin }) => [path.slice(1).replaceAll('/', '.').replaceAll('~1', '/').replaceAll('~0', '~'), value, origin].map(oneLine))))

function showPlan(answer: Row, { colour }: DocumentOptions): string {
  return savedPlanInWords(answer as unknown as SavedPlan, colour)
}

