import { isProblem, Problem } from '@hubfleet/core'
import { cloud } from './names.ts'

export interface AskedOf { service: string; account: string; region: string }

const prefixes: Record<string, string> = { servicequotas: 'servicequotas' }
const quota = /LimitExceeded|QuotaExceeded|^(InsufficientVpcCapacity|TooManyLoadBalancers|TooManyTargetGroups)/
const throttled = /^(Throttling|ThrottlingException|ThrottledException|RequestThrottled|RequestLimitExceeded|TooManyRequestsException|SlowDown|BandwidthLimitExceeded|RequestThrottledException|PriorRequestNotComplete)$/
const badCredential = /^(InvalidClientTokenId|SignatureDoesNotMatch|UnrecognizedClientException|AuthFailure|InvalidSignatureException|IncompleteSignature|MissingAuthenticationToken|InvalidAccessKeyId)$/
const expired = /^(ExpiredToken|ExpiredTokenException|RequestExpired)$/
const denied = /^(AccessDenied|AccessDeniedException|UnauthorizedOperation|UnauthorizedException|NotAuthorized)$/

/** What a failed call to AWS means to us, told apart by what mends it. */
export function awsProblem(error: unknown, { service, account, region }: AskedOf): Problem {
  if (isProblem(error)) return error
  const { name = '', message = '', operation, $metadata, $response } = (error ?? {}) as { name?: string; message?: string; operation?: string; $metadata?: { httpStatusCode?: number }; $response?: { headers?: Record<string, string> } }
  const status = $metadata?.httpStatusCode ?? null
  const reason = message.slice(0, 500) || name
  const action = /not authorized to perform:? ([a-z0-9-]+:\w+)/i.exec(message)?.[1] ?? `${prefixes[service] ?? service}:${operation ?? 'unknown'}`
  const refused = (fix: string) => new Problem('cloud-credential-refused', { cloud, reason, fix })
  if (throttled.test(name) || status === 429) {
    const after = Number($response?.headers?.['retry-after'])
    return new Problem('cloud-throttled', { cloud, reason }, { cause: error, ...(after > 0 && { retryAfterSeconds: after }) })
  }
  if (/explicit deny in a (service|resource) control policy|with an explicit deny in a permissions boundary/i.test(message)) return new Problem('cloud-policy-denied', { cloud, account, action, reason }, { cause: error })
  if (/^(OptInRequired|SubscriptionRequiredException|NotSignedUp)$/.test(name)) {
    return new Problem('cloud-account-unusable', { cloud, account, reason, fix: `Finish the sign-up of the account (address, payment, telephone), and enable the region ${region} under Account > AWS Regions; it takes some minutes.` }, { cause: error })
  }
  if (/account.{0,40}(suspended|closed|blocked)|^(Blocked|PendingVerification|AccountProblem)$/i.test(`${name}`) || /account.{0,60}(is suspended|is closed|was closed|has been suspended|is currently blocked)/i.test(message)) {
    return new Problem('cloud-account-unusable', { cloud, account, reason, fix: 'Look at Billing in the account\'s console, pay what is open or reopen the account, and ask AWS Support if it stays.' }, { cause: error })
  }
  if (expired.test(name)) return refused('Make a new session or key and change the credential with `hubfleet credential update`; if the worker\'s clock is wrong, mend that.')
  if (badCredential.test(name)) return refused('The key does not exist, is inactive, or its secret is wrong: make a new one with `aws iam create-access-key`, or use federation, and change the credential with `hubfleet credential update`.')
  if (/^(InvalidIdentityToken|IDPRejectedClaim|IDPCommunicationError|InvalidIdentityTokenException)$/.test(name)) return refused('Let the role trust Hubfleet\'s tokens: the identity provider in IAM must have Hubfleet\'s issuer and the audience sts.amazonaws.com, and the role\'s trust policy the subject of this tenant. `docs/how-to/eks.md` has both.')
  if (denied.test(name)) {
    if (operation === 'AssumeRoleWithWebIdentity') return refused('The role\'s trust policy must name Hubfleet\'s issuer, the audience sts.amazonaws.com and the subject of this tenant; `docs/how-to/eks.md` has it ready made.')
    return new Problem('cloud-denied', { cloud, action, reason, fix: `Give ${action} to the role; \`docs/how-to/eks.md\` has the whole policy, and \`hubfleet credential check\` lists what is missing.` }, { cause: error })
  }
  if (quota.test(name)) {
    return new Problem('quota-exceeded', { what: `${operation ?? service} in ${region}: ${reason}`, wanted: 'one more', allowed: 'as many as there are', where: `at https://${region}.console.aws.amazon.com/servicequotas/home/services` }, { cause: error })
  }
  if (/^CredentialsProviderError$/.test(name)) return refused('The worker has no role of its own: give it one (an instance profile, Pod Identity, or AWS_ variables), or use federation or a key.')
  if (status === null || status >= 500) return new Problem('cloud-unavailable', { cloud, reason: reason || `HTTP status ${status}` }, { cause: error })
  return new Problem('cloud-failed', { what: operation ?? service, cloud, reason: `${name}: ${reason}`, fix: 'Read the reason; it is what AWS says of this call.' }, { cause: error })
}

/** The name of AWS's error that a Problem was made of. */
export const codeOf = (error: unknown): string => (isProblem(error) ? ((error.cause as Error | undefined)?.name ?? '') : '')

/** Something goes first, and it passes by itself. */
export const notYet = (reason: string): Problem => new Problem('provider-failed', { provider: cloud, reason })
