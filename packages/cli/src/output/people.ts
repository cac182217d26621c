import type { Operation } from '@hubfleet/sdk'
import { oneLine } from './text.ts'

type Result = Record<string, unknown>
interface Home { wanted: string; outcome: string; disks: { name: string; sizeGiB: number }[] }

/** What became of somebody, in a sentence; undefined for operations that are of nobody. */
export function personInWords({ kind, result }: Pick<Operation, 'kind' | 'result'>): string | undefined {
  const words = sentences[kind]
  return words && `${words((result ?? {}) as Result)}\n`
}

const named = ({ user, name }: Result): string => oneLine(name ? `${user as string}/${name as string}` : user)
const names = (list: unknown): string => (list as string[]).map(oneLine).join(', ')

const sentences: Record<string, (result: Result) => string> = {
  'user.create': ({ created, existing }) => [
    (created as string[]).length > 0 ? `Made: ${names(created)}.` : 'Nobody was made.', ...((existing as string[]).length > 0 ? [`Were there already: ${names(existing)}.`] : []),
  ].join(' '),
  'user.update': ({ user, admin }) => `${oneLine(user)} is ${admin ? 'an' : 'no'} admin.`,
  'user.delete': ({ user, account, home }) => `${account === 'none' ? `There was no account of ${oneLine(user)}.` : `The account of ${oneLine(user)} is deleted.`} ${homeInWords(home as Home)}`,
  'server.start': (result) => `The server ${named(result)} runs${result['url'] ? ` at ${oneLine(result['url'])}` : ''}.`,
  'server.stop': (result) => `The server ${named(result)} is stopped.`,
  'server.delete': (result) => `The server ${named(result)} is deleted. ${homeInWords(result['home'] as Home)}`,
  'group.create': ({ group, members }) => `The group ${oneLine(group)} has ${oneLine(members)} members.`,
  'group.update': ({ group, members }) => `The group ${oneLine(group)} has ${oneLine(members)} members.`,
  'group.delete': ({ group }) => `The group ${oneLine(group)} is gone; its members keep their accounts.`,
}

function homeInWords({ outcome, disks }: Home): string {
  const list = disks.map(({ name, sizeGiB }) => `${oneLine(name)} (${oneLine(sizeGiB)} GiB)`).join(', ')
  switch (outcome) {
    case 'none': return 'There was no disk.'
    case 'kept': return `Kept, and billed: ${list}.`
    case 'deleted': return `Deleted with all files: ${list}.`
    default: return `The disks ${list} are ${oneLine(outcome)}.`
  }
}
