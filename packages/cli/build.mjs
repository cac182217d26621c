// Bundles the command line for Node 20: one file that starts, and one for each part that is loaded when a command needs it.
import { rmSync } from 'node:fs'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })
await build({
  entryPoints: ['src/hubfleet.ts'],
  outdir: 'dist',
  bundle: true,
  splitting: true,
  chunkNames: 'parts/[name]-[hash]',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  minifySyntax: true,
  minifyWhitespace: true,
  // Libraries that are CommonJS ask for Node's own modules by `require`.
  banner: { js: 'import { createRequire as requireOf } from \'node:module\'\nconst require = requireOf(import.meta.url)' },
  legalComments: 'linked',
  logLevel: 'warning',
})
