/** A local AWS: moto, and in front of it a wire that names, counts and spoils calls, holds them against Amazon's definitions, and adds what moto lacks. */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import type { Wire, WireCall } from '../../contract/machines-bed.ts'
import { startGuarded } from '../../processes/guarded.ts'
import { freePorts } from '../../processes/ports.ts'
import { temporaryFolder } from '../../processes/temporary.ts'
import { waitFor } from '../../processes/wait.ts'
import { failure, faultAnswer, json, xml, type Answer } from './answers.ts'
import { LocalEks } from './eks.ts'
import { startKubernetes, type LocalKubernetes } from './kubernetes.ts'
import { modelOf, readRequest, type Asked } from './models.ts'
import { askMoto, forward, type AskMoto } from './moto.ts'
import { motoServer } from './programs.ts'
import { withRepositories } from './tagging.ts'

export interface LocalAws {
  endpoints: Record<string, string>
  wire: Wire
  eks: LocalEks
  kubernetes: LocalKubernetes
  moto: AskMoto
  /** Whatever the cloud works on is done. */
  tick(): Promise<void>
  /** Limits by their codes; what is not named has room. */
  limits: Map<string, number>
  /** Actions that a simulation of a policy denies. */
  forbidden: Set<string>
  /** Answers of the tests' own, before all others. */
  override: ((asked: Asked) => Answer | null) | null
  stop(): Promise<void>
}

const names = ['eks', 'ec2', 'iam', 'sts', 'elasticloadbalancing', 'autoscaling', 'servicequotas', 'ecr', 'logs', 'elasticfilesystem', 'tagging']
const reads = /^(Describe|List|Get|Simulate|Assume)/

export async function startAws(): Promise<LocalAws> {
  const folder = await temporaryFolder('hubfleet-aws-')
  const [port] = await freePorts(1)
  const moto = startGuarded('moto', [motoServer, '-H', '127.0.0.1', '-p', String(port)], {
    env: { PATH: process.env.PATH ?? '', HOME: folder.dir, MOTO_IAM_LOAD_MANAGED_POLICIES: 'true', AWS_DEFAULT_REGION: 'eu-west-1' }, cwd: folder.dir, log: join(folder.dir, 'moto.log'),
  })
  await waitFor('moto to answer', 60, async () => (await fetch(`http://127.0.0.1:${port}/moto-api/data.json`)).ok, [moto])
  const ask = askMoto(port!)
  const kubernetes = await startKubernetes((cluster, key) => eks.admits(cluster, key))
  const eks: LocalEks = new LocalEks(ask, (cluster) => kubernetes.endpointOf(cluster))
  for (const service of [...names, 'elasticloadbalancing-classic']) modelOf(service)

  let calls: WireCall[] = []
  const wire: Wire = { get calls() { return calls }, fault: null, reset() { calls = []; wire.fault = null } }
  const local: Omit<LocalAws, 'endpoints' | 'stop'> = { wire, eks, kubernetes, moto: ask, limits: new Map(), forbidden: new Set(), override: null, tick: () => eks.tick() }

  const server = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      void (async () => {
        const body = Buffer.concat(parts).toString()
        const url = new URL(request.url ?? '/', 'http://local')
        const [, key = '', service = 'sts'] = /Credential=([^/]+)\/\d+\/[^/]+\/([^/]+)\/aws4_request/.exec(request.headers.authorization ?? '') ?? []
        const asked = readRequest({ key, service, method: request.method ?? 'GET', url, target: request.headers['x-amz-target'] as string | undefined, body })
        const write = ({ status, headers, body: text }: Answer) => response.writeHead(status, headers).end(text)
        if (!asked) return write(json({ message: `this local AWS does not know the service ${service}` }, 501))
        const call: WireCall = { service: asked.service, name: asked.name, changes: !reads.test(asked.name) }
        const fault = wire.fault?.(call, calls.length) ?? null
        calls.push(call)
        if (fault === 'cut-before') return void request.socket.destroy()
        if (fault && fault !== 'cut-after') return write(faultAnswer(asked, fault))
        const answer = local.override?.(asked) ?? await answerTo(asked, () => forward(port!, { method: request.method!, path: request.url!, headers: request.headers, body }))
        if (fault === 'cut-after') return void request.socket.destroy()
        write(answer)
      })().catch((error: unknown) => response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error)))
    })
  })

  async function answerTo(asked: Asked, toMoto: () => Promise<Answer>): Promise<Answer> {
    if (asked.wrong) return failure(asked, 400, asked.protocol === 'rest-json' ? 'InvalidParameterException' : 'ValidationError', asked.wrong)
    if (asked.service === 'eks') return eks.answer(asked, toMoto)
    if (asked.name === 'GetResources') return withRepositories(ask, asked, toMoto)
    // moto has no quotas of these services
    if (asked.service === 'servicequotas') return json({ Quota: { ServiceCode: asked.input['ServiceCode'], QuotaCode: asked.input['QuotaCode'], Value: local.limits.get(String(asked.input['QuotaCode'])) ?? local.limits.get('all') ?? 10_000 } })
    if (asked.name === 'SimulatePrincipalPolicy') {
      const actions = Object.entries(asked.input).filter(([field]) => field.startsWith('ActionNames.member.')).map(([, action]) => String(action))
      return xml(asked.name, `<IsTruncated>false</IsTruncated><EvaluationResults>${actions.map((action) => `<member><EvalActionName>${action}</EvalActionName><EvalResourceName>*</EvalResourceName><EvalDecision>${local.forbidden.has(action) ? 'implicitDeny' : 'allowed'}</EvalDecision></member>`).join('')}</EvaluationResults>`)
    }
    return toMoto()
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return Object.assign(local, {
    endpoints: Object.fromEntries(names.map((name) => [name, address])),
    async stop() {
      server.closeAllConnections()
      server.close()
      await kubernetes.close()
      await moto.stop()
      await folder.remove()
    },
  })
}
