import type { Row } from './columns.ts'
import { plain } from './text.ts'

/** Answers that are a document rather than fields, by operation: what goes to a file or a pager as it is. */
export const documents: Record<string, (answer: Row) => string> = {
  hubKubeconfig: ({ kubeconfig }) => `${plain(kubeconfig)}\n`,
  hubLogs: ({ items }) => (items as { pod: string; container: string; text: string }[]).map(({ pod, container, text }) => `==> ${plain(pod)} ${plain(container)} <==\n${plain(text)}`).join('\n') || 'There is no such pod.\n',
}
