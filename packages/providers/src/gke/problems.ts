import { Problem } from '@hubfleet/core'
import type { Refusal } from './refusal.ts'

export const cloud = 'Google Cloud'

export const quotaUrl = (project: string): string => `https://console.cloud.google.com/iam-admin/quotas?project=${encodeURIComponent(project)}`

/** One rule per way in which Google refuses, the first that fits; Google tells many of them apart by their text alone. */
const rules: { when(refusal: Refusal): boolean; problem(refusal: Refusal, project: string): Problem }[] = [
  {
    when: ({ reason, message }) => reason === 'SECURITY_POLICY_VIOLATED' || /prohibited by organization'?s policy|vpcServiceControlsUniqueIdentifier|constraints\/[\w.]+.*violated|violates? (the )?constraint|Org(anization)? Policy/i.test(message),
    problem: ({ asked, message }, project) => new Problem('cloud-policy-denied', { account: project, cloud, action: asked, reason: message }),
  },
  {
    when: ({ reason, message }) => reason === 'BILLING_DISABLED' || /billing (account|to be enabled|is not enabled|must be enabled)|requires billing|billing has not been enabled/i.test(message),
    problem: ({ message }, project) => unusable(project, message, `Link an open billing account: \`gcloud billing projects link ${project} --billing-account ACCOUNT\`; a closed one is opened at https://console.cloud.google.com/billing.`),
  },
  {
    when: ({ message }) => /default service accounts?\b|-compute@developer\.gserviceaccount\.com.*(not exist|not found|disabled)|service account .*compute@developer/i.test(message) && !/default credentials/i.test(message),
    problem: ({ message }, project) => unusable(project, message, `Enable the API that makes them, and give it some minutes: \`gcloud services enable compute.googleapis.com container.googleapis.com --project ${project}\`. One that was deleted comes back with \`gcloud beta iam service-accounts undelete\` within 30 days.`),
  },
  {
    when: ({ reason, message }) => reason === 'SERVICE_DISABLED' || /has not been used in project|it is disabled\. Enable it|API .*(is not|not been) enabled|accessNotConfigured/i.test(message),
    problem: (refusal, project) => unusable(project, refusal.message, `Enable it, and give it some minutes: \`gcloud services enable ${serviceOf(refusal)} --project ${project}\`.`),
  },
  {
    when: ({ reason, message }) => /^CONSUMER_(SUSPENDED|INVALID)$/.test(reason) || /has been suspended|project .*(has been deleted|is not active|not found or deleted|not found)/i.test(message),
    problem: ({ message }, project) => unusable(project, message, `Look at https://console.cloud.google.com/home/dashboard?project=${project}: a suspended project is appealed there, a deleted one is restored within 30 days with \`gcloud projects undelete ${project}\`.`),
  },
  { when: ({ message }) => quotaText.test(message), problem: ({ message }, project) => quotaExceeded(message, project) },
  {
    when: ({ status, reason, message }) => status === 'RESOURCE_EXHAUSTED' || /^(RATE_LIMIT_EXCEEDED|rateLimitExceeded|userRateLimitExceeded)$/.test(reason) || /rate limit exceeded/i.test(message),
    problem: ({ message, retryAfterSeconds }) => new Problem('cloud-throttled', { cloud, reason: message }, retryAfterSeconds === undefined ? {} : { retryAfterSeconds }),
  },
  {
    when: ({ status }) => status === 'UNAUTHENTICATED',
    problem: ({ message }) => new Problem('cloud-credential-refused', { cloud, reason: message, fix: 'Give Hubfleet a credential that is valid: `hubfleet credential update`.' }),
  },
  {
    when: ({ status }) => status === 'PERMISSION_DENIED',
    problem: ({ asked, message }, project) => {
      const permission = /"?([a-z]+\.[a-zA-Z]+\.[a-zA-Z]+)"?[^\n]*permission|permission[^'"]*['"]([a-z]+\.[a-zA-Z]+\.[a-zA-Z]+)['"]/i.exec(message)
      return new Problem('cloud-denied', { cloud, action: permission?.[1] ?? permission?.[2] ?? asked, reason: message, fix: `Give the published role to the credential's identity in the project ${project}; \`hubfleet credential check\` lists all that is missing.` })
    },
  },
  {
    when: ({ status }) => /^(UNAVAILABLE|DEADLINE_EXCEEDED|INTERNAL|ABORTED|UNKNOWN|CANCELLED)$/.test(status),
    problem: ({ asked, message }) => new Problem('cloud-unavailable', { cloud, reason: `${asked}: ${message}` }),
  },
]

export function problemOf(refusal: Refusal, project: string): Problem {
  const rule = rules.find(({ when }) => when(refusal))
  const problem = rule ? rule.problem(refusal, project) : new Problem('cloud-failed', { what: refusal.asked, cloud, reason: refusal.message, fix: 'Change what the reason names, then try again.' })
  return Object.assign(problem, { cause: refusal })
}

const unusable = (account: string, reason: string, fix: string): Problem => new Problem('cloud-account-unusable', { cloud, account, reason, fix })

const serviceOf = ({ metadata, message, asked }: Refusal): string =>
  metadata['service'] ?? /\b([a-z]+\.googleapis\.com)\b/.exec(message)?.[1] ?? `${/^\w+/.exec(asked)?.[0] ?? 'container'}.googleapis.com`

const quotaText = /insufficient (regional|zonal|project|global) quota|quota '[\w-]+' exceeded|quota.*exceeded.*limit: *\d|GCE_QUOTA_EXCEEDED/i

/** As GKE says it (`resource "CPUS": request requires '9.0' and is short '1.0'. project has a quota of '8.0'`), and as Compute Engine does (`Quota 'CPUS' exceeded.  Limit: 8.0 in region us-east1.`). */
export function quotaExceeded(message: string, project: string): Problem {
  const what = /resource:? "([\w-]+)"/i.exec(message)?.[1] ?? /quota '([\w-]+)'/i.exec(message)?.[1] ?? 'a quota'
  const wanted = /requires '([\d.]+)'/i.exec(message)?.[1]
  const limit = /quota (?:of|is) '([\d.]+)'/i.exec(message)?.[1] ?? /limit: *([\d.]+)/i.exec(message)?.[1]
  return new Problem('quota-exceeded', { what: `${what} of ${project} (${message})`, wanted: wanted === undefined ? 'more' : Number(wanted), allowed: limit === undefined ? 'less' : Number(limit), where: `at ${quotaUrl(project)}` })
}

/** Of what fails in the making of a token. The error itself is left out: it holds the request, with what was signed by the key. */
export function credentialProblem(error: unknown): Problem {
  const message = error instanceof Error ? error.message : String(error)
  const { code, status, response } = (error ?? {}) as { code?: unknown; status?: unknown; response?: { status?: number } }
  const http = Number(response?.status ?? status ?? 0)
  if (http >= 500 || http === 429 || /ECONN|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EPIPE|UND_ERR|TIMEOUT/.test(String(code)) || /fetch failed|timed? ?out|socket hang up|network/i.test(message)) {
    return new Problem(http === 429 ? 'cloud-throttled' : 'cloud-unavailable', { cloud, reason: `no token: ${message}` })
  }
  const fix = fixes.find(([pattern]) => pattern.test(message))?.[1] ?? 'Give Hubfleet a credential that is valid: `hubfleet credential update`.'
  return new Problem('cloud-credential-refused', { cloud, reason: message, fix })
}

const fixes: [RegExp, string][] = [
  [/default credentials/i, 'The worker has no identity of its own: run it as a service account (Workload Identity on GKE, an attached one on a VM), or set GOOGLE_APPLICATION_CREDENTIALS; elsewhere use a credential of the type gcp-federation.'],
  [/Invalid JWT Signature|account not found|Invalid grant: account|invalid_client/i, 'The key or its service account was deleted or disabled: make a new key, and `hubfleet credential update`.'],
  [/Token must be a short-lived token|Invalid JWT: .*(iat|exp)|token.*expired/i, 'The clock of the worker is wrong: set it by NTP.'],
  [/attribute condition/i, 'The attribute condition of the workload identity provider does not admit the tenant: compare it with what `hubfleet credential get` shows as subject.'],
  [/invalid_target|issuer/i, 'Compare the workload identity pool and provider with the credential, and its issuer with the address of Hubfleet, which Google must reach.'],
  [/audience/i, 'Set the allowed audiences of the workload identity provider to what `hubfleet credential get` shows, or leave them empty.'],
  [/getAccessToken|iam\.serviceAccounts/i, 'Let the identity of the pool act as the service account: give it the role roles/iam.workloadIdentityUser on it.'],
  [/PEM|DECODER|asymmetric|private key|secretOrPrivateKey/i, 'The key is damaged: give the JSON of the key as it was downloaded.'],
]
