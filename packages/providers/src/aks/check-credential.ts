import { Problem } from '@hubfleet/core'
import type { CredentialFinding, OpenCredential } from '../provider.ts'
import { connectAzure, type AzureOptions } from './clients.ts'
import { missingOf, namespaces, type Permission } from './role.ts'

interface Subscription { state: string; displayName: string }

/** A few reads: who we are comes from the token, what we may from the subscription itself. Nothing is tried that would change anything. */
export async function checkCredential(credential: OpenCredential, options: AzureOptions, signal: AbortSignal): Promise<CredentialFinding> {
  const azure = await connectAzure(credential, options)
  const { state, displayName } = await azure.read('', '2022-12-01', signal) as Subscription
  if (!['Enabled', 'PastDue'].includes(state)) {
    throw new Problem('cloud-account-unusable', { cloud: 'azure', account: displayName, reason: `the subscription is ${state.toLowerCase()}`, fix: 'Have the owner of the subscription enable it again: its bill is unpaid, its credit used up, or it was canceled.' })
  }
  const permissions = await pages<Permission>((path) => azure.read(path, '2022-04-01', signal), '/providers/Microsoft.Authorization/permissions')
  const missing = missingOf(permissions)
  if (!missing.includes('Microsoft.Resources/subscriptions/providers/read')) await checkNamespaces(azure, displayName, signal)
  return { cloud: 'azure', identity: await identityOf(credential, azure, signal), missing, account: displayName }
}

async function checkNamespaces(azure: Awaited<ReturnType<typeof connectAzure>>, account: string, signal: AbortSignal): Promise<void> {
  const states = await Promise.all(namespaces.map(async (namespace) => ({ namespace, state: (await azure.call('Microsoft.Resources/subscriptions/providers/read', signal, async (call) => (await azure.resources()).providers.get(namespace, call))).registrationState })))
  const absent = states.filter(({ state }) => state !== 'Registered')
  if (absent.length === 0) return
  const names = absent.map(({ namespace }) => namespace)
  throw new Problem('cloud-account-unusable', { cloud: 'azure', account, reason: `it has not registered ${names.join(', ')}`, fix: `Register once, which takes some minutes: ${names.map((name) => `az provider register --namespace ${name}`).join('; ')}` })
}

async function pages<T>(read: (path: string) => Promise<unknown>, path: string): Promise<T[]> {
  const { value } = await read(path) as { value: T[] }
  return value
}

/** A token says whose it is; of one that cannot be read, the app of the credential is all that is known. */
async function identityOf(credential: OpenCredential, azure: Awaited<ReturnType<typeof connectAzure>>, signal: AbortSignal): Promise<string> {
  const management = (credential.endpoints?.['management'] ?? 'https://management.azure.com').replace(/\/+$/, '')
  const { token } = await azure.token(`${management}/.default`, signal)
  const claims = claimsOf(token)
  const app = claims['appid'] ?? claims['azp'] ?? ('clientId' in credential ? credential.clientId : undefined)
  return [app && `app ${app}`, claims['oid'] && `object ${claims['oid']}`].filter(Boolean).join(', ') || 'unknown'
}

function claimsOf(token: string): Record<string, string | undefined> {
  try {
    return JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, string>
  } catch {
    return {}
  }
}
