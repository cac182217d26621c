import { isProblem, Problem } from '@hubfleet/core'

export interface Asked { /** The permission that the call needs. */ action: string; account: string }

interface ArmError { code: string; message: string; details: ArmError[] }

const cloud = 'azure'

/** What Azure or Entra said, told apart by what mends it. Nothing of a request is shown, only what was answered. */
export function azureProblem(error: unknown, asked: Asked): Problem {
  if (isProblem(error)) return error
  const text = error instanceof Error ? error.message : String(error)
  const entra = entraProblem(text, error)
  if (entra) return entra
  const status = statusOf(error)
  if (status === null) return unavailable(isTimeout(error) ? 'no answer in time' : networkReason(error), error)
  const said = deepest(armErrorOf(error) ?? { code: codeOf(error) ?? `HTTP ${status}`, message: text, details: [] })
  const retryAfterSeconds = retryAfterOf(error)
  if (status === 429 || throttling.has(said.code)) return new Problem('cloud-throttled', { cloud, reason: plain(said) }, { cause: error, ...(retryAfterSeconds !== undefined && { retryAfterSeconds }) })
  const problem = armProblem(said, asked, error)
  if (problem) return problem
  if ((status >= 500 && status !== 501) || status === 408) return unavailable(plain(said), error)
  if (status === 401) return new Problem('cloud-credential-refused', { cloud, reason: plain(said), fix: 'Check the directory of the credential: the subscription must trust it.' }, { cause: error })
  if (status === 403) return denied(asked, said, error)
  if (status === 409 || status === 412) return unavailable(plain(said), error)
  return new Problem('cloud-failed', { what: asked.action, cloud, reason: plain(said), fix: 'Read the reason, correct what it names, and try again.' }, { cause: error })
}

/** What Azure notes on a cluster or pool whose last change failed. */
export function failureProblem(failed: { code?: string; message?: string; details?: unknown } | undefined, asked: Asked): Problem {
  const said = deepest(asArmError(failed) ?? { code: 'unknown', message: 'Azure gives no reason', details: [] })
  return armProblem(said, asked, undefined)
    ?? (throttling.has(said.code) || passing.has(said.code) ? unavailable(plain(said), undefined) : new Problem('cloud-failed', { what: asked.action, cloud, reason: plain(said), fix: 'Read the reason, correct what it names; any change or `hubfleet cluster update` tries again.' }))
}

const throttling = new Set(['TooManyRequests', 'OperationNotAllowedThrottled', 'SubscriptionRequestsThrottled', 'ResourceCollectionRequestsThrottled', 'Throttled', 'RequestThrottled'])
const passing = new Set(['InternalServerError', 'InternalOperationError', 'ServiceUnavailable', 'OperationPreempted', 'AnotherOperationInProgress', 'EtagMismatch', 'PreconditionFailed', 'ResourceGroupBeingDeleted', 'OverconstrainedAllocationRequest', 'ServerTimeout', 'Canceled', 'RequestTimeout'])

function armProblem(said: ArmError, asked: Asked, cause: unknown): Problem | null {
  const { code, message } = said
  const reason = plain(said)
  const unusable = (fix: string): Problem => new Problem('cloud-account-unusable', { cloud, account: asked.account, reason, fix }, { cause })
  if (/InsufficientVCPUQuota|QuotaExceeded|QuotaLimit|PublicIPCountLimitReached/i.test(code) || (code === 'OperationNotAllowed' && /quota|exceeding approved/i.test(message))) return quotaProblem(said, cause)
  switch (code) {
    case 'AuthorizationFailed': case 'LinkedAuthorizationFailed': case 'AuthorizationPermissionMismatch': return denied(asked, said, cause)
    case 'RequestDisallowedByPolicy': case 'RequestDisallowedByAzure': return new Problem('cloud-policy-denied', { cloud, account: asked.account, action: asked.action, reason }, { cause })
    case 'DenyAssignmentAuthorizationFailed': return new Problem('cloud-policy-denied', { cloud, account: asked.account, action: asked.action, reason }, { cause })
    case 'ScopeLocked': return new Problem('cloud-policy-denied', { cloud, account: asked.account, action: asked.action, reason: `a lock is in the way: ${reason}` }, { cause })
    case 'SubscriptionNotFound': case 'InvalidSubscriptionId': return unusable('Check the id of the subscription, that it is in the directory of the credential, and that the published role was given in it.')
    case 'ReadOnlyDisabledSubscription': case 'SubscriptionNotRegistered': case 'DisabledSubscription': return unusable('Have the owner of the subscription enable it again: its bill is unpaid, its credit used up, or it was canceled.')
    case 'MissingSubscriptionRegistration': case 'SubscriptionNotRegisteredForFeature': {
      const namespace = /Microsoft\.\w+/.exec(message)?.[0] ?? 'Microsoft.ContainerService'
      return unusable(`Register the resource provider once: az provider register --namespace ${namespace}`)
    }
    case 'SkuNotAvailable': case 'VMSizeNotSupported': case 'NotAvailableForSubscription':
      return new Problem('cloud-failed', { what: asked.action, cloud, reason, fix: 'Choose another machine type, zone or region, or ask Azure\'s support for access to it.' }, { cause })
    case 'AllocationFailed': case 'ZonalAllocationFailed': case 'OverconstrainedZonalAllocationRequest': case 'SpotAllocationFailed':
      return new Problem('cloud-failed', { what: asked.action, cloud, reason: `Azure has no such machines free at the moment: ${reason}`, fix: 'Choose another machine type or zone, or none, or machines that are no spot ones; or try again later.' }, { cause })
    case 'LocationNotAvailableForResourceType': case 'LocationNotAvailableForResourceGroup': case 'InvalidLocation':
      return new Problem('cloud-failed', { what: asked.action, cloud, reason, fix: 'Choose another region.' }, { cause })
    case 'ResourceGroupBeingDeleted': return unavailable(reason, cause)
    // another change of the cluster is under way
    case 'OperationNotAllowed': return /in.progress|is being|currently|Another operation/i.test(message) ? unavailable(reason, cause) : null
    default: return passing.has(code) ? unavailable(reason, cause) : null
  }
}

function quotaProblem(said: ArmError, cause: unknown): Problem {
  const numberOf = (...patterns: RegExp[]): number | undefined => patterns.map((pattern) => pattern.exec(said.message)?.[1]).filter((found) => found !== undefined).map(Number)[0]
  const limit = numberOf(/(?:current )?limit:?\s*(\d+)/i, /remaining (\d+)/i)
  const wanted = numberOf(/(?:new limit|minimum)[^:]*required:?\s*(\d+)/i, /additional required:?\s*(\d+)/i, /requested (\d+)/i)
  return new Problem('quota-exceeded', { what: plain(said), wanted: wanted ?? 'more', allowed: limit ?? 'less', where: 'at https://portal.azure.com/#view/Microsoft_Azure_Capacity/QuotaMenuBlade/~/myQuotas' }, { cause })
}

function denied({ action, account }: Asked, said: ArmError, cause: unknown): Problem {
  const named = /perform action '([^']+)'/.exec(said.message)?.[1] ?? action
  return new Problem('cloud-denied', { cloud, action: named, reason: plain(said), fix: `Give the published role to the app in ${account}; \`hubfleet credential check\` lists all that it lacks. A role takes some minutes until it works.` }, { cause })
}

const unavailable = (reason: string, cause: unknown): Problem => new Problem('cloud-unavailable', { cloud, reason }, { cause })

/** Entra's numbers, by what mends them. */
const entraFixes: Record<string, string> = {
  AADSTS7000215: 'The client secret is not the app\'s: take the secret\'s value, not its id, and register the credential again.',
  AADSTS7000222: 'The client secret has expired: make a new one (az ad app credential reset), and register the credential again; or change to azure-federation, which has none.',
  AADSTS700016: 'There is no app of that client id in the directory: check clientId and directory of the credential.',
  AADSTS90002: 'There is no directory of that id: check directory of the credential.',
  AADSTS900023: 'The directory is not a valid id: check directory of the credential.',
  AADSTS7000112: 'The app is disabled: have it enabled in Entra.',
  AADSTS70021: 'The app trusts no such token: make its federated credential as the how-to of AKS says; issuer, subject and audience must match exactly.',
  AADSTS700211: 'The app trusts no token of this issuer: make its federated credential with the issuer of this installation.',
  AADSTS700212: 'The audience of the app\'s federated credential must be api://AzureADTokenExchange.',
  AADSTS700213: 'The app trusts no token of this subject: make its federated credential with the subject of this tenant.',
  AADSTS700024: 'The token\'s time does not hold: set the clock of the worker right.',
  AADSTS50027: 'The token is not valid for Entra: check that the issuer of this installation can be read from the internet.',
  AADSTS5000224: 'The cloud of the directory is another one: set the endpoints authority and management of the credential.',
  AADSTS90072: 'The directory is not the subscription\'s: check directory of the credential.',
  AADSTS53003: 'A conditional access policy blocks the app: ask who keeps the policies of the directory.',
  AADSTS500011: 'The directory does not know what the token is for: register Microsoft.ContainerService in the subscription once (az provider register).',
}

function entraProblem(text: string, error: unknown): Problem | null {
  const name = (error as { name?: string } | null)?.name
  if (/endpoints_resolution_error|network_error|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT/.test(text)) return unavailable(`Entra was not reached: ${firstLine(text)}`, error)
  const number = /AADSTS\d+/.exec(text)?.[0]
  if (number && !['AADSTS90033', 'AADSTS50196', 'AADSTS90055', 'AADSTS1002016'].includes(number)) {
    return new Problem('cloud-credential-refused', { cloud, reason: firstLine(text.slice(text.indexOf(number))), fix: entraFixes[number] ?? `Look up ${number} at https://login.microsoftonline.com/error.` }, { cause: error })
  }
  if (number) return unavailable(firstLine(text.slice(text.indexOf(number))), error)
  if (name === 'CredentialUnavailableError' || name === 'AggregateAuthenticationError' || /no managed identity endpoint|ManagedIdentityCredential/i.test(text)) {
    return new Problem('cloud-credential-refused', { cloud, reason: firstLine(text), fix: 'The worker has no identity of its own here: run it with a workload or managed identity, or register a credential of the kind azure-federation.' }, { cause: error })
  }
  return null
}

export function statusOf(error: unknown): number | null {
  const { statusCode, status } = (error ?? {}) as { statusCode?: unknown; status?: unknown }
  const found = Number(statusCode ?? status)
  return Number.isInteger(found) && found >= 100 ? found : null
}

const codeOf = (error: unknown): string | undefined => (typeof (error as { code?: unknown })?.code === 'string' ? (error as { code: string }).code : undefined)

/** What was answered to a request that failed. */
const answers = new WeakMap<object, string>()
export const noteAnswer = (request: object, text: string | null | undefined): void => { if (text) answers.set(request, text) }

/** The SDKs carry the answer's body in different places, and some nowhere. */
function armErrorOf(error: unknown): ArmError | null {
  const { details, request, response } = error as { details?: unknown; request?: object; response?: { parsedBody?: unknown; bodyAsText?: unknown; body?: unknown } }
  for (const candidate of [details, response?.parsedBody, response?.body, parsed(response?.bodyAsText), parsed(request && answers.get(request))]) {
    const inner = (candidate as { error?: unknown } | null | undefined)?.error ?? candidate
    const found = asArmError(inner)
    if (found) return found
  }
  return null
}

function asArmError(value: unknown): ArmError | null {
  if (typeof value !== 'object' || value === null) return null
  const { code, message, details } = value as { code?: unknown; message?: unknown; details?: unknown }
  if (typeof code !== 'string') return null
  return { code, message: typeof message === 'string' ? message : '', details: Array.isArray(details) ? details.map(asArmError).filter((one) => one !== null) : [] }
}

/** An envelope says less than what is in it. */
function deepest(error: ArmError): ArmError {
  const envelope = new Set(['DeploymentFailed', 'ResourceDeploymentFailure', 'ReconcileVMSSAgentPoolFailed', 'CreateVMSSAgentPoolFailed', 'VMExtensionProvisioningError', 'BadRequest', 'Conflict', 'InvalidTemplateDeployment'])
  return error.details[0] && envelope.has(error.code) ? deepest(error.details[0]) : error
}

function retryAfterOf(error: unknown): number | undefined {
  const headers = (error as { response?: { headers?: { get?(name: string): string | undefined } & Record<string, unknown> } }).response?.headers
  const value = Number(headers?.get?.('retry-after') ?? headers?.['retry-after'])
  return Number.isFinite(value) && value > 0 ? value : undefined
}

function parsed(text: unknown): unknown {
  try {
    return typeof text === 'string' ? JSON.parse(text) : null
  } catch {
    return null
  }
}

const isTimeout = (error: unknown): boolean => ['AbortError', 'TimeoutError'].includes((error as { name?: string })?.name ?? '')
const networkReason = (error: unknown): string => codeOf(error) ?? firstLine(error instanceof Error ? error.message : 'the connection failed')
const plain = ({ code, message }: ArmError): string => (message ? `${code}: ${firstLine(message)}` : code)
const firstLine = (text: string): string => text.split(/\r?\n/)[0]!.slice(0, 500)
