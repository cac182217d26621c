// Bundles the command line for Node 20: one file that starts, and one for each part that is loaded when a command needs it.
// Its @kubernetes/client-node is a 1.x: the undici of 2.x does not load on Node 20.
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { build } from 'esbuild'

rmSync('dist', { recursive: true, force: true })
const { metafile } = await build({
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
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
})

// Who wrote what is bundled, and under which terms: their licenses ask for it.
const bundled = new Set(Object.keys(metafile.inputs).filter((path) => path.includes('node_modules/')).map(packageOf))
writeFileSync('dist/THIRD-PARTY.txt', [...bundled].sort().map(notice).join('\n\n'))

/** The folder of the package that a file belongs to. */
function packageOf(path) {
  const folder = dirname(path)
  return existsSync(join(folder, 'package.json')) && JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version ? folder : packageOf(folder)
}

function notice(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const texts = readdirSync(folder).filter((file) => /^(licen[cs]e|notice)/i.test(file)).map((file) => readFileSync(join(folder, file), 'utf8').trim())
  return [`${name} ${version} (${license})`, ...texts].join('\n\n')
}
