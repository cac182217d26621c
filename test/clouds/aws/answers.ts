import type { Fault } from '../../contract/machines-bed.ts'
import type { Asked } from './models.ts'

export interface Answer { status: number; headers: Record<string, string>; body: string }

export const json = (body: unknown, status = 200): Answer => ({ status, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
export const xml = (name: string, result: string): Answer => ({ status: 200, headers: { 'content-type': 'text/xml' }, body: `<${name}Response><${name}Result>${result}</${name}Result><ResponseMetadata><RequestId>local</RequestId></ResponseMetadata></${name}Response>` })

/** An error in the form of the call's protocol. */
export function failure({ protocol }: Pick<Asked, 'protocol'>, status: number, code: string, message: string, headers: Record<string, string> = {}): Answer {
  const text = message.replace(/[<&]/g, ' ')
  if (protocol === 'ec2') return { status, headers: { 'content-type': 'text/xml', ...headers }, body: `<Response><Errors><Error><Code>${code}</Code><Message>${text}</Message></Error></Errors><RequestID>local</RequestID></Response>` }
  if (protocol === 'query') return { status, headers: { 'content-type': 'text/xml', ...headers }, body: `<ErrorResponse><Error><Type>Sender</Type><Code>${code}</Code><Message>${text}</Message></Error><RequestId>local</RequestId></ErrorResponse>` }
  return { status, headers: { 'content-type': 'application/json', 'x-amzn-errortype': code, ...headers }, body: JSON.stringify({ __type: code, message }) }
}

/** As AWS says each fault: services have words of their own for it. */
export function faultAnswer(asked: Asked, fault: Exclude<Fault, 'cut-before' | 'cut-after'>): Answer {
  const { service, name, protocol } = asked
  const modern = protocol === 'rest-json' || protocol === 'json'
  switch (fault) {
    case 'throttled':
      if (protocol === 'ec2') return failure(asked, 503, 'RequestLimitExceeded', 'Request limit exceeded.')
      return modern ? failure(asked, 429, service === 'servicequotas' ? 'TooManyRequestsException' : 'ThrottlingException', 'Rate exceeded', { 'retry-after': '1' }) : failure(asked, 400, 'Throttling', 'Rate exceeded')
    case 'denied': {
      const message = `User: arn:aws:iam::123456789012:user/hubfleet is not authorized to perform: ${service}:${name} on resource: * because no identity-based policy allows the ${service}:${name} action`
      if (protocol === 'ec2') return failure(asked, 403, 'UnauthorizedOperation', `You are not authorized to perform this operation. ${message}`)
      return failure(asked, modern ? 400 : 403, modern ? 'AccessDeniedException' : 'AccessDenied', message)
    }
    case 'quota':
      if (protocol === 'ec2') return failure(asked, 400, 'VpcLimitExceeded', 'The maximum number of VPCs has been reached.')
      return modern ? failure(asked, 400, 'ResourceLimitExceededException', 'The maximum number of clusters has been reached.') : failure(asked, 409, 'LimitExceeded', 'Cannot exceed quota for RolesPerAccount: 1000')
    case 'unavailable': return failure(asked, 503, modern ? 'ServiceUnavailableException' : protocol === 'ec2' ? 'Unavailable' : 'ServiceUnavailable', 'The server is overloaded and cannot handle the request.')
  }
}
