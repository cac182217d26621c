/** The API of the clusters, as far as what Hubfleet puts into a new one needs it: objects by their addresses, behind tokens that are looked at as a cluster's authenticator does. */
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { generate } from 'selfsigned'

export interface LocalKubernetes { endpointOf(cluster: string): { endpoint: string; certificateAuthority: { data: string } }; objects: Map<string, Record<string, any>>; tokens: string[]; close(): Promise<void> }

/** `admits`: whether an access key may everything in a cluster. */
export async function startKubernetes(admits: (cluster: string, key: string) => Promise<boolean>): Promise<LocalKubernetes> {
  const { private: key, cert } = await generate([{ name: 'commonName', value: 'local' }], { keySize: 2048, extensions: [{ name: 'subjectAltName', altNames: [{ type: 7, ip: '127.0.0.1' }] }] })
  const objects = new Map<string, Record<string, any>>()
  const tokens: string[] = []
  const server = createServer({ key, cert }, (request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => void (async () => {
      const url = new URL(request.url ?? '/', 'https://local')
      const [, cluster = ''] = url.pathname.split('/')
      const answer = (status: number, body: unknown) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
      const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
      const wrong = refused(token, cluster)
      if (wrong) return answer(401, { kind: 'Status', message: wrong, code: 401 })
      const key = decodeURIComponent(/X-Amz-Credential=([^%/]+)/.exec(Buffer.from(token.slice('k8s-aws-v1.'.length), 'base64url').toString())?.[1] ?? '')
      if (!(await admits(cluster, key))) return answer(401, { kind: 'Status', message: 'Unauthorized', code: 401 })
      tokens.push(token)
      if (request.method === 'GET' && objects.has(url.pathname)) return answer(200, objects.get(url.pathname))
      if (request.method === 'PATCH' && request.headers['content-type'] === 'application/apply-patch+yaml' && url.searchParams.get('fieldManager')) {
        const body = JSON.parse(Buffer.concat(parts).toString()) as Record<string, any>
        if (!body['apiVersion'] || !body['kind'] || !url.pathname.endsWith(`/${body['metadata']?.name}`)) return answer(400, { kind: 'Status', message: 'the object does not fit its address', code: 400 })
        objects.set(url.pathname, body)
        return answer(200, body)
      }
      return request.method === 'GET' ? answer(404, { kind: 'Status', message: 'not found', code: 404 }) : answer(501, { kind: 'Status', message: `this local Kubernetes does not know ${request.method} ${url.pathname}`, code: 501 })
    })().catch((error: unknown) => response.writeHead(500).end(String(error))))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  const { port } = server.address() as AddressInfo
  return {
    objects, tokens,
    endpointOf: (cluster) => ({ endpoint: `https://127.0.0.1:${port}/${cluster}`, certificateAuthority: { data: Buffer.from(cert).toString('base64') } }),
    close: () => new Promise((resolve) => { server.closeAllConnections(); server.close(() => resolve()) }),
  }
}

/** What aws-iam-authenticator holds a token to, but for asking STS. */
export function refused(token: string, cluster: string): string | null {
  if (!token.startsWith('k8s-aws-v1.')) return 'input token is not in the form of a token of EKS'
  const url = URL.parse(Buffer.from(token.slice('k8s-aws-v1.'.length), 'base64url').toString())
  if (!url || url.protocol !== 'https:' || !/^sts\.[a-z0-9-]+\.amazonaws\.com(\.cn)?$/.test(url.hostname) || url.pathname !== '/') return 'unexpected host or path'
  const field = (name: string) => url.searchParams.get(name) ?? ''
  if (field('Action') !== 'GetCallerIdentity') return 'unexpected action'
  if (!field('X-Amz-SignedHeaders').split(';').includes('x-k8s-aws-id')) return 'the cluster\'s id is not signed'
  if (!/^[0-9a-f]{64}$/.test(field('X-Amz-Signature')) || !field('X-Amz-Credential').endsWith('/sts/aws4_request')) return 'not signed'
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(field('X-Amz-Date')) ?? []
  const age = Date.now() - Date.UTC(Number(y), Number(mo) - 1, Number(d), Number(h), Number(mi), Number(s))
  return age < 15 * 60_000 && cluster ? null : 'token is expired'
}
