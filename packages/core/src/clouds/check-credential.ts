import { createPrivateKey } from 'node:crypto'
import { isObject, pointerOf } from '../json.ts'
import type { ProblemField } from '../problems/problem.ts'
import { refuse } from '../validate.ts'
import type { CloudCredential } from './credential.ts'

/** What is used of a key's file. Its addresses (`token_uri` and others) are not: whoever wrote the file could send us anywhere by them. */
const keptOfKey = ['type', 'project_id', 'private_key_id', 'private_key', 'client_email', 'client_id'] as const

/**
 * The credential as it is kept. Throws `invalid-request` with pointers as a request has them (`/spec/…`); no text of a secret is in it. What
 * the schema demands was checked before.
 */
export function checkedCredential(credential: CloudCredential): CloudCredential {
  refuse(endpointFaults(credential))
  if (credential.type === 'gcp-key') return { ...credential, key: keptKey(credential.key) }
  if (credential.type === 'aws-federation' && credential.role.split(':')[4] !== credential.account) {
    refuse([{ pointer: '/spec/role', code: 'other-account', detail: `This must be a role of the account ${credential.account}.` }])
  }
  return credential
}

/** Whom the guard asks is for the caller; here is what an address may look like. */
function endpointFaults({ endpoints = {} }: CloudCredential): ProblemField[] {
  return Object.entries(endpoints).flatMap(([service, address]) => {
    const fault = faultOfAddress(address)
    return fault ? [{ pointer: pointerOf(['spec', 'endpoints', service]), code: 'address', detail: fault }] : []
  })
}

function faultOfAddress(address: string): string | null {
  const url = URL.parse(address)
  if (!url || !['https:', 'http:'].includes(url.protocol) || !url.hostname) return 'This must be an https address.'
  if (url.username || url.password) return 'This must hold no name and no password.'
  return url.search || url.hash ? 'This must have no query and no fragment.' : null
}

const at = '/spec/key'
const fault = (detail: string) => refuse([{ pointer: at, code: 'key', detail }])

/** Reads the file of a service account's key. Other kinds of files (`external_account`) name programs to run, files to read and addresses to ask. */
function keptKey(text: string): string {
  const file = parsed(text)
  if (!isObject(file)) fault('This must be the JSON of the key\'s file, as `gcloud iam service-accounts keys create` writes it.')
  const key = file as Record<string, unknown>
  if (key['type'] !== 'service_account') fault('This must be the key of a service account ("type": "service_account").')
  const missing = ['private_key', 'client_email'].filter((name) => typeof key[name] !== 'string' || key[name] === '')
  if (missing.length > 0) fault(`The key's file lacks ${missing.join(' and ')}.`)
  if (key['universe_domain'] !== undefined && key['universe_domain'] !== 'googleapis.com') fault('This is a key of another cloud than Google\'s public one: give its addresses as endpoints, and leave universe_domain out.')
  if (!isPrivateKey(key['private_key'] as string)) fault('The private_key in the key\'s file is no private key in PEM: it may be cut, or its line breaks lost.')
  return JSON.stringify(Object.fromEntries(keptOfKey.filter((name) => typeof key[name] === 'string').map((name) => [name, key[name]])))
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null // the parser's message quotes the text
  }
}

function isPrivateKey(pem: string): boolean {
  try {
    return createPrivateKey(pem).type === 'private'
  } catch {
    return false
  }
}
