import { createHmac } from 'node:crypto'
import t from 'tap'
import { Hubfleet } from './hubfleet.ts'
import { verifyWebhook } from './verify-webhook.ts'

const key = Buffer.from('0123456789abcdef0123456789abcdef')
const secret = `whsec_${key.toString('base64')}`
const body = JSON.stringify({ id: 'evt_1', type: 'hub.ready', data: { message: 'für alle' } })
/** As the standard says it is signed, by nobody's library. */
const signed = (at = Date.now(), by = key, text = body) => {
  const timestamp = String(Math.floor(at / 1000))
  return { 'webhook-id': 'evt_1', 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${createHmac('sha256', by).update(`evt_1.${timestamp}.${text}`).digest('base64')}` }
}

t.test('a message that was signed with the secret is taken, whatever kind of headers and body a server has', async (t) => {
  const event = JSON.parse(body)
  for (const headers of [signed(), new Headers(signed()), Object.fromEntries(Object.entries(signed()).map(([name, value]) => [name.replace('webhook', 'Webhook'), [value]]))]) t.same(await verifyWebhook(body, headers, secret), event)
  t.same(await verifyWebhook(new TextEncoder().encode(body), signed(), secret), event)
  const client = new Hubfleet({ server: 'https://hubfleet.example.org', key: 'hf_key' })
  t.same(await client.webhooks.verify(body, signed(), secret), event)
  t.type(client.webhooks.list, 'function', 'beside what webhooks have anyway')
})

t.test('while a secret is rotated, one of two signatures is enough', async (t) => {
  const both = { ...signed(), 'webhook-signature': `${signed(Date.now(), Buffer.from('another'))['webhook-signature']} ${signed()['webhook-signature']}` }
  t.ok(await verifyWebhook(body, both, secret))
})

t.test('what was changed, was signed by another, is old, from the future, or not signed is refused, and no secret is told', async (t) => {
  const cases: Record<string, [string, Record<string, string | undefined>]> = {
    changed: [body.replace('ready', 'error'), signed()], other: [body, signed(Date.now(), Buffer.from('another'))], old: [body, signed(Date.now() - 301_000)], future: [body, signed(Date.now() + 301_000)],
    unsigned: [body, { ...signed(), 'webhook-signature': undefined }], 'of another id': [body, { ...signed(), 'webhook-id': 'evt_2' }], nothing: ['', {}],
  }
  for (const [name, [text, headers]] of Object.entries(cases)) {
    const error = await verifyWebhook(text, headers, secret).then(() => null, (thrown: Error) => thrown)
    t.match(error, { name: 'WebhookVerificationError', message: /no message of this webhook/ }, name)
    t.notOk(String(error).includes(key.toString('base64')), name)
  }
})
