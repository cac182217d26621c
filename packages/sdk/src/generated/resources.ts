// Generated from openapi/openapi.json by `npm run generate`; changes here are lost.

import type { List } from '../list.ts'
import type { OperationPromise } from '../operation.ts'
import { Resource, type PlanOptions, type QueryOf } from '../resource.ts'
import type { CallOptions, ChangeOptions, Transport } from '../transport.ts'
import { operations as routes } from './operations.ts'
import type { Bill, BillFile, Budget, BudgetCreate, BudgetOverrideInput, BudgetUpdate, Build, BuildCreate, BuildLogs, Catalogue, CataloguePrices, Cluster, ClusterBillables, ClusterCreate, ClusterFit, ClusterNodes, ClusterScale, ClusterUpdate, ClusterUpgrade, CostReconciliation, CostReport, Credential, CredentialCreate, CredentialUpdate, Delivery, DiskType, Erasure, EstimateInput, EstimateWithAdvice, Event, Fits, Grant, GrantCreate, Group, GroupCreate, GroupUpdate, Hub, HubBuildWorkflow, HubCost, HubCreate, HubCull, HubExport, HubImages, HubKubeconfig, HubKubeconfigInput, HubLogs, HubPlan, HubPrepull, HubRebase, HubReplay, HubScale, HubSecurityReport, HubUpdate, HubValues, HubVariance, Key, KeyCreate, MachineType, NewKey, Operation, Person, PersonErase, PersonIdentify, Plan, PlanApply, PlanSummary, Region, SavedPlan, Server, ServerStart, SigningKey, SigningKeyCreate, Template, TemplateCreate, TemplateUpdate, Tenant, TenantAdvance, TenantCreate, TenantTrust, TenantUpdate, UnitPrice, User, UserCreate, UserUpdate, Webhook, WebhookCreate, WebhookRotate, WebhookUpdate, WebhookWithSecret } from './schema.ts'

export class DiskTypes extends Resource {
  /** Kinds of disks in a region, with the price of one home. */
  list(input: QueryOf<'diskTypeList'>, options: CallOptions = {}): List<DiskType> {
    return this.pages(routes.diskTypeList, { query: input }, options)
  }
}

export class MachineTypes extends Resource {
  /** Machine types of a region with their prices, cheapest first. List prices in USD, without tax and discounts. */
  list(input: QueryOf<'machineTypeList'>, options: CallOptions = {}): List<MachineType> {
    return this.pages(routes.machineTypeList, { query: input }, options)
  }
}

export class Regions extends Resource {
  /** Regions of the catalogue, with their zones. */
  list(input: QueryOf<'regionList'> = {}, options: CallOptions = {}): List<Region> {
    return this.pages(routes.regionList, { query: input }, options)
  }
}

export class UnitPrices extends Resource {
  /** What a GiB of memory and a GiB of home cost a month, by region. List prices in USD, without tax and discounts. Memory is that of the machine type whose memory is cheapest, unless one is named. */
  list(input: QueryOf<'unitPriceList'> = {}, options: CallOptions = {}): List<UnitPrice> {
    return this.pages(routes.unitPriceList, { query: input }, options)
  }
}

export class Catalogues extends Resource {
  /** Versions of the price catalogue, the newest first. What was refused when prices were refreshed is told with its reasons. */
  list(input: QueryOf<'catalogueList'> = {}, options: CallOptions = {}): List<Catalogue> {
    return this.pages(routes.catalogueList, { query: input }, options)
  }

  /** A version of the price catalogue, with its prices in a region. By its id, or by a provider: the version in force. An estimate tells which one it was made with. */
  get(params: { catalogue: string }, input: QueryOf<'catalogueGet'> = {}, options: CallOptions = {}): Promise<CataloguePrices> {
    return this.answer(routes.catalogueGet, { params, query: input }, options)
  }

  /** What `refresh` would do; nothing happens. */
  refresh(params: { catalogue: string }, options: PlanOptions): Promise<Plan>
  /** Read the public price list of a cloud, and make a new version of its prices. Odd prices stay as they were, and where many are odd, all do: `catalogue get` tells which and why. By itself it happens as often as the workers are set to. */
  refresh(params: { catalogue: string }, options?: ChangeOptions): OperationPromise
  refresh(params: { catalogue: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.catalogueRefresh, { params }, options)
  }
}

export class Estimates extends Resource {
  /** What a hub would cost. Keeps nothing. Amounts are list prices in USD, without tax. `advice` is what else could be done, each with its amount. */
  create(input: EstimateInput, options: ChangeOptions = {}): Promise<EstimateWithAdvice> {
    return this.answer(routes.estimateCreate, { body: input }, options)
  }

  /** What a hub would cost, as a picture. */
  createPng(input: EstimateInput, query: QueryOf<'estimateCreatePng'> = {}, options: CallOptions = {}): Promise<Response> {
    return this.file(routes.estimateCreatePng, { body: input, query }, options)
  }

  /** What a hub would cost, as a picture. */
  createSvg(input: EstimateInput, query: QueryOf<'estimateCreateSvg'> = {}, options: CallOptions = {}): Promise<Response> {
    return this.file(routes.estimateCreateSvg, { body: input, query }, options)
  }
}

export class SigningKeys extends Resource {
  /** The keys that sign tokens for clouds, the newest first. There are two or three at most; none before the first token. */
  list(input: QueryOf<'signingKeyList'> = {}, options: CallOptions = {}): List<SigningKey> {
    return this.pages(routes.signingKeyList, { query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(input: SigningKeyCreate, options: PlanOptions): Promise<Plan>
  /** Rotate the keys that sign tokens for clouds, before it is due. The new key is published at once and signs later, so that clouds know it by then; the one before stays published for a day after that, and its tokens hold to their end. By itself this happens every month. */
  create(input?: SigningKeyCreate, options?: ChangeOptions): Promise<SigningKey>
  create(input: SigningKeyCreate = {}, options: ChangeOptions | PlanOptions = {}): Promise<SigningKey | Plan> {
    return this.answer(routes.signingKeyCreate, { body: input }, options)
  }

  /** A key that signs tokens for clouds. */
  get(params: { signingKey: string }, options: CallOptions = {}): Promise<SigningKey> {
    return this.answer(routes.signingKeyGet, { params }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { signingKey: string }, options: PlanOptions): Promise<Plan>
  /** Take a key away from the public keys before its time. For one that somebody else may have: make another first, and delete this one when that signs. Servers stop telling of it within 5 minutes; a cloud believes it for as long as it keeps what it fetched. */
  delete(params: { signingKey: string }, options?: ChangeOptions): Promise<SigningKey>
  delete(params: { signingKey: string }, options: ChangeOptions | PlanOptions = {}): Promise<SigningKey | Plan> {
    return this.answer(routes.signingKeyDelete, { params }, options)
  }
}

export class Tenants extends Resource {
  /** The tenants that the key may see. */
  list(input: QueryOf<'tenantList'> = {}, options: CallOptions = {}): List<Tenant> {
    return this.pages(routes.tenantList, { query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(input: TenantCreate, options: PlanOptions): Promise<Plan>
  /** Make a tenant. */
  create(input: TenantCreate, options?: ChangeOptions): Promise<Tenant>
  create(input: TenantCreate, options: ChangeOptions | PlanOptions = {}): Promise<Tenant | Plan> {
    return this.answer(routes.tenantCreate, { body: input }, options)
  }

  /** A tenant. */
  get(params: { tenant: string }, options: CallOptions = {}): Promise<Tenant> {
    return this.answer(routes.tenantGet, { params }, options)
  }

  /** What `update` would do; nothing happens. */
  update(params: { tenant: string }, input: TenantUpdate, options: PlanOptions): Promise<Plan>
  /** Change a tenant. Admins of a tenant change its `finance` and `privacy`; all else platform admins. */
  update(params: { tenant: string }, input?: TenantUpdate, options?: ChangeOptions): Promise<Tenant>
  update(params: { tenant: string }, input: TenantUpdate = {}, options: ChangeOptions | PlanOptions = {}): Promise<Tenant | Plan> {
    return this.answer(routes.tenantUpdate, { params, body: input }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string }, options: PlanOptions): Promise<Plan>
  /** Delete a tenant that has no hubs and clusters any more. */
  delete(params: { tenant: string }, options?: ChangeOptions): Promise<Tenant>
  delete(params: { tenant: string }, options: ChangeOptions | PlanOptions = {}): Promise<Tenant | Plan> {
    return this.answer(routes.tenantDelete, { params }, options)
  }

  /** What `advance` would do; nothing happens. */
  advance(params: { tenant: string }, input: TenantAdvance, options: PlanOptions): Promise<Plan>
  /** Put the virtual clock of a sandbox tenant forward. */
  advance(params: { tenant: string }, input: TenantAdvance, options?: ChangeOptions): Promise<Tenant>
  advance(params: { tenant: string }, input: TenantAdvance, options: ChangeOptions | PlanOptions = {}): Promise<Tenant | Plan> {
    return this.answer(routes.tenantAdvance, { params, body: input }, options)
  }

  /** What a cloud is told so that it takes the tokens that Hubfleet signs for the tenant. For credentials of the types `…-federation`. Clouds fetch the keys from the issuer themselves. */
  trust(params: { tenant: string }, options: CallOptions = {}): Promise<TenantTrust> {
    return this.answer(routes.tenantTrust, { params }, options)
  }
}

export class BillFiles extends Resource {
  /** What lies in the folder of bills, and what became of it. */
  list(params: { tenant: string }, input: QueryOf<'billFileList'> = {}, options: CallOptions = {}): List<BillFile> {
    return this.pages(routes.billFileList, { params, query: input }, options)
  }
}

export class Bills extends Resource {
  /** The bills that were loaded, the oldest first. */
  list(params: { tenant: string }, input: QueryOf<'billList'> = {}, options: CallOptions = {}): List<Bill> {
    return this.pages(routes.billList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string }, file: Blob, input: QueryOf<'billCreate'>, options: PlanOptions): Promise<Plan>
  /** Load a provider's bill. A billing export as the provider wrote it: GCP's from BigQuery (standard or detailed), an AWS Cost and Usage Report, an Azure cost export, or FOCUS; CSV, JSON lines or Parquet, also packed by gzip. Which it is, its columns tell. Days of UTC are kept by cluster, hub, component and kind of charge, and put beside what was measured. One that covers all of an earlier one, of the same accounts, replaces it wholly; the same one again changes nothing. */
  create(params: { tenant: string }, file: Blob, input?: QueryOf<'billCreate'>, options?: ChangeOptions): Promise<Bill>
  create(params: { tenant: string }, file: Blob, input: QueryOf<'billCreate'> = {}, options: ChangeOptions | PlanOptions = {}): Promise<Bill | Plan> {
    return this.answer(routes.billCreate, { params, query: input, file }, options)
  }

  /** A provider's bill. */
  get(params: { tenant: string; bill: string }, options: CallOptions = {}): Promise<Bill> {
    return this.answer(routes.billGet, { params }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; bill: string }, options: PlanOptions): Promise<Plan>
  /** Take a bill away. What it told of clusters is no longer known as billed; what was measured stays. */
  delete(params: { tenant: string; bill: string }, options?: ChangeOptions): Promise<Bill>
  delete(params: { tenant: string; bill: string }, options: ChangeOptions | PlanOptions = {}): Promise<Bill | Plan> {
    return this.answer(routes.billDelete, { params }, options)
  }
}

export class Budgets extends Resource {
  /** The budgets of a tenant, and how far the month is. */
  list(params: { tenant: string }, input: QueryOf<'budgetList'> = {}, options: CallOptions = {}): List<Budget> {
    return this.pages(routes.budgetList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string }, input: BudgetCreate, options: PlanOptions): Promise<Plan>
  /** Set what a tenant, or one hub of it, may cost in a month. It is looked at whenever costs are computed, each hour at least. What it does ends with the month, with a higher amount, or by an override. */
  create(params: { tenant: string }, input: BudgetCreate, options?: ChangeOptions): Promise<Budget>
  create(params: { tenant: string }, input: BudgetCreate, options: ChangeOptions | PlanOptions = {}): Promise<Budget | Plan> {
    return this.answer(routes.budgetCreate, { params, body: input }, options)
  }

  /** A budget, and how far the month is. */
  get(params: { tenant: string; budget: string }, options: CallOptions = {}): Promise<Budget> {
    return this.answer(routes.budgetGet, { params }, options)
  }

  /** What `update` would do; nothing happens. */
  update(params: { tenant: string; budget: string }, input: BudgetUpdate, options: PlanOptions): Promise<Plan>
  /** Change the amount of a budget, or what it does. It is looked at at once: what a higher amount does not call for any more is undone. */
  update(params: { tenant: string; budget: string }, input?: BudgetUpdate, options?: ChangeOptions): Promise<Budget>
  update(params: { tenant: string; budget: string }, input: BudgetUpdate = {}, options: ChangeOptions | PlanOptions = {}): Promise<Budget | Plan> {
    return this.answer(routes.budgetUpdate, { params, body: input }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; budget: string }, options: PlanOptions): Promise<Plan>
  /** Delete a budget. Servers that it froze may start again. Hubs that it stopped stay so until somebody starts them. */
  delete(params: { tenant: string; budget: string }, options?: ChangeOptions): Promise<Budget>
  delete(params: { tenant: string; budget: string }, options: ChangeOptions | PlanOptions = {}): Promise<Budget | Plan> {
    return this.answer(routes.budgetDelete, { params }, options)
  }

  /** What `override` would do; nothing happens. */
  override(params: { tenant: string; budget: string }, input: BudgetOverrideInput, options: PlanOptions): Promise<Plan>
  /** Lift what a budget does, for a while and with a reason. Servers may start again, and what it stopped or took back is as before. It goes on to tell. `until: null` ends an override. */
  override(params: { tenant: string; budget: string }, input: BudgetOverrideInput, options?: ChangeOptions): Promise<Budget>
  override(params: { tenant: string; budget: string }, input: BudgetOverrideInput, options: ChangeOptions | PlanOptions = {}): Promise<Budget | Plan> {
    return this.answer(routes.budgetOverride, { params, body: input }, options)
  }
}

export class Clusters extends Resource {
  /** The clusters of a tenant, and those that a grant lets it use. */
  list(params: { tenant: string }, input: QueryOf<'clusterList'> = {}, options: CallOptions = {}): List<Cluster> {
    return this.pages(routes.clusterList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string }, input: ClusterCreate, options: PlanOptions): Promise<Plan>
  /** Make a managed cluster, or register one that exists. One in a cloud needs a credential for it. A registered one needs a kubeconfig with a token or client certificate inside: `hubfleet cluster register` makes it on your machine. */
  create(params: { tenant: string }, input: ClusterCreate, options?: ChangeOptions): OperationPromise
  create(params: { tenant: string }, input: ClusterCreate, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.clusterCreate, { params, body: input }, options)
  }

  /** A cluster. */
  get(params: { tenant: string; cluster: string }, options: CallOptions = {}): Promise<Cluster> {
    return this.answer(routes.clusterGet, { params }, options)
  }

  /** What `update` would do; nothing happens. */
  update(params: { tenant: string; cluster: string }, input: ClusterUpdate, options: PlanOptions): Promise<Plan>
  /** Change the pools or the credential of a managed cluster, what its hubs begin with, what it costs, or the kubeconfig of a registered one. */
  update(params: { tenant: string; cluster: string }, input?: ClusterUpdate, options?: ChangeOptions): OperationPromise
  update(params: { tenant: string; cluster: string }, input: ClusterUpdate = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.clusterUpdate, { params, body: input }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; cluster: string }, input: QueryOf<'clusterDelete'>, options: PlanOptions): Promise<Plan>
  /** Delete a managed cluster, or forget a registered one. Never while a hub lives in it. What a managed one has in the cloud is looked for before and after: the operation ends with a report. */
  delete(params: { tenant: string; cluster: string }, input?: QueryOf<'clusterDelete'>, options?: ChangeOptions): OperationPromise
  delete(params: { tenant: string; cluster: string }, input: QueryOf<'clusterDelete'> = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.clusterDelete, { params, query: input }, options)
  }

  /** Everything of a managed cluster that bills in its cloud. Asked of the cloud itself. A cluster that is deleted can be asked about by its id: nothing is there any more but what was kept on purpose. */
  billables(params: { tenant: string; cluster: string }, options: CallOptions = {}): Promise<ClusterBillables> {
    return this.answer(routes.clusterBillables, { params }, options)
  }

  /** How many users of a hub that is not there yet would fit a node. With the defaults of the platform and of the cluster, and those of a template, under the `spec` that is given. Keeps nothing. */
  fit(params: { tenant: string; cluster: string }, input: ClusterFit = {}, options: ChangeOptions = {}): Promise<Fits> {
    return this.answer(routes.clusterFit, { params, body: input }, options)
  }

  /** The nodes of a cluster. Asked of the cluster itself, not older than a minute. */
  nodes(params: { tenant: string; cluster: string }, options: CallOptions = {}): Promise<ClusterNodes> {
    return this.answer(routes.clusterNodes, { params }, options)
  }

  /** What `rebuild` would do; nothing happens. */
  rebuild(params: { tenant: string; cluster: string }, options: PlanOptions): Promise<Plan>
  /** Make a cluster again that somebody deleted in the cloud. Empty: its hubs are installed again, and what their disks held is lost but for disks that the cloud still has. A cluster that is there stays as it is. */
  rebuild(params: { tenant: string; cluster: string }, options?: ChangeOptions): OperationPromise
  rebuild(params: { tenant: string; cluster: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.clusterRebuild, { params }, options)
  }

  /** What `scale` would do; nothing happens. */
  scale(params: { tenant: string; cluster: string }, input: ClusterScale, options: PlanOptions): Promise<Plan>
  /** Change how many nodes a pool always has. Up before a workshop, to zero after it. Fewer nodes push nobody out: where the cloud scales by itself, nodes go when they are empty. */
  scale(params: { tenant: string; cluster: string }, input: ClusterScale, options?: ChangeOptions): OperationPromise
  scale(params: { tenant: string; cluster: string }, input: ClusterScale, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.clusterScale, { params, body: input }, options)
  }

  /** What `start` would do; nothing happens. */
  start(params: { tenant: string; cluster: string }, options: PlanOptions): Promise<Plan>
  /** Give a stopped cluster its nodes back. */
  start(params: { tenant: string; cluster: string }, options?: ChangeOptions): OperationPromise
  start(params: { tenant: string; cluster: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.clusterStart, { params }, options)
  }

  /** What `stop` would do; nothing happens. */
  stop(params: { tenant: string; cluster: string }, options: PlanOptions): Promise<Plan>
  /** Take all nodes of a managed cluster away; what is stored stays. The plan says what goes on to cost money. */
  stop(params: { tenant: string; cluster: string }, options?: ChangeOptions): OperationPromise
  stop(params: { tenant: string; cluster: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.clusterStop, { params }, options)
  }

  /** What `upgrade` would do; nothing happens. */
  upgrade(params: { tenant: string; cluster: string }, input: ClusterUpgrade, options: PlanOptions): Promise<Plan>
  /** Bring a managed cluster to a newer version of Kubernetes. First the control plane, then pool by pool: nodes are replaced, and servers on them end. Control planes go one minor version at a time. */
  upgrade(params: { tenant: string; cluster: string }, input: ClusterUpgrade, options?: ChangeOptions): OperationPromise
  upgrade(params: { tenant: string; cluster: string }, input: ClusterUpgrade, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.clusterUpgrade, { params, body: input }, options)
  }
}

export class Grants extends Resource {
  /** Who may use a cluster. */
  list(params: { tenant: string; cluster: string }, input: QueryOf<'grantList'> = {}, options: CallOptions = {}): List<Grant> {
    return this.pages(routes.grantList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string; cluster: string }, input: GrantCreate, options: PlanOptions): Promise<Plan>
  /** Let another tenant place hubs on a cluster. */
  create(params: { tenant: string; cluster: string }, input: GrantCreate, options?: ChangeOptions): Promise<Grant>
  create(params: { tenant: string; cluster: string }, input: GrantCreate, options: ChangeOptions | PlanOptions = {}): Promise<Grant | Plan> {
    return this.answer(routes.grantCreate, { params, body: input }, options)
  }

  /** A grant. */
  get(params: { tenant: string; cluster: string; grant: string }, options: CallOptions = {}): Promise<Grant> {
    return this.answer(routes.grantGet, { params }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; cluster: string; grant: string }, options: PlanOptions): Promise<Plan>
  /** Take a grant back. Hubs that are there stay; new ones are refused. */
  delete(params: { tenant: string; cluster: string; grant: string }, options?: ChangeOptions): Promise<Grant>
  delete(params: { tenant: string; cluster: string; grant: string }, options: ChangeOptions | PlanOptions = {}): Promise<Grant | Plan> {
    return this.answer(routes.grantDelete, { params }, options)
  }
}

export class Costs extends Resource {
  /** What a tenant cost and used, by whom and by when. Sums what was measured, at list prices and as billed. Each currency stands for itself. */
  report(params: { tenant: string }, input: QueryOf<'costReport'> = {}, options: CallOptions = {}): Promise<CostReport> {
    return this.answer(routes.costReport, { params, query: input }, options)
  }

  /** What a tenant cost and used, by whom and by when, as a table. */
  reportCsv(params: { tenant: string }, input: QueryOf<'costReportCsv'> = {}, options: CallOptions = {}): Promise<Response> {
    return this.file(routes.costReportCsv, { params, query: input }, options)
  }

  /** What a tenant cost and used, by whom and by when, charge by charge in FOCUS 1.2. */
  reportFocusCsv(params: { tenant: string }, input: QueryOf<'costReportFocusCsv'> = {}, options: CallOptions = {}): Promise<Response> {
    return this.file(routes.costReportFocusCsv, { params, query: input }, options)
  }

  /** What a tenant cost and used, by whom and by when, as a picture. */
  reportPng(params: { tenant: string }, input: QueryOf<'costReportPng'> = {}, options: CallOptions = {}): Promise<Response> {
    return this.file(routes.costReportPng, { params, query: input }, options)
  }

  /** What a tenant cost and used, by whom and by when, as a picture. */
  reportSvg(params: { tenant: string }, input: QueryOf<'costReportSvg'> = {}, options: CallOptions = {}): Promise<Response> {
    return this.file(routes.costReportSvg, { params, query: input }, options)
  }

  /** What was measured beside what was billed, by cluster, day and component. Days are those of UTC, which bills have. A day of a cluster is here once a bill tells of it, and its hours are computed. */
  reconciliation(params: { tenant: string }, input: QueryOf<'costReconciliation'> = {}, options: CallOptions = {}): Promise<CostReconciliation> {
    return this.answer(routes.costReconciliation, { params, query: input }, options)
  }
}

export class Credentials extends Resource {
  /** The credentials of a tenant. */
  list(params: { tenant: string }, input: QueryOf<'credentialList'> = {}, options: CallOptions = {}): List<Credential> {
    return this.pages(routes.credentialList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string }, input: CredentialCreate, options: PlanOptions): Promise<Plan>
  /** Register how Hubfleet gets into a cloud. The operation succeeds when the cloud takes it and it has all permissions that a cluster needs; until then it is kept, and `credentialCheck` looks again. Its secret is never shown. */
  create(params: { tenant: string }, input: CredentialCreate, options?: ChangeOptions): OperationPromise
  create(params: { tenant: string }, input: CredentialCreate, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.credentialCreate, { params, body: input }, options)
  }

  /** A credential, without its secret. */
  get(params: { tenant: string; credential: string }, options: CallOptions = {}): Promise<Credential> {
    return this.answer(routes.credentialGet, { params }, options)
  }

  /** What `update` would do; nothing happens. */
  update(params: { tenant: string; credential: string }, input: CredentialUpdate, options: PlanOptions): Promise<Plan>
  /** Replace the secret of a credential, or how it gets in. What is left out stays, the secret too. Its name, cloud and account stay always. Clusters go on with what it is now. */
  update(params: { tenant: string; credential: string }, input: CredentialUpdate, options?: ChangeOptions): OperationPromise
  update(params: { tenant: string; credential: string }, input: CredentialUpdate, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.credentialUpdate, { params, body: input }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; credential: string }, options: PlanOptions): Promise<Plan>
  /** Forget a credential. Never while a cluster uses it. In the cloud nothing changes: take the key or the trust away there. */
  delete(params: { tenant: string; credential: string }, options?: ChangeOptions): Promise<Credential>
  delete(params: { tenant: string; credential: string }, options: ChangeOptions | PlanOptions = {}): Promise<Credential | Plan> {
    return this.answer(routes.credentialDelete, { params }, options)
  }

  /** What `check` would do; nothing happens. */
  check(params: { tenant: string; credential: string }, options: PlanOptions): Promise<Plan>
  /** Ask the cloud again whether it takes a credential, and what it permits. Each is looked at daily in any case. */
  check(params: { tenant: string; credential: string }, options?: ChangeOptions): OperationPromise
  check(params: { tenant: string; credential: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.credentialCheck, { params }, options)
  }
}

export class Events extends Resource {
  /** What happened in a tenant, the oldest first. Asked for as `text/event-stream` it goes on as things happen. Events are kept for 90 days. Server-sent events; the `data` of each is the JSON described here. A comment every 15 seconds keeps the connection open. What breaks the stream off is told in a last event named `problem`. */
  list(params: { tenant: string }, input: QueryOf<'eventList'> = {}, options: CallOptions = {}): List<Event> {
    return this.pages(routes.eventList, { params, query: input }, options)
  }

  /** An event. */
  get(params: { tenant: string; event: string }, options: CallOptions = {}): Promise<Event> {
    return this.answer(routes.eventGet, { params }, options)
  }
}

export class Hubs extends Resource {
  /** The hubs of a tenant. */
  list(params: { tenant: string }, input: QueryOf<'hubList'> = {}, options: CallOptions = {}): List<Hub> {
    return this.pages(routes.hubList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string }, input: HubCreate, options: PlanOptions): Promise<Plan>
  /** Make a hub. Fields of `spec` stand over the template, and both over the defaults of the cluster and of the platform, as these are now. */
  create(params: { tenant: string }, input: HubCreate, options?: ChangeOptions): OperationPromise
  create(params: { tenant: string }, input: HubCreate, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubCreate, { params, body: input }, options)
  }

  /** A hub. */
  get(params: { tenant: string; hub: string }, options: CallOptions = {}): Promise<Hub> {
    return this.answer(routes.hubGet, { params }, options)
  }

  /** What `update` would do; nothing happens. */
  update(params: { tenant: string; hub: string }, input: HubUpdate, options: PlanOptions): Promise<Plan>
  /** Change the configuration of a hub. A JSON merge patch (RFC 7396) of what the hub itself sets: null gives a field back to the template and the defaults below; raw `values` are replaced whole. A `config` replaces the raw values and the fields that it names; other fields stay. */
  update(params: { tenant: string; hub: string }, input?: HubUpdate, options?: ChangeOptions): OperationPromise
  update(params: { tenant: string; hub: string }, input: HubUpdate = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubUpdate, { params, body: input }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; hub: string }, input: QueryOf<'hubDelete'>, options: PlanOptions): Promise<Plan>
  /** Delete a hub and show that nothing is left. Ends with a teardown report. It says what happens to the homes and never guesses. */
  delete(params: { tenant: string; hub: string }, input?: QueryOf<'hubDelete'>, options?: ChangeOptions): OperationPromise
  delete(params: { tenant: string; hub: string }, input: QueryOf<'hubDelete'> = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubDelete, { params, query: input }, options)
  }

  /** A CI workflow file that builds the image of a hub outside of its cluster. For a cluster that takes no builds: put it into the repository, and the secrets that it names into the CI system. */
  buildWorkflow(params: { tenant: string; hub: string }, input: QueryOf<'hubBuildWorkflow'> = {}, options: CallOptions = {}): Promise<HubBuildWorkflow> {
    return this.answer(routes.hubBuildWorkflow, { params, query: input }, options)
  }

  /** What a hub is expected to cost a month, beside what it has cost so far. What it has cost is measured hour by hour, and told once an hour is over; `cost report` splits it by day, user and more. */
  cost(params: { tenant: string; hub: string }, options: CallOptions = {}): Promise<HubCost> {
    return this.answer(routes.hubCost, { params }, options)
  }

  /** What `cull` would do; nothing happens. */
  cull(params: { tenant: string; hub: string }, input: HubCull, options: PlanOptions): Promise<Plan>
  /** Stop idle servers now. By the rules of the hub's own culler, but for who is protected; nobody is told before. The result tells who was culled and why. Under `validateOnly` the hub is asked who would be, now and later, and nobody is. */
  cull(params: { tenant: string; hub: string }, input?: HubCull, options?: ChangeOptions): OperationPromise
  cull(params: { tenant: string; hub: string }, input: HubCull = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubCull, { params, body: input }, options)
  }

  /** A hub as plain files, with which helm alone makes the same hub. Nobody is locked in: the values of the chart, the objects that Hubfleet made beside the release, the command, and what nothing does any more without Hubfleet. */
  export(params: { tenant: string; hub: string }, input: QueryOf<'hubExport'> = {}, options: CallOptions = {}): Promise<HubExport> {
    return this.answer(routes.hubExport, { params, query: input }, options)
  }

  /** How many users fit a node, and what binds, for each profile and kind of node. */
  fit(params: { tenant: string; hub: string }, options: CallOptions = {}): Promise<Fits> {
    return this.answer(routes.hubFit, { params }, options)
  }

  /** The images that servers of a hub run, as their registries have them now. Asked of the registries themselves. */
  images(params: { tenant: string; hub: string }, options: CallOptions = {}): Promise<HubImages> {
    return this.answer(routes.hubImages, { params }, options)
  }

  /** What `kubeconfig` would do; nothing happens. */
  kubeconfig(params: { tenant: string; hub: string }, input: HubKubeconfigInput, options: PlanOptions): Promise<Plan>
  /** A kubeconfig for kubectl in the namespace of a hub, for a short time. The server keeps no copy and the audit says who asked. The token ends by itself, and with the hub. */
  kubeconfig(params: { tenant: string; hub: string }, input?: HubKubeconfigInput, options?: ChangeOptions): Promise<HubKubeconfig>
  kubeconfig(params: { tenant: string; hub: string }, input: HubKubeconfigInput = {}, options: ChangeOptions | PlanOptions = {}): Promise<HubKubeconfig | Plan> {
    return this.answer(routes.hubKubeconfig, { params, body: input }, options)
  }

  /** The last lines that a part of a hub wrote. Asked of the cluster itself. Secrets of the hub are masked. */
  logs(params: { tenant: string; hub: string }, input: QueryOf<'hubLogs'> = {}, options: CallOptions = {}): Promise<HubLogs> {
    return this.answer(routes.hubLogs, { params, query: input }, options)
  }

  /** What `pause` would do; nothing happens. */
  pause(params: { tenant: string; hub: string }, options: PlanOptions): Promise<Plan>
  /** Leave the hub as it is: people go on working, Hubfleet changes nothing. */
  pause(params: { tenant: string; hub: string }, options?: ChangeOptions): Promise<Hub>
  pause(params: { tenant: string; hub: string }, options: ChangeOptions | PlanOptions = {}): Promise<Hub | Plan> {
    return this.answer(routes.hubPause, { params }, options)
  }

  /** What `pin` would do; nothing happens. */
  pin(params: { tenant: string; hub: string }, options: PlanOptions): Promise<Plan>
  /** Look up what the tags of pinned images are now, and run that. Servers that run go on with what they have; later starts get the new image. */
  pin(params: { tenant: string; hub: string }, options?: ChangeOptions): OperationPromise
  pin(params: { tenant: string; hub: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubPin, { params }, options)
  }

  /** What `plan` would do; nothing happens. */
  plan(params: { tenant: string; hub: string }, input: HubPlan, options: PlanOptions): Promise<Plan>
  /** Save a plan of an update. Finds out by a dry run in the cluster what restarts, how many people are disconnected now, and what becomes of each object; `plan apply` then does exactly that. All other changes of hubs are planned by the same calls that make them, with savePlan=true. */
  plan(params: { tenant: string; hub: string }, input?: HubPlan, options?: ChangeOptions): OperationPromise
  plan(params: { tenant: string; hub: string }, input: HubPlan = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubPlan, { params, body: input }, options)
  }

  /** What `prepull` would do; nothing happens. */
  prepull(params: { tenant: string; hub: string }, input: HubPrepull, options: PlanOptions): Promise<Plan>
  /** Bring images to all nodes before people need them. The operation tells how many nodes have them, and why another has not. Before a hub is changed to a large image, name that one: then nobody waits for it. */
  prepull(params: { tenant: string; hub: string }, input?: HubPrepull, options?: ChangeOptions): OperationPromise
  prepull(params: { tenant: string; hub: string }, input: HubPrepull = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubPrepull, { params, body: input }, options)
  }

  /** What `rebase` would do; nothing happens. */
  rebase(params: { tenant: string; hub: string }, input: HubRebase, options: PlanOptions): Promise<Plan>
  /** Move a hub on to the newest platform defaults, cluster defaults and template. What the hub itself sets, and the parameters it gave, stay. Nothing else moves a hub on: a hub tells in `newerLayers` what became newer. */
  rebase(params: { tenant: string; hub: string }, input?: HubRebase, options?: ChangeOptions): OperationPromise
  rebase(params: { tenant: string; hub: string }, input: HubRebase = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubRebase, { params, body: input }, options)
  }

  /** What a hub would have cost under another setting, by its measured sessions. People are taken to do the same at the same moments. The settings as they were are replayed too, so that the model's own error is seen; without another setting, they alone. */
  replay(params: { tenant: string; hub: string }, input: QueryOf<'hubReplay'> = {}, options: CallOptions = {}): Promise<HubReplay> {
    return this.answer(routes.hubReplay, { params, query: input }, options)
  }

  /** What `resume` would do; nothing happens. */
  resume(params: { tenant: string; hub: string }, options: PlanOptions): Promise<Plan>
  /** Take care of a paused hub again, and try again what failed. */
  resume(params: { tenant: string; hub: string }, options?: ChangeOptions): Promise<Hub>
  resume(params: { tenant: string; hub: string }, options: ChangeOptions | PlanOptions = {}): Promise<Hub | Plan> {
    return this.answer(routes.hubResume, { params }, options)
  }

  /** What `scale` would do; nothing happens. */
  scale(params: { tenant: string; hub: string }, input: HubScale, options: PlanOptions): Promise<Plan>
  /** Make room for more or fewer people. Seats and nodes change without a restart of the hub. */
  scale(params: { tenant: string; hub: string }, input?: HubScale, options?: ChangeOptions): OperationPromise
  scale(params: { tenant: string; hub: string }, input: HubScale = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubScale, { params, body: input }, options)
  }

  /** How secure a hub is, item by item. Judged by the values that are in force, raw ones too, and by what was last seen of the cluster and of the namespace. */
  security(params: { tenant: string; hub: string }, options: CallOptions = {}): Promise<HubSecurityReport> {
    return this.answer(routes.hubSecurity, { params }, options)
  }

  /** What `start` would do; nothing happens. */
  start(params: { tenant: string; hub: string }, options: PlanOptions): Promise<Plan>
  /** Start a stopped hub again. */
  start(params: { tenant: string; hub: string }, options?: ChangeOptions): OperationPromise
  start(params: { tenant: string; hub: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubStart, { params }, options)
  }

  /** What `stop` would do; nothing happens. */
  stop(params: { tenant: string; hub: string }, options: PlanOptions): Promise<Plan>
  /** Stop a hub: no pods, no address; homes and accounts are kept. Everybody is disconnected. Disks go on costing money. */
  stop(params: { tenant: string; hub: string }, options?: ChangeOptions): OperationPromise
  stop(params: { tenant: string; hub: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.hubStop, { params }, options)
  }

  /** What is in force for a hub, and which layer decided it. The fields of the spec, and the values that helm gets; secrets are masked. */
  values(params: { tenant: string; hub: string }, input: QueryOf<'hubValues'> = {}, options: CallOptions = {}): Promise<HubValues> {
    return this.answer(routes.hubValues, { params, query: input }, options)
  }

  /** What a hub cost in a month beside what was expected, with the reasons for the difference. What was expected is kept with each change of a hub. The reasons add up to the difference, to the micro-dollar. */
  variance(params: { tenant: string; hub: string }, input: QueryOf<'hubVariance'> = {}, options: CallOptions = {}): Promise<HubVariance> {
    return this.answer(routes.hubVariance, { params, query: input }, options)
  }
}

export class Builds extends Resource {
  /** The builds of a hub. */
  list(params: { tenant: string; hub: string }, input: QueryOf<'buildList'> = {}, options: CallOptions = {}): List<Build> {
    return this.pages(routes.buildList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string; hub: string }, input: BuildCreate, options: PlanOptions): Promise<Plan>
  /** Build an image from a Git repository. With repo2docker, in the cluster of the hub; pushed to `build.image` of its spec with the commit as tag. Where the cluster takes no builds, the answer is a CI workflow file that does the same. */
  create(params: { tenant: string; hub: string }, input: BuildCreate, options?: ChangeOptions): OperationPromise
  create(params: { tenant: string; hub: string }, input: BuildCreate, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.buildCreate, { params, body: input }, options)
  }

  /** A build. */
  get(params: { tenant: string; hub: string; build: string }, options: CallOptions = {}): Promise<Build> {
    return this.answer(routes.buildGet, { params }, options)
  }

  /** What `cancel` would do; nothing happens. */
  cancel(params: { tenant: string; hub: string; build: string }, options: PlanOptions): Promise<Plan>
  /** End a build. Its pods go; what was pushed stays in the registry. */
  cancel(params: { tenant: string; hub: string; build: string }, options?: ChangeOptions): Promise<Build>
  cancel(params: { tenant: string; hub: string; build: string }, options: ChangeOptions | PlanOptions = {}): Promise<Build | Plan> {
    return this.answer(routes.buildCancel, { params }, options)
  }

  /** The last lines that a build wrote. As it goes on, asked of the cluster itself; of a build that ended, what was kept of it. */
  logs(params: { tenant: string; hub: string; build: string }, input: QueryOf<'buildLogs'> = {}, options: CallOptions = {}): Promise<BuildLogs> {
    return this.answer(routes.buildLogs, { params, query: input }, options)
  }
}

export class Groups extends Resource {
  /** The groups of a hub. Asked of the hub itself. */
  list(params: { tenant: string; hub: string }, input: QueryOf<'groupList'> = {}, options: CallOptions = {}): List<Group> {
    return this.pages(routes.groupList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string; hub: string }, input: GroupCreate, options: PlanOptions): Promise<Plan>
  /** Make a group in a hub. One that is there already gets the members. */
  create(params: { tenant: string; hub: string }, input: GroupCreate, options?: ChangeOptions): OperationPromise
  create(params: { tenant: string; hub: string }, input: GroupCreate, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.groupCreate, { params, body: input }, options)
  }

  /** A group of a hub, with its members. Asked of the hub itself. */
  get(params: { tenant: string; hub: string; group: string }, options: CallOptions = {}): Promise<Group> {
    return this.answer(routes.groupGet, { params }, options)
  }

  /** What `update` would do; nothing happens. */
  update(params: { tenant: string; hub: string; group: string }, input: GroupUpdate, options: PlanOptions): Promise<Plan>
  /** Add members to a group, or take some out. Profiles that are for some groups only follow at the next start of a server. */
  update(params: { tenant: string; hub: string; group: string }, input?: GroupUpdate, options?: ChangeOptions): OperationPromise
  update(params: { tenant: string; hub: string; group: string }, input: GroupUpdate = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.groupUpdate, { params, body: input }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; hub: string; group: string }, options: PlanOptions): Promise<Plan>
  /** Delete a group. Its members keep their accounts. */
  delete(params: { tenant: string; hub: string; group: string }, options?: ChangeOptions): OperationPromise
  delete(params: { tenant: string; hub: string; group: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.groupDelete, { params }, options)
  }
}

export class Servers extends Resource {
  /** The servers of a hub that run, start or stop. Asked of the hub itself. Of one user the stopped ones too. */
  list(params: { tenant: string; hub: string }, input: QueryOf<'serverList'> = {}, options: CallOptions = {}): List<Server> {
    return this.pages(routes.serverList, { params, query: input }, options)
  }

  /** A server of somebody. Asked of the hub itself. */
  get(params: { tenant: string; hub: string; server: string }, options: CallOptions = {}): Promise<Server> {
    return this.answer(routes.serverGet, { params }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; hub: string; server: string }, input: QueryOf<'serverDelete'>, options: PlanOptions): Promise<Plan>
  /** Forget a named server, and decide over its disk. A default server goes with its account only. */
  delete(params: { tenant: string; hub: string; server: string }, input: QueryOf<'serverDelete'>, options?: ChangeOptions): OperationPromise
  delete(params: { tenant: string; hub: string; server: string }, input: QueryOf<'serverDelete'>, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.serverDelete, { params, query: input }, options)
  }

  /** What `start` would do; nothing happens. */
  start(params: { tenant: string; hub: string; server: string }, input: ServerStart, options: PlanOptions): Promise<Plan>
  /** Start somebody's server. The operation shows how far the start is, and ends when the server is ready. A named server is made by its first start. */
  start(params: { tenant: string; hub: string; server: string }, input?: ServerStart, options?: ChangeOptions): OperationPromise
  start(params: { tenant: string; hub: string; server: string }, input: ServerStart = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.serverStart, { params, body: input }, options)
  }

  /** What `stop` would do; nothing happens. */
  stop(params: { tenant: string; hub: string; server: string }, options: PlanOptions): Promise<Plan>
  /** Stop somebody's server. Whoever works in it is disconnected; the files stay. */
  stop(params: { tenant: string; hub: string; server: string }, options?: ChangeOptions): OperationPromise
  stop(params: { tenant: string; hub: string; server: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.serverStop, { params }, options)
  }
}

export class Users extends Resource {
  /** The users of a hub, with what they run and when they were active. Asked of the hub itself. Pages go by place: who comes or goes between two of them may be missed or seen twice. */
  list(params: { tenant: string; hub: string }, input: QueryOf<'userList'> = {}, options: CallOptions = {}): List<User> {
    return this.pages(routes.userList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string; hub: string }, input: UserCreate, options: PlanOptions): Promise<Plan>
  /** Make accounts in a hub. Those that are there already are told and left as they are. Refused where an account alone would let nobody in. */
  create(params: { tenant: string; hub: string }, input: UserCreate, options?: ChangeOptions): OperationPromise
  create(params: { tenant: string; hub: string }, input: UserCreate, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.userCreate, { params, body: input }, options)
  }

  /** A user of a hub: servers, groups, disks and what those cost. Asked of the hub itself. */
  get(params: { tenant: string; hub: string; user: string }, options: CallOptions = {}): Promise<User> {
    return this.answer(routes.userGet, { params }, options)
  }

  /** What `update` would do; nothing happens. */
  update(params: { tenant: string; hub: string; user: string }, input: UserUpdate, options: PlanOptions): Promise<Plan>
  /** Make a user an admin of the hub, or take that back. Whom the spec names as admin is one again at each start of the hub, so that is changed in the spec. */
  update(params: { tenant: string; hub: string; user: string }, input: UserUpdate, options?: ChangeOptions): OperationPromise
  update(params: { tenant: string; hub: string; user: string }, input: UserUpdate, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.userUpdate, { params, body: input }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; hub: string; user: string }, input: QueryOf<'userDelete'>, options: PlanOptions): Promise<Plan>
  /** Delete an account, and decide over the home. Stops what the user runs. The result tells what became of the disks. The disks of an account that is gone already can be deleted in the same way. */
  delete(params: { tenant: string; hub: string; user: string }, input: QueryOf<'userDelete'>, options?: ChangeOptions): OperationPromise
  delete(params: { tenant: string; hub: string; user: string }, input: QueryOf<'userDelete'>, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.userDelete, { params, query: input }, options)
  }
}

export class Keys extends Resource {
  /** The keys of a tenant. */
  list(params: { tenant: string }, input: QueryOf<'keyList'> = {}, options: CallOptions = {}): List<Key> {
    return this.pages(routes.keyList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string }, input: KeyCreate, options: PlanOptions): Promise<Plan>
  /** Make a key; it is shown this once. */
  create(params: { tenant: string }, input: KeyCreate, options?: ChangeOptions): Promise<NewKey>
  create(params: { tenant: string }, input: KeyCreate, options: ChangeOptions | PlanOptions = {}): Promise<NewKey | Plan> {
    return this.answer(routes.keyCreate, { params, body: input }, options)
  }

  /** A key, without the secret. */
  get(params: { tenant: string; key: string }, options: CallOptions = {}): Promise<Key> {
    return this.answer(routes.keyGet, { params }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; key: string }, options: PlanOptions): Promise<Plan>
  /** Revoke a key. Servers remember a key for up to 5 seconds: so long it may still work. */
  delete(params: { tenant: string; key: string }, options?: ChangeOptions): Promise<Key>
  delete(params: { tenant: string; key: string }, options: ChangeOptions | PlanOptions = {}): Promise<Key | Plan> {
    return this.answer(routes.keyDelete, { params }, options)
  }
}

export class Operations extends Resource {
  /** The operations of a tenant. */
  list(params: { tenant: string }, input: QueryOf<'operationList'> = {}, options: CallOptions = {}): List<Operation> {
    return this.pages(routes.operationList, { params, query: input }, options)
  }

  /** An operation. Always answers 200 with the current state; the outcome is in the body. */
  get(params: { tenant: string; operation: string }, input: QueryOf<'operationGet'> = {}, options: CallOptions = {}): Promise<Operation> {
    return this.answer(routes.operationGet, { params, query: input }, options)
  }

  /** What `cancel` would do; nothing happens. */
  cancel(params: { tenant: string; operation: string }, options: PlanOptions): Promise<Plan>
  /** Stop pursuing an operation. Nothing is rolled back: a hub is paused where it is. `resume` goes on, another update goes elsewhere (and needs a resume too), `delete` removes it. */
  cancel(params: { tenant: string; operation: string }, options?: ChangeOptions): Promise<Operation>
  cancel(params: { tenant: string; operation: string }, options: ChangeOptions | PlanOptions = {}): Promise<Operation | Plan> {
    return this.answer(routes.operationCancel, { params }, options)
  }
}

export class Persons extends Resource {
  /** What `erase` would do; nothing happens. */
  erase(params: { tenant: string; person: string }, input: PersonErase, options: PlanOptions): Promise<Plan>
  /** Take the name of somebody out of all that was measured and noted. All amounts stay as they are. What comes late, or as long as there is an account, comes without the name. It cannot be taken back. By name, or by what reports call the person; done again, it takes what is left. */
  erase(params: { tenant: string; person: string }, input?: PersonErase, options?: ChangeOptions): Promise<Erasure>
  erase(params: { tenant: string; person: string }, input: PersonErase = {}, options: ChangeOptions | PlanOptions = {}): Promise<Erasure | Plan> {
    return this.answer(routes.personErase, { params, body: input }, options)
  }

  /** What `identify` would do; nothing happens. */
  identify(params: { tenant: string; person: string }, input: PersonIdentify, options: PlanOptions): Promise<Plan>
  /** Learn who is behind a pseudonym. Of one person, and the audit tells that it was asked. Given a name, it answers with the pseudonym. */
  identify(params: { tenant: string; person: string }, input: PersonIdentify, options?: ChangeOptions): Promise<Person>
  identify(params: { tenant: string; person: string }, input: PersonIdentify, options: ChangeOptions | PlanOptions = {}): Promise<Person | Plan> {
    return this.answer(routes.personIdentify, { params, body: input }, options)
  }
}

export class Plans extends Resource {
  /** The saved plans of a tenant. */
  list(params: { tenant: string }, input: QueryOf<'planList'> = {}, options: CallOptions = {}): List<PlanSummary> {
    return this.pages(routes.planList, { params, query: input }, options)
  }

  /** A plan: in words first, then in detail. */
  get(params: { tenant: string; plan: string }, options: CallOptions = {}): Promise<SavedPlan> {
    return this.answer(routes.planGet, { params }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; plan: string }, options: PlanOptions): Promise<Plan>
  /** Throw a plan away. What was applied of it stays. */
  delete(params: { tenant: string; plan: string }, options?: ChangeOptions): Promise<SavedPlan>
  delete(params: { tenant: string; plan: string }, options: ChangeOptions | PlanOptions = {}): Promise<SavedPlan | Plan> {
    return this.answer(routes.planDelete, { params }, options)
  }

  /** What `apply` would do; nothing happens. */
  apply(params: { tenant: string; plan: string }, input: PlanApply, options: PlanOptions): Promise<Plan>
  /** Do what a plan says. Exactly that: where anything is no more as the plan found it, nothing happens, and the problem `plan-outdated` lists what changed. Applied again, it answers with the same operation. */
  apply(params: { tenant: string; plan: string }, input?: PlanApply, options?: ChangeOptions): OperationPromise
  apply(params: { tenant: string; plan: string }, input: PlanApply = {}, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.planApply, { params, body: input }, options)
  }

  /** What `approve` would do; nothing happens. */
  approve(params: { tenant: string; plan: string }, options: PlanOptions): Promise<Plan>
  /** Let a plan beyond the tenant's limits be applied. By another person: not with the key that made it, nor with one that descends from the same key of the tenant. */
  approve(params: { tenant: string; plan: string }, options?: ChangeOptions): Promise<SavedPlan>
  approve(params: { tenant: string; plan: string }, options: ChangeOptions | PlanOptions = {}): Promise<SavedPlan | Plan> {
    return this.answer(routes.planApprove, { params }, options)
  }
}

export class Templates extends Resource {
  /** The templates of a tenant, and those of the platform. */
  list(params: { tenant: string }, input: QueryOf<'templateList'> = {}, options: CallOptions = {}): List<Template> {
    return this.pages(routes.templateList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string }, input: TemplateCreate, options: PlanOptions): Promise<Plan>
  /** Make a template. What hubs of one kind have in common. A template of the tenant `platform` can be used by every tenant, and the policy of a tenant is not asked about what it fixes. */
  create(params: { tenant: string }, input: TemplateCreate, options?: ChangeOptions): Promise<Template>
  create(params: { tenant: string }, input: TemplateCreate, options: ChangeOptions | PlanOptions = {}): Promise<Template | Plan> {
    return this.answer(routes.templateCreate, { params, body: input }, options)
  }

  /** A template. */
  get(params: { tenant: string; template: string }, input: QueryOf<'templateGet'> = {}, options: CallOptions = {}): Promise<Template> {
    return this.answer(routes.templateGet, { params, query: input }, options)
  }

  /** What `update` would do; nothing happens. */
  update(params: { tenant: string; template: string }, input: TemplateUpdate, options: PlanOptions): Promise<Plan>
  /** Make the next version of a template. Hubs that were made from it stay as they are until `hubRebase` or a change of their template moves them on. */
  update(params: { tenant: string; template: string }, input?: TemplateUpdate, options?: ChangeOptions): Promise<Template>
  update(params: { tenant: string; template: string }, input: TemplateUpdate = {}, options: ChangeOptions | PlanOptions = {}): Promise<Template | Plan> {
    return this.answer(routes.templateUpdate, { params, body: input }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; template: string }, options: PlanOptions): Promise<Plan>
  /** Delete a template with all its versions. Never while a hub stands on it. */
  delete(params: { tenant: string; template: string }, options?: ChangeOptions): Promise<Template>
  delete(params: { tenant: string; template: string }, options: ChangeOptions | PlanOptions = {}): Promise<Template | Plan> {
    return this.answer(routes.templateDelete, { params }, options)
  }
}

export class Webhooks extends Resource {
  /** Where a tenant's events are sent. */
  list(params: { tenant: string }, input: QueryOf<'webhookList'> = {}, options: CallOptions = {}): List<Webhook> {
    return this.pages(routes.webhookList, { params, query: input }, options)
  }

  /** What `create` would do; nothing happens. */
  create(params: { tenant: string }, input: WebhookCreate, options: PlanOptions): Promise<Plan>
  /** Have events sent to an address, signed. In the Standard Webhooks format. The secret that verifies them is shown this once. An event is sent at least once, in no certain order, and again for three days while the address does not answer 2xx. */
  create(params: { tenant: string }, input: WebhookCreate, options?: ChangeOptions): Promise<WebhookWithSecret>
  create(params: { tenant: string }, input: WebhookCreate, options: ChangeOptions | PlanOptions = {}): Promise<WebhookWithSecret | Plan> {
    return this.answer(routes.webhookCreate, { params, body: input }, options)
  }

  /** Where events are sent, and how that goes. */
  get(params: { tenant: string; webhook: string }, options: CallOptions = {}): Promise<Webhook> {
    return this.answer(routes.webhookGet, { params }, options)
  }

  /** What `update` would do; nothing happens. */
  update(params: { tenant: string; webhook: string }, input: WebhookUpdate, options: PlanOptions): Promise<Plan>
  /** Change where events are sent, which, and whether. What happens while it is disabled is not sent later; what waited before is. */
  update(params: { tenant: string; webhook: string }, input?: WebhookUpdate, options?: ChangeOptions): Promise<Webhook>
  update(params: { tenant: string; webhook: string }, input: WebhookUpdate = {}, options: ChangeOptions | PlanOptions = {}): Promise<Webhook | Plan> {
    return this.answer(routes.webhookUpdate, { params, body: input }, options)
  }

  /** What `delete` would do; nothing happens. */
  delete(params: { tenant: string; webhook: string }, options: PlanOptions): Promise<Plan>
  /** Have events sent to an address no more. What waits to be sent is not sent, and its deliveries are forgotten. */
  delete(params: { tenant: string; webhook: string }, options?: ChangeOptions): Promise<Webhook>
  delete(params: { tenant: string; webhook: string }, options: ChangeOptions | PlanOptions = {}): Promise<Webhook | Plan> {
    return this.answer(routes.webhookDelete, { params }, options)
  }

  /** What `rotate` would do; nothing happens. */
  rotate(params: { tenant: string; webhook: string }, input: WebhookRotate, options: PlanOptions): Promise<Plan>
  /** Make another secret; it is shown this once. For a while both secrets sign each message, so that a receiver can change over at any moment of it. */
  rotate(params: { tenant: string; webhook: string }, input?: WebhookRotate, options?: ChangeOptions): Promise<WebhookWithSecret>
  rotate(params: { tenant: string; webhook: string }, input: WebhookRotate = {}, options: ChangeOptions | PlanOptions = {}): Promise<WebhookWithSecret | Plan> {
    return this.answer(routes.webhookRotate, { params, body: input }, options)
  }

  /** What `test` would do; nothing happens. */
  test(params: { tenant: string; webhook: string }, options: PlanOptions): Promise<Plan>
  /** Send an event of the type webhook.test to an address, once. The operation tells what it answered. Also while the webhook is disabled, and whichever events it is for. */
  test(params: { tenant: string; webhook: string }, options?: ChangeOptions): OperationPromise
  test(params: { tenant: string; webhook: string }, options: ChangeOptions | PlanOptions = {}): OperationPromise | Promise<Plan> {
    return this.operation(routes.webhookTest, { params }, options)
  }
}

export class Deliveries extends Resource {
  /** What was and will be sent to an address, the oldest first. Kept for 30 days. */
  list(params: { tenant: string; webhook: string }, input: QueryOf<'deliveryList'> = {}, options: CallOptions = {}): List<Delivery> {
    return this.pages(routes.deliveryList, { params, query: input }, options)
  }

  /** An event on its way to an address. */
  get(params: { tenant: string; webhook: string; delivery: string }, options: CallOptions = {}): Promise<Delivery> {
    return this.answer(routes.deliveryGet, { params }, options)
  }

  /** What `replay` would do; nothing happens. */
  replay(params: { tenant: string; webhook: string; delivery: string }, options: PlanOptions): Promise<Plan>
  /** Send an event again, with the same id. Whether it was taken before or given up; one that waits is sent now. It is tried as often as a new one. A receiver that had it knows it by its id. */
  replay(params: { tenant: string; webhook: string; delivery: string }, options?: ChangeOptions): Promise<Delivery>
  replay(params: { tenant: string; webhook: string; delivery: string }, options: ChangeOptions | PlanOptions = {}): Promise<Delivery | Plan> {
    return this.answer(routes.deliveryReplay, { params }, options)
  }
}

/** Everything that a client can speak of. */
export class Resources {
  readonly diskTypes: DiskTypes
  readonly machineTypes: MachineTypes
  readonly regions: Regions
  readonly unitPrices: UnitPrices
  readonly catalogues: Catalogues
  readonly estimates: Estimates
  readonly signingKeys: SigningKeys
  readonly tenants: Tenants
  readonly billFiles: BillFiles
  readonly bills: Bills
  readonly budgets: Budgets
  readonly clusters: Clusters
  readonly grants: Grants
  readonly costs: Costs
  readonly credentials: Credentials
  readonly events: Events
  readonly hubs: Hubs
  readonly builds: Builds
  readonly groups: Groups
  readonly servers: Servers
  readonly users: Users
  readonly keys: Keys
  readonly operations: Operations
  readonly persons: Persons
  readonly plans: Plans
  readonly templates: Templates
  readonly webhooks: Webhooks
  readonly deliveries: Deliveries

  constructor(transport: Transport) {
    this.diskTypes = new DiskTypes(transport)
    this.machineTypes = new MachineTypes(transport)
    this.regions = new Regions(transport)
    this.unitPrices = new UnitPrices(transport)
    this.catalogues = new Catalogues(transport)
    this.estimates = new Estimates(transport)
    this.signingKeys = new SigningKeys(transport)
    this.tenants = new Tenants(transport)
    this.billFiles = new BillFiles(transport)
    this.bills = new Bills(transport)
    this.budgets = new Budgets(transport)
    this.clusters = new Clusters(transport)
    this.grants = new Grants(transport)
    this.costs = new Costs(transport)
    this.credentials = new Credentials(transport)
    this.events = new Events(transport)
    this.hubs = new Hubs(transport)
    this.builds = new Builds(transport)
    this.groups = new Groups(transport)
    this.servers = new Servers(transport)
    this.users = new Users(transport)
    this.keys = new Keys(transport)
    this.operations = new Operations(transport)
    this.persons = new Persons(transport)
    this.plans = new Plans(transport)
    this.templates = new Templates(transport)
    this.webhooks = new Webhooks(transport)
    this.deliveries = new Deliveries(transport)
  }
}
