import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import t from 'tap'
import { parse } from 'yaml'
import { buildObjects, type BuildJob } from './build-job.ts'
import { buildScript, contextScript } from './build-script.ts'
import { buildWorkflow } from './build-workflow.ts'

const run = promisify(execFile)
const hub = { id: 'hub_1', name: 'course', tenantId: 'tenant_1', namespace: 'hub-1' }
const commit = 'a'.repeat(40)
const job: BuildJob = { name: 'build-1', repository: 'https://git.example.org/env', commit, image: `quay.io/course/env:${commit}`, settings: { memory: '4Gi', cpu: 2, disk: '20Gi', timeoutSeconds: 3600 }, credentials: { username: 'robot', password: 's3cret-token' }, git: null }

t.test('a build has a namespace of its own, an end, bounds, no rights in the cluster, and no secret but the login it pushes with', async (t) => {
  const objects = buildObjects(hub, job)
  t.equal(objects.job.metadata.namespace, 'hub-1-build')
  const { spec } = objects.job
  t.match(spec, { backoffLimit: 0, activeDeadlineSeconds: 3600 })
  const pod = spec.template.spec
  t.match(pod, { restartPolicy: 'Never', automountServiceAccountToken: false, enableServiceLinks: false, securityContext: { runAsUser: 1000, runAsNonRoot: true } })
  for (const container of [...pod.initContainers, ...pod.containers]) t.match(container.resources.limits, { cpu: '2', memory: '4Gi', 'ephemeral-storage': '20Gi' })
  const [fetch, build] = [pod.initContainers[0]!, pod.containers[0]!]
  t.match(fetch.securityContext, { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } })
  t.same(build.securityContext, { seccompProfile: { type: 'Unconfined' }, appArmorProfile: { type: 'Unconfined' } }, 'no privileged container, no added capability, not root')
  t.notOk(fetch.volumeMounts.some(({ name }) => name === 'login'), 'what runs of the repository does not see the login')
  t.notMatch(JSON.stringify(objects.job), /s3cret-token/)
  const login = JSON.parse(objects.secret.stringData['.dockerconfigjson'])
  t.equal(Buffer.from(login.auths['quay.io'].auth, 'base64').toString(), 'robot:s3cret-token')
  t.same(objects.network.spec.ingress, [])
  t.match(objects.network.spec.egress[0]!.to[0], { ipBlock: { except: ['169.254.0.0/16'] } })
  t.equal(objects.job.metadata.labels['hubfleet.dev/hub'], 'hub_1')
  t.same(Object.keys(JSON.parse(buildObjects(hub, { ...job, image: 'course/env:1' }).secret.stringData['.dockerconfigjson']).auths), ['https://index.docker.io/v1/'], 'Docker Hub has a name of its own')
})

t.test('what repo2docker asks of docker is put down for BuildKit, options and folder, and nothing else is pretended', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-build-'))
  t.teardown(() => rm(directory, { recursive: true }))
  const [docker, context, out] = [join(directory, 'docker'), join(directory, 'given'), join(directory, 'context')]
  await writeFile(docker, contextScript, { mode: 0o755 })
  await mkdir(join(context, 'src'), { recursive: true })
  await writeFile(join(context, 'Dockerfile'), 'FROM scratch\n')
  await writeFile(join(context, 'src', '.hidden'), 'x')
  const env = { ...process.env, HUBFLEET_CONTEXT: out }
  await run(docker, ['version'], { env })
  await run(docker, ['buildx', 'version'], { env })
  await run(docker, ['buildx', 'build', '--progress', 'plain', '--push', '--build-arg', 'NB_USER=jo van', '--tag', 'x:y', '--label', 'a=b', '--platform', 'linux/amd64', context], { env })
  t.equal(await readFile(join(out, 'options'), 'utf8'), ['--opt', 'build-arg:NB_USER=jo van', '--opt', 'label:a=b', '--opt', 'platform=linux/amd64', '--opt', 'filename=Dockerfile', ''].join('\n'))
  t.equal(await readFile(join(out, 'files', 'src', '.hidden'), 'utf8'), 'x')
  await t.rejects(run(docker, ['run', 'x'], { env }), /only puts down what is to be built/)
  await t.rejects(run(docker, ['buildx', 'build', '--secret', 'x', context], { env }), /--secret of docker buildx build is not known/)
})

t.test('BuildKit is given every option as it was put down, and the digest is what the container ends with', async (t) => {
  const directory = await mkdtemp(join(tmpdir(), 'hubfleet-build-'))
  t.teardown(() => rm(directory, { recursive: true }))
  const at = (name: string) => join(directory, name)
  const digest = `sha256:${'b'.repeat(64)}`
  await writeFile(at('options'), '--opt\nbuild-arg:NB_USER=jo van\n')
  // in BuildKit's place: what it was called with, and the metadata that it writes
  await writeFile(at('buildctl-daemonless.sh'), `#!/bin/sh\nprintf '%s\\n' "$@" > ${at('called')}\nprintf '{\\n  "containerimage.config.digest": "sha256:${'c'.repeat(64)}",\\n  "containerimage.digest": "${digest}"\\n}' > ${at('metadata.json')}\n`, { mode: 0o755 })
  const script = buildScript.replaceAll('/tmp/metadata.json', at('metadata.json')).replaceAll('/context/options', at('options')).replace('/dev/termination-log', at('ended'))
  await run('sh', ['-c', script], { env: { ...process.env, PATH: `${directory}:${process.env['PATH']}`, IMAGE: 'quay.io/a/b:c' } })
  const called = (await readFile(at('called'), 'utf8')).trim().split('\n')
  t.same(called.slice(-2), ['--opt', 'build-arg:NB_USER=jo van'])
  t.ok(called.includes('type=image,name=quay.io/a/b:c,push=true'))
  t.equal((await readFile(at('ended'), 'utf8')).trim(), digest)
})

t.test('the workflow files are YAML, hold no secret, and end with the hub on the commit that they built', async (t) => {
  const of = { image: 'ghcr.io/course/env', hub: 'course', tenant: 'physics', server: 'https://hubfleet.example.org', branch: 'main' }
  const github = buildWorkflow({ ...of, ci: 'github' })
  const steps = parse(github.content).jobs.build.steps as { run?: string; with?: Record<string, string>; env?: Record<string, string> }[]
  t.match(steps.find(({ with: login }) => login?.['registry']), { with: { registry: 'ghcr.io', password: '${{ secrets.REGISTRY_PASSWORD }}' } })
  t.match(steps.at(-2)!.run, /jupyter-repo2docker .*--push .*--image-name "ghcr.io\/course\/env:\$\{\{ github.sha }}"/)
  t.match(steps.at(-1), { run: /hub update course --set image.name=ghcr.io\/course\/env --set image.tag="\$\{\{ github.sha }}"/, env: { HUBFLEET_TENANT: 'physics' } })
  const gitlab = buildWorkflow({ ...of, ci: 'gitlab' })
  t.match(parse(gitlab.content), { build: { script: [/repo2docker/, /--image-name "ghcr.io\/course\/env:\$CI_COMMIT_SHA"/] }, roll: { script: [/hub update course/] } })
})
