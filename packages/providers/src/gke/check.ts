import { isProblem, Problem, type JsonObject } from '@hubfleet/core'
import type { CredentialFinding } from '../machines.ts'
import { actAs, apis, computePermissions, containerPermissions } from './permissions.ts'
import { cloud } from './problems.ts'
import { isNotFound, refusalOf } from './refusal.ts'
import type { Session } from './session.ts'
import { identityOf } from './token.ts'

/** Calls that read alone; the first that cannot be mended by a role is thrown. */
export async function checkCredential(session: Session, signal: AbortSignal): Promise<CredentialFinding> {
  await session.token(signal)
  const { project } = session
  const { name, projectNumber, lifecycleState } = await projectOf(session, signal)
  if (lifecycleState !== undefined && lifecycleState !== 'ACTIVE') {
    throw new Problem('cloud-account-unusable', { cloud, account: project, reason: `the project is ${String(lifecycleState).toLowerCase().replaceAll('_', ' ')}`, fix: `Restore it within 30 days of its deletion: \`gcloud projects undelete ${project}\`.` })
  }
  await Promise.all([...apis.map((api) => requireApi(session, api, signal)), requireBilling(session, signal)])
  const asked = [...containerPermissions, ...computePermissions, actAs]
  const granted = await grantedOf(session, 'cloudresourcemanager.projects.testIamPermissions', `/v1/projects/${project}:testIamPermissions`, asked, signal)
  const missing = asked.filter((permission) => !granted.includes(permission))
  const nodes = `${String(projectNumber)}-compute@developer.gserviceaccount.com`
  const acts = await nodesAccount(session, nodes, missing.includes(actAs), signal)
  return {
    cloud: 'gcp', identity: identityOf(session.credential) ?? await session.identity(), account: typeof name === 'string' && name !== '' ? `${name} (${project})` : project,
    missing: acts ? missing.filter((permission) => permission !== actAs) : missing,
  }
}

async function projectOf(session: Session, signal: AbortSignal): Promise<JsonObject> {
  try {
    return await session.rest('cloudresourcemanager.projects.get', `/v1/projects/${session.project}`, signal)
  } catch (error) {
    // Google says the same of a project that is not there and of one that may not be seen
    if (isNotFound(error) || (isProblem(error) && error.code === 'cloud-denied')) {
      throw new Problem('cloud-permissions-missing', { account: session.project, cloud, missing: 'resourcemanager.projects.get (or there is no such project)', identity: identityOf(session.credential) ?? await session.identity() }, { cause: error })
    }
    throw error
  }
}

async function requireApi(session: Session, api: string, signal: AbortSignal): Promise<void> {
  try {
    const { state } = await session.rest('serviceusage.services.get', `/v1/projects/${session.project}/services/${api}`, signal)
    if (state === 'ENABLED') return
  } catch (error) {
    if (isProblem(error) && error.code === 'cloud-denied') return // it is among what is missing
    throw error
  }
  throw new Problem('cloud-account-unusable', { cloud, account: session.project, reason: `${api} is not enabled`, fix: `Enable it, and give it some minutes: \`gcloud services enable ${apis.join(' ')} --project ${session.project}\`.` })
}

/** Where it cannot be told, the first cluster tells. */
async function requireBilling(session: Session, signal: AbortSignal): Promise<void> {
  let billing: JsonObject
  try {
    billing = await session.rest('cloudbilling.projects.getBillingInfo', `/v1/projects/${session.project}/billingInfo`, signal)
  } catch (error) {
    if (isProblem(error) && (error.code === 'cloud-denied' || refusalOf(error)?.reason === 'SERVICE_DISABLED')) return
    throw error
  }
  if (billing['billingEnabled'] === true) return
  const { billingAccountName: account } = billing
  throw new Problem('cloud-account-unusable', {
    cloud, account: session.project, reason: account ? `its billing account ${String(account)} is closed` : 'no billing account is linked to it',
    fix: `Link an open one: \`gcloud billing projects link ${session.project} --billing-account ACCOUNT\`.`,
  })
}

async function grantedOf(session: Session, asked: string, path: string, permissions: readonly string[], signal: AbortSignal): Promise<string[]> {
  const { permissions: granted } = await session.rest(asked, path, signal, { method: 'POST', body: { permissions: [...permissions] } })
  return Array.isArray(granted) ? granted as string[] : []
}

/** Whether nodes may be run as the project's default account, where the project alone does not say so. That account can be missing altogether. */
async function nodesAccount(session: Session, email: string, unsure: boolean, signal: AbortSignal): Promise<boolean> {
  if (!unsure) return true
  try {
    return (await grantedOf(session, 'iam.projects.serviceAccounts.testIamPermissions', `/v1/projects/-/serviceAccounts/${encodeURIComponent(email)}:testIamPermissions`, [actAs], signal)).includes(actAs)
  } catch (error) {
    if (isNotFound(error)) {
      throw new Problem('cloud-account-unusable', {
        cloud, account: session.project, reason: `the project is not fully initialized with the default service accounts: ${email} does not exist`,
        fix: `Enable the API that makes it, and give it some minutes: \`gcloud services enable ${apis.join(' ')} --project ${session.project}\`. One that was deleted comes back with \`gcloud beta iam service-accounts undelete\` within 30 days.`,
      }, { cause: error })
    }
    if (isProblem(error) && (error.code === 'cloud-denied' || error.code === 'cloud-account-unusable')) return false
    throw error
  }
}
