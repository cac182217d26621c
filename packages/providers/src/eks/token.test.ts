import { createHash, createHmac } from 'node:crypto'
import t from 'tap'
import { clusterToken } from './token.ts'

const session = { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret', sessionToken: 'session/+=' }
const now = new Date('2026-03-02T08:00:00Z')

/** The signature of an address as AWS's documentation of version 4 makes it, from the address alone. */
function signatureOf(url: URL, headers: Record<string, string>): string {
  const escape = (text: string) => encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
  const fields = [...url.searchParams].filter(([name]) => name !== 'X-Amz-Signature').map(([name, value]) => [escape(name), escape(value)]).sort(([a = ''], [b = '']) => (a < b ? -1 : 1)).map((pair) => pair.join('=')).join('&')
  const names = Object.keys(headers).sort()
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  const canonical = ['GET', '/', fields, ...names.map((name) => `${name}:${headers[name]}`), '', names.join(';'), hash('')].join('\n')
  const scope = '20260302/eu-west-1/sts/aws4_request'
  const toSign = ['AWS4-HMAC-SHA256', '20260302T080000Z', scope, hash(canonical)].join('\n')
  const key = ['20260302', 'eu-west-1', 'sts', 'aws4_request'].reduce<string | Buffer>((last, text) => createHmac('sha256', last).update(text).digest(), `AWS4${session.secretAccessKey}`)
  return createHmac('sha256', key).update(toSign).digest('hex')
}

t.test('a token is an address of STS that is signed for this cluster alone, and ends within a quarter of an hour', async (t) => {
  const { token, expiresAt } = await clusterToken({ cluster: 'workshop', region: 'eu-west-1', session, now })
  t.match(token, /^k8s-aws-v1\.[A-Za-z0-9_-]+$/)
  const url = new URL(Buffer.from(token.slice('k8s-aws-v1.'.length), 'base64url').toString())
  t.equal(url.host, 'sts.eu-west-1.amazonaws.com')
  t.match(Object.fromEntries(url.searchParams), { Action: 'GetCallerIdentity', Version: '2011-06-15', 'X-Amz-SignedHeaders': 'host;x-k8s-aws-id', 'X-Amz-Expires': '60', 'X-Amz-Security-Token': session.sessionToken })
  t.equal(url.searchParams.get('x-k8s-aws-id'), null, 'the name is a header, which the cluster adds itself')
  t.equal(url.searchParams.get('X-Amz-Signature'), signatureOf(url, { host: url.host, 'x-k8s-aws-id': 'workshop' }))
  t.not(url.searchParams.get('X-Amz-Signature'), signatureOf(url, { host: url.host, 'x-k8s-aws-id': 'another' }))
  t.equal(expiresAt.getTime(), now.getTime() + 14 * 60_000)
})

t.test('a token ends with the session by which it was made', async (t) => {
  const expiration = new Date(now.getTime() + 60_000)
  t.same((await clusterToken({ cluster: 'workshop', region: 'eu-west-1', session: { ...session, expiration }, now })).expiresAt, expiration)
})
