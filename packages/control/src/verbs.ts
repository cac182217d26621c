import { eventCatalogue } from '@hubfleet/core'
import { cancelBuild } from './builds/cancel.ts'
import { createBuild } from './builds/create.ts'
import { getBuild, getBuildLogs, listBuilds } from './builds/read.ts'
import { getCatalogue, listCatalogues } from './catalogue/read.ts'
import { refreshCatalogue } from './catalogue/refresh.ts'
import { listDiskTypes } from './catalogue/disk-types.ts'
import { listMachineTypes } from './catalogue/machine-types.ts'
import { listRegions } from './catalogue/regions.ts'
import { listUnitPrices } from './catalogue/unit-prices.ts'
import { getClusterBillables } from './clusters/billables.ts'
import { createCluster } from './clusters/create.ts'
import { deleteCluster } from './clusters/delete.ts'
import { getClusterNodes } from './clusters/nodes.ts'
import { getCluster, listClusters } from './clusters/read.ts'
import { rebuildCluster, startCluster, stopCluster } from './clusters/power.ts'
import { scaleCluster } from './clusters/scale.ts'
import { updateCluster } from './clusters/update.ts'
import { upgradeCluster } from './clusters/upgrade.ts'
import { reportCost } from './costs/report.ts'
import { checkCredential } from './credentials/check.ts'
import { createCredential } from './credentials/create.ts'
import { deleteCredential } from './credentials/delete.ts'
import { getCredential, listCredentials } from './credentials/read.ts'
import { updateCredential } from './credentials/update.ts'
import { createEstimate } from './estimates/create.ts'
import { getHubCost } from './estimates/hub-cost.ts'
import { replayHub } from './replay/replay.ts'
import { getHubVariance } from './variance/variance.ts'
import { createSigningKey } from './federation/create.ts'
import { deleteSigningKey } from './federation/delete.ts'
import { getSigningKey, listSigningKeys } from './federation/read.ts'
import { getClusterFit, getHubFit } from './fit/read.ts'
import { createGrant } from './grants/create.ts'
import { deleteGrant } from './grants/delete.ts'
import { getGrant, listGrants } from './grants/read.ts'
import { createGroup, deleteGroup, updateGroup } from './groups/change.ts'
import { getGroup, listGroups } from './groups/read.ts'
import { issueKubeconfig } from './hubs/kubeconfig.ts'
import { getBuildWorkflow } from './hubs/build-workflow.ts'
import { createHub } from './hubs/create.ts'
import { cullHub } from './hubs/cull.ts'
import { deleteHub } from './hubs/delete.ts'
import { exportHub } from './hubs/export.ts'
import { getHubImages } from './hubs/images.ts'
import { getHubLogs } from './hubs/logs.ts'
import { planHub } from './hubs/plan.ts'
import { pauseHub, resumeHub } from './hubs/pause.ts'
import { pinHub } from './hubs/pin.ts'
import { prepullHub } from './hubs/prepull.ts'
import { startHub, stopHub } from './hubs/power.ts'
import { getHub, listHubs } from './hubs/read.ts'
import { rebaseHub } from './hubs/rebase.ts'
import { scaleHub } from './hubs/scale.ts'
import { getHubSecurity } from './hubs/security.ts'
import { updateHub } from './hubs/update.ts'
import { getHubValues } from './hubs/values.ts'
import { createKey } from './keys/create.ts'
import { deleteKey } from './keys/delete.ts'
import { getKey, listKeys } from './keys/read.ts'
import { cancelOperation } from './operations/cancel.ts'
import { getOperation, listOperations } from './operations/read.ts'
import { applyPlan } from './plans/apply.ts'
import { approvePlan } from './plans/approve.ts'
import { deletePlan } from './plans/delete.ts'
import { getPlan, listPlans } from './plans/read.ts'
import { deleteServer } from './servers/delete.ts'
import { startServer, stopServer } from './servers/power.ts'
import { getServer, listServers } from './servers/read.ts'
import { advanceTenant } from './tenants/advance.ts'
import { createTenant } from './tenants/create.ts'
import { deleteTenant } from './tenants/delete.ts'
import { getTenant, listTenants } from './tenants/read.ts'
import { getTenantTrust } from './tenants/trust.ts'
import { updateTenant } from './tenants/update.ts'
import { createTemplate } from './templates/create.ts'
import { deleteTemplate } from './templates/delete.ts'
import { getTemplate, listTemplates } from './templates/read.ts'
import { updateTemplate } from './templates/update.ts'
import { createUsers } from './users/create.ts'
import { deleteUser } from './users/delete.ts'
import { getUser, listUsers } from './users/read.ts'
import { updateUser } from './users/update.ts'
import { createBill } from './bills/create.ts'
import { deleteBill } from './bills/delete.ts'
import { listBillFiles } from './bills/files.ts'
import { getBill, listBills } from './bills/read.ts'
import { reconcileCost } from './costs/reconciliation.ts'
import { createBudget } from './budgets/create.ts'
import { deleteBudget } from './budgets/delete.ts'
import { overrideBudget } from './budgets/override.ts'
import { getBudget, listBudgets } from './budgets/read.ts'
import { updateBudget } from './budgets/update.ts'
import { getEvent, listEvents } from './events/read.ts'
import { replayDelivery } from './deliveries/replay.ts'
import { getDelivery, listDeliveries } from './deliveries/read.ts'
import { createWebhook } from './webhooks/create.ts'
import { deleteWebhook } from './webhooks/delete.ts'
import { getWebhook, listWebhooks } from './webhooks/read.ts'
import { rotateWebhook } from './webhooks/rotate.ts'
import { testWebhook } from './webhooks/test.ts'
import { updateWebhook } from './webhooks/update.ts'
import { operationId, type Query, type Verb } from './verb.ts'

/** Every change there is. REST routes, GraphQL mutations, the SDK, the CLI and the authorization table follow from this list. */
export const verbs: readonly Verb[] = [
  createWebhook(eventTypes), updateWebhook(eventTypes), rotateWebhook, testWebhook, deleteWebhook, replayDelivery,
  createTenant, updateTenant, advanceTenant, deleteTenant,
  createKey, deleteKey, createSigningKey, deleteSigningKey, refreshCatalogue,
  createCredential, updateCredential, checkCredential, deleteCredential,
  createCluster, updateCluster, scaleCluster, upgradeCluster, stopCluster, startCluster, rebuildCluster, deleteCluster,
  createGrant, deleteGrant,
  createTemplate, updateTemplate, deleteTemplate,
  createHub, updateHub, planHub, rebaseHub, scaleHub, pinHub, prepullHub, cullHub, startHub, stopHub, pauseHub, resumeHub, issueKubeconfig, deleteHub,
  createUsers, updateUser, deleteUser, startServer, stopServer, deleteServer, createGroup, updateGroup, deleteGroup,
  createBuild, cancelBuild,
  createBill, deleteBill,
  applyPlan(changeOf), approvePlan, deletePlan,
  createBudget, updateBudget, overrideBudget, deleteBudget,
  cancelOperation,
]

/** Every read there is. */
export const queries: readonly Query[] = [
  getWebhook, listWebhooks, getDelivery, listDeliveries,
  getEvent, listEvents,
  getTenant, listTenants, getTenantTrust, getKey, listKeys, getSigningKey, listSigningKeys, getCredential, listCredentials, getCluster, listClusters, getClusterNodes, getClusterBillables, getClusterFit, getGrant, listGrants, getTemplate, listTemplates, getHub, listHubs, getHubLogs, getHubImages, getBuildWorkflow, getBuild, listBuilds, getBuildLogs, getHubValues, exportHub, getHubCost, getHubFit, getHubSecurity, getPlan, listPlans, getOperation, listOperations, createEstimate, reportCost, reconcileCost, getBill, listBills, listBillFiles, getBudget, listBudgets,
  getUser, listUsers, getServer, listServers, getGroup, listGroups,
  getCatalogue, listCatalogues, listRegions, listMachineTypes, listDiskTypes, listUnitPrices,
  replayHub, getHubVariance,
]

/** What events can be of. */
function eventTypes(): string[] {
  return [...Object.keys(eventCatalogue), ...verbs.map(({ noun, verb }) => `${noun}.${verb}`)]
}

/** The change that a plan is of. */
function changeOf(id: string): Verb {
  const verb = verbs.find((each) => each.plannable && operationId(each) === id)
  if (!verb) throw new Error(`${id} is not planned`)
  return verb
}
