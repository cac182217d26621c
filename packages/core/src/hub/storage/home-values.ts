import type { JsonObject } from '../../json.ts'
import type { HubHome } from './home.ts'

/*
 * A hook that fails kills the server, so neither part may fail it, nor take longer than a server may take to start. What comes from the spec
 * reaches the shell as arguments, never as text of the script. The chart's spawner expands braces in hooks: the scripts have none.
 *
 * The first part is the guide's hook: a copy, once, and a mark. The guide leaves the mark after a copy that failed too; here such a copy is
 * tried again at the next start.
 */
const copyOnce = 'if ! test -f "$HOME/.copied"; then cp -Rf "$1"/. "$HOME"/ && touch "$HOME/.copied"; fi'

/** A pull that fails leaves its words as a file beside the folder, where the person sees it, and in the log of the container. */
const pullRepository = [
  'shift; cd "$HOME"',
  'note="$3-pull-failed.log"',
  'if GIT_TERMINAL_PROMPT=0 timeout 240 gitpuller "$@" > .pull.log 2>&1; then rm -f "$note" .pull.log',
  'else echo "gitpuller could not bring $1 (branch $2) into $3, after at most 240 s. The folder is as it was." >> .pull.log',
  'mv -f .pull.log "$note"; cat "$note" > /proc/1/fd/1; fi 2> /dev/null',
].join('\n')

/** `singleuser.lifecycleHooks.postStart` of the chart. */
export function homeHook({ contents, gitRepository }: HubHome): JsonObject | undefined {
  if (!contents && !gitRepository) return undefined
  const script = [contents && copyOnce, gitRepository && pullRepository, 'true'].filter(Boolean).join('\n')
  // gitpuller needs the branch and the folder named: without a folder it would clone into the home itself, which is not empty
  const repository = gitRepository ? [gitRepository.url, gitRepository.branch ?? 'main', gitRepository.directory ?? directoryOf(gitRepository.url)] : []
  return { exec: { command: ['sh', '-c', script, 'home', contents ?? '', ...repository] } }
}

const directoryOf = (url: string): string => url.replace(/\/+$/, '').replace(/\.git$/, '').split('/').at(-1) as string
