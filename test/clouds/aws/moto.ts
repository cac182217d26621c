import { request } from 'node:http'
import type { Answer } from './answers.ts'

export const account = '123456789012'
export const region = 'eu-west-1'

/** One request to moto, as it stands. */
export function forward(port: number, { method, path, headers, body }: { method: string; path: string; headers: Record<string, string | string[] | undefined>; body: string }): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request({ host: '127.0.0.1', port, method, path, headers: { ...headers, 'content-length': Buffer.byteLength(body) } }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => resolve({ status: response.statusCode ?? 500, headers: { 'content-type': String(response.headers['content-type'] ?? 'application/json'), ...(response.headers['x-amzn-errortype'] && { 'x-amzn-errortype': String(response.headers['x-amzn-errortype']) }) }, body: Buffer.concat(parts).toString() }))
    })
    call.on('error', reject)
    call.end(body)
  })
}

const signedFor = (service: string, key = 'local') => ({ authorization: `AWS4-HMAC-SHA256 Credential=${key}/20260101/${region}/${service}/aws4_request, SignedHeaders=host, Signature=local`, host: `${service}.${region}.amazonaws.com` })

/** What the local cloud itself asks of moto, past the wire. Throws where moto refuses. */
export function askMoto(port: number) {
  const checked = async (what: string, answer: Promise<Answer>): Promise<string> => {
    const { status, body } = await answer
    if (status >= 300) throw new Error(`moto refuses ${what}: ${body}`)
    return body
  }
  const asJson = async (service: string, what: string, request: { method: string; path: string; headers?: Record<string, string>; type?: string }, body?: unknown): Promise<Record<string, any>> => {
    const answer = await checked(what, forward(port, { method: request.method, path: request.path, headers: { ...signedFor(service), 'content-type': request.type ?? 'application/json', ...request.headers }, body: body === undefined ? '' : JSON.stringify(body) }))
    return JSON.parse(answer || '{}') as Record<string, any>
  }
  return {
    query: (service: string, version: string, Action: string, fields: Record<string, string>, key?: string) => checked(Action, forward(port, { method: 'POST', path: '/', headers: { ...signedFor(service, key), 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ Action, Version: version, ...fields }).toString() })),
    rest: (service: string, method: string, path: string, body?: unknown) => asJson(service, path, { method, path }, body),
    /** `target` is the service's full name with the operation's. */
    json: (service: string, target: string, body: unknown) => asJson(service, target, { method: 'POST', path: '/', headers: { 'x-amz-target': target }, type: 'application/x-amz-json-1.1' }, body),
    eks: (method: string, path: string, body?: unknown) => asJson('eks', path, { method, path }, body),
  }
}
export type AskMoto = ReturnType<typeof askMoto>
