/** Loaded before a server's own code: writes the name of each package of others that the process loads into the file that LOADED_FILE names. */
import { appendFileSync } from 'node:fs'
import { registerHooks } from 'node:module'

const seen = new Set<string>()

registerHooks({
  load(url, context, next) {
    const name = /.*\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1]
    if (name && !seen.has(name)) {
      seen.add(name)
      appendFileSync(process.env['LOADED_FILE']!, `${name}\n`)
    }
    return next(url, context)
  },
})
