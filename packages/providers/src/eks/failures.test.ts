import t from 'tap'
import { awsProblem } from './failures.ts'

const of = (name: string, message: string, status: number | null = 400, operation = 'CreateCluster') =>
  awsProblem(Object.assign(new Error(message), { name, operation, ...(status !== null && { $metadata: { httpStatusCode: status } }) }), { service: 'eks', account: '123456789012', region: 'eu-west-1' })

t.test('what AWS says becomes a problem that names what mends it', async (t) => {
  t.match(of('ExpiredTokenException', 'The security token included in the request is expired', 403), { code: 'cloud-credential-refused', nextStep: /credential update/ })
  t.match(of('InvalidClientTokenId', 'The security token included in the request is invalid.', 403), { code: 'cloud-credential-refused', nextStep: /create-access-key/ })
  t.match(of('AccessDenied', 'Not authorized to perform sts:AssumeRoleWithWebIdentity', 403, 'AssumeRoleWithWebIdentity'), { code: 'cloud-credential-refused', nextStep: /trust policy/ })
  t.match(of('AccessDeniedException', 'User: arn:aws:iam::1:user/x is not authorized to perform: eks:CreateCluster on resource: * because no identity-based policy allows the eks:CreateCluster action', 403), { code: 'cloud-denied', params: { action: 'eks:CreateCluster' }, retryable: false })
  t.match(of('AccessDeniedException', 'User: x is not authorized to perform: eks:CreateCluster on resource: * with an explicit deny in a service control policy', 403), { code: 'cloud-policy-denied', params: { account: '123456789012', action: 'eks:CreateCluster' } })
  t.match(of('OptInRequired', 'You are not subscribed to this service.', 403), { code: 'cloud-account-unusable', nextStep: /sign-up/ })
  t.match(of('Blocked', 'This account is currently blocked and not recognized as a valid account.'), { code: 'cloud-account-unusable', nextStep: /Billing/ })
  t.match(of('ResourceLimitExceededException', 'You have reached your limit'), { code: 'quota-exceeded' })
  t.match(of('VpcLimitExceeded', 'The maximum number of VPCs has been reached.'), { code: 'quota-exceeded', nextStep: /eu-west-1\.console\.aws/ })
  for (const name of ['ThrottlingException', 'Throttling', 'RequestLimitExceeded', 'TooManyRequestsException']) t.match(of(name, 'Rate exceeded', 429), { code: 'cloud-throttled', retryable: true }, name)
  t.match(of('InternalFailure', 'oops', 500), { code: 'cloud-unavailable', retryable: true })
  t.match(of('Error', 'socket hang up', null), { code: 'cloud-unavailable', retryable: true })
  t.match(of('InvalidParameterException', 'subnets'), { code: 'cloud-failed', retryable: false })
})
