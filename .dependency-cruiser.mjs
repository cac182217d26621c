/**
 * The rooms of docs/architecture.md as rules: imports go down only, in no circle. `npm run check` holds the code against them.
 * A package is under those that it may not know of.
 */
const below = {
  core: [],
  pricing: ['core'],
  charts: [],
  database: ['core'],
  cluster: ['core'],
  engine: ['core', 'database'],
  providers: ['core', 'cluster', 'database'],
  control: ['core', 'pricing', 'charts', 'database', 'engine'],
  server: ['core', 'charts', 'database', 'engine', 'control'],
  worker: ['core', 'pricing', 'database', 'engine', 'control', 'cluster', 'providers'],
  sdk: [],
  cli: ['sdk', 'charts'],
}
const tests = ['\\.test\\.ts$', '/testing\\.ts$', '/testing-[a-z-]+\\.ts$', '/bed\\.ts$']
const product = { path: '^packages/[^/]+/src/', pathNot: tests }

const clouds = '/(@google-cloud|google-auth-library|google-gax|@azure|@aws-sdk|@smithy|@kubernetes)[+/]'

export default {
  forbidden: [
    { name: 'no-circles', comment: 'Two files that need each other are one concept, or hide a third.', severity: 'error', from: {}, to: { circular: true } },
    { name: 'resolvable', comment: 'Every import names a file or a declared package.', severity: 'error', from: {}, to: { couldNotResolve: true } },
    { name: 'declared', comment: 'What a package imports its package.json names.', severity: 'error', from: product, to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] } },
    { name: 'no-test-code', comment: 'The product runs without its tests.', severity: 'error', from: product, to: { path: ['^test/', ...tests] } },
    ...Object.entries(below).map(([room, others]) => ({
      name: `${room}-looks-down`, comment: `${room} may know of ${others.join(', ') || 'no other package'}.`, severity: 'error',
      from: { path: `^packages/${room}/src/`, pathNot: tests },
      to: { path: '^packages/', pathNot: [...[room, ...others].map((name) => `^packages/${name}/`), ...(room === 'cli' ? ['^packages/cluster/src/cluster-role\\.ts$'] : [])] },
    })),
    { name: 'requests-wait-on-no-cluster', comment: 'Nothing that answers a request can reach a cluster.', severity: 'error', from: { path: '^packages/(server|control)/src/index\\.ts$' }, to: { path: '@kubernetes[+/]', reachable: true } },
    { name: 'clouds-when-needed', comment: 'A cloud\'s library, or that of Kubernetes, is loaded when a cluster needs it: `await import()`; types cost nothing.', severity: 'error', from: { ...product, pathNot: [...tests, '^packages/cli/'] }, to: { path: clouds, dynamic: false, dependencyTypesNot: ['type-only'] } },
    { name: 'browser', comment: 'The SDK runs in browsers too.', severity: 'error', from: { path: '^packages/sdk/src/', pathNot: [...tests, '/(generate|document)\\.ts$'] }, to: { dependencyTypes: ['core'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' }, exclude: { path: '^packages/[^/]+/dist/' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default'] },
  },
}
