import type { FastifyInstance } from 'fastify'
import { publishedKeys, signingAlgorithm, type Control } from '@hubfleet/control'

/** New keys are published two days before they sign, so clouds may keep these for long; we need not ask the database for each. */
const keepSeconds = 300

const paths = { configuration: '/.well-known/openid-configuration', keys: '/.well-known/jwks.json' } as const

/**
 * What clouds read of the issuer of our tokens (OpenID Connect Discovery), open to everybody: which keys to believe. Without a public address
 * there is no issuer.
 */
export function addFederation(app: FastifyInstance, control: Control): void {
  const { publicUrl, clock } = control
  if (!publicUrl) return
  const configuration = {
    issuer: publicUrl, jwks_uri: publicUrl + paths.keys, response_types_supported: ['id_token'], subject_types_supported: ['public'], id_token_signing_alg_values_supported: [signingAlgorithm],
    claims_supported: ['iss', 'sub', 'aud', 'iat', 'exp', 'jti'],
  }
  let known: { until: number; keys: Promise<Record<string, unknown>[]> } | undefined
  const keys = () => {
    const now = clock.now()
    if (!known || known.until <= now.getTime()) {
      const asked = known = { until: now.getTime() + keepSeconds * 1000, keys: publishedKeys(control, now) }
      asked.keys.catch(() => { if (known === asked) known = undefined })
    }
    return known.keys
  }
  app.get(paths.configuration, (_request, reply) => reply.header('cache-control', `public, max-age=${keepSeconds}`).send(configuration))
  app.get(paths.keys, async (_request, reply) => reply.header('cache-control', `public, max-age=${keepSeconds}`).send({ keys: await keys() }))
}
