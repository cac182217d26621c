import t from 'tap'
import { credentialProblem, problemOf } from './problems.ts'
import { isInTheWay, Refusal } from './refusal.ts'

const said = (status: string, message: string, rest: { reason?: string; metadata?: Record<string, string>; retryAfterSeconds?: number } = {}) => problemOf(new Refusal('container.createCluster', { status, message, ...rest }), 'fleet')

t.test('what Google says becomes the problem that names what mends it', async (t) => {
  const rows: [Parameters<typeof said>, { code: string; retryable?: boolean; nextStep?: RegExp; message?: RegExp }][] = [
    [['PERMISSION_DENIED', 'Required "container.clusters.create" permission(s) for "projects/fleet".'], { code: 'cloud-denied', message: /denies container\.clusters\.create/, nextStep: /published role/ }],
    [['PERMISSION_DENIED', 'Kubernetes Engine API has not been used in project fleet before or it is disabled. Enable it by visiting https://console.developers.google.com/apis/api/container.googleapis.com/overview?project=fleet then retry.', { reason: 'SERVICE_DISABLED', metadata: { service: 'container.googleapis.com' } }], { code: 'cloud-account-unusable', nextStep: /gcloud services enable container\.googleapis\.com --project fleet/ }],
    [['PERMISSION_DENIED', 'This API method requires billing to be enabled. Please enable billing on project #1 by visiting https://console.developers.google.com/billing/enable?project=1 then retry.', { reason: 'BILLING_DISABLED' }], { code: 'cloud-account-unusable', nextStep: /gcloud billing projects link fleet/ }],
    [['FAILED_PRECONDITION', 'The billing account for the owning project is disabled in state closed'], { code: 'cloud-account-unusable', nextStep: /billing/ }],
    [['INVALID_ARGUMENT', 'The project fleet is not fully initialized with the default service accounts. Please wait and retry.'], { code: 'cloud-account-unusable', nextStep: /gcloud services enable compute\.googleapis\.com/ }],
    [['INVALID_ARGUMENT', 'Service account "1-compute@developer.gserviceaccount.com" does not exist.'], { code: 'cloud-account-unusable', nextStep: /undelete/ }],
    [['PERMISSION_DENIED', 'Consumer \'project:fleet\' has been suspended.', { reason: 'CONSUMER_SUSPENDED' }], { code: 'cloud-account-unusable', nextStep: /appealed/ }],
    [['PERMISSION_DENIED', 'Request is prohibited by organization\'s policy. vpcServiceControlsUniqueIdentifier: abc', { reason: 'SECURITY_POLICY_VIOLATED' }], { code: 'cloud-policy-denied' }],
    [['FAILED_PRECONDITION', 'Constraint constraints/compute.vmExternalIpAccess violated for project fleet.'], { code: 'cloud-policy-denied' }],
    [['PERMISSION_DENIED', 'Insufficient regional quota to satisfy request: resource "CPUS": request requires \'9.0\' and is short \'1.0\'. project has a quota of \'8.0\' with \'8.0\' available.'], { code: 'quota-exceeded', message: /CPUS of fleet .*wanted 9, allowed 8/, nextStep: /iam-admin\/quotas\?project=fleet/ }],
    [['PERMISSION_DENIED', 'Quota \'IN_USE_ADDRESSES\' exceeded.  Limit: 4.0 in region us-central1.'], { code: 'quota-exceeded', message: /IN_USE_ADDRESSES.*allowed 4/ }],
    [['RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric \'Cluster writes\' and limit \'Cluster writes per minute\' of service \'container.googleapis.com\'.', { reason: 'RATE_LIMIT_EXCEEDED', retryAfterSeconds: 12 }], { code: 'cloud-throttled', retryable: true }],
    [['PERMISSION_DENIED', 'Rate Limit Exceeded', { reason: 'rateLimitExceeded' }], { code: 'cloud-throttled', retryable: true }],
    [['UNAUTHENTICATED', 'Request had invalid authentication credentials.'], { code: 'cloud-credential-refused' }],
    [['UNAVAILABLE', 'The service is currently unavailable.'], { code: 'cloud-unavailable', retryable: true }],
    [['DEADLINE_EXCEEDED', 'Deadline exceeded'], { code: 'cloud-unavailable', retryable: true }],
    [['INVALID_ARGUMENT', 'Network "default" does not exist.'], { code: 'cloud-failed', message: /Network "default"/ }],
  ]
  for (const [asked, wanted] of rows) {
    const problem = said(...asked)
    t.match({ code: problem.code, retryable: problem.retryable, nextStep: problem.nextStep, message: problem.message }, { retryable: false, ...wanted }, asked[1])
  }
  t.equal(said('RESOURCE_EXHAUSTED', 'Quota exceeded for quota metric', { retryAfterSeconds: 12 }).retryAfterSeconds, 12)
})

t.test('why there is no token becomes what mends it, and shows nothing of the request', async (t) => {
  const rows: [string, RegExp][] = [
    ['Could not load the default credentials. Browse to https://cloud.google.com/docs/authentication/getting-started for more information.', /GOOGLE_APPLICATION_CREDENTIALS/],
    ['google: could not find default credentials.', /GOOGLE_APPLICATION_CREDENTIALS/],
    ['invalid_grant: Invalid JWT Signature.', /make a new key/],
    ['invalid_grant: Invalid grant: account not found', /make a new key/],
    ['invalid_grant: Invalid JWT: Token must be a short-lived token (60 minutes) and in a reasonable timeframe. Check your iat and exp values in the JWT claim.', /NTP/],
    ['Error code unauthorized_client: The given credential is rejected by the attribute condition.', /attribute condition/],
    ['Error code invalid_grant: The audience in ID Token [x] does not match the expected audience.', /allowed audiences/],
    ['Error code invalid_target: The target service indicated by the "audience" parameters is invalid. This might either be because the pool or provider is disabled or deleted or because it doesn\'t exist.', /pool/],
    ['Permission \'iam.serviceAccounts.getAccessToken\' denied on resource (or it may not exist).', /workloadIdentityUser/],
    ['error:1E08010C:DECODER routines::unsupported', /damaged/],
  ]
  for (const [message, fix] of rows) {
    const problem = credentialProblem(Object.assign(new Error(message), { config: { data: 'assertion=secret' } }))
    t.match({ code: problem.code, fix: problem.nextStep }, { code: 'cloud-credential-refused', fix }, message)
    t.notMatch(JSON.stringify(problem.toDocument()) + String((problem.cause as Error | undefined)?.stack), 'secret')
    t.equal(problem.cause, undefined)
  }
  t.match(credentialProblem(Object.assign(new Error('request to https://oauth2.googleapis.com/token failed'), { code: 'ECONNRESET' })), { code: 'cloud-unavailable', retryable: true })
  t.match(credentialProblem(Object.assign(new Error('Bad gateway'), { response: { status: 502 } })), { code: 'cloud-unavailable' })
})

t.test('another operation on the cluster is told apart from other preconditions', async (t) => {
  const precondition = (message: string) => new Refusal('container.setNodePoolSize', { status: 'FAILED_PRECONDITION', message })
  for (const message of ['Cluster is running incompatible operation operation-1-2.', 'Operation operation-1596064640049-1b03e177 is currently upgrading cluster a. Please wait and try again once it is done.']) t.ok(isInTheWay(precondition(message)), message)
  t.notOk(isInTheWay(precondition('Constraint constraints/compute.requireShieldedVm violated')))
})
