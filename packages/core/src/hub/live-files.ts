import { warningsFile } from './culling/culling-values.ts'
import { freezeFile } from './freeze/freeze-code.ts'
import type { LiveFile } from './live-file.ts'

/** All that Hubfleet may mount into a hub. */
export const liveFiles: readonly LiveFile[] = [freezeFile, warningsFile]
