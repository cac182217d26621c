/** The same day of a small cluster as each cloud's export has it, with the columns and habits of each. */
import { gzipSync } from 'node:zlib'

const q = (value: string): string => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)
const csv = (rows: Record<string, string>[]): string => {
  const header = Object.keys(rows[0]!)
  return [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))].map((cells) => cells.map(q).join(',')).join('\n') + '\n'
}

export const cluster = { id: `cluster_${'a'.repeat(24)}`, name: 'lab', hubs: [{ id: `hub_${'b'.repeat(24)}`, name: 'course', namespace: `hub-${'b'.repeat(24)}` }] }
const namespace = cluster.hubs[0]!.namespace
const mark = { 'hubfleet-cluster': cluster.id }

/** A node's machine, a home's disk, the control plane, a balancer; a credit on the machine, a tax, and something of nobody's. */
const gcpRow = (over: Record<string, unknown>) => ({
  billing_account_id: '01A2B3-C4D5E6-F7G8H9', service: { id: '6F81-5844-456A', description: 'Compute Engine' }, usage_start_time: '2026-05-01 10:00:00 UTC', usage_end_time: '2026-05-01 11:00:00 UTC',
  project: { id: 'jupyter-prod', number: '123456789012', name: 'jupyter-prod', labels: [], ancestry_numbers: '/987/', ancestors: [] }, labels: Object.entries(mark).map(([key, value]) => ({ key, value })),
  system_labels: [{ key: 'compute.googleapis.com/cores', value: '4' }], location: { location: 'us-central1', country: 'US', region: 'us-central1', zone: 'us-central1-b' }, tags: [],
  export_time: '2026-05-01 15:20:11.000000 UTC', currency: 'USD', currency_conversion_rate: 1, usage: { amount: 3600, unit: 'seconds', amount_in_pricing_units: 1, pricing_unit: 'hour' },
  credits: [], invoice: { month: '202605' }, cost_type: 'regular', adjustment_info: null, ...over,
})
const home = { key: 'kubernetes-io-created-for_pvc-namespace', value: namespace }
export const gcpRows = [
  gcpRow({ sku: { id: 'CF4E-A0C7-E3BF', description: 'N2 Instance Core running in Americas' }, cost: 1.2000004, resource: { name: 'gke-lab-users-12345678-x1y2', global_name: '//compute.googleapis.com/projects/123456789012/zones/us-central1-b/instances/1' } }),
  gcpRow({ sku: { id: '5F5F-6A2E-6D9C', description: 'N2 Instance Ram running in Americas' }, cost: '0.8000004', credits: [{ name: 'Promotion', amount: -0.25, full_name: null, id: 'promo', type: 'PROMOTION' }] }),
  gcpRow({ sku: { id: 'B188-61DD-52E4', description: 'Balanced PD Capacity' }, cost: 0.4, labels: [...Object.entries(mark).map(([key, value]) => ({ key, value })), home] }),
  gcpRow({ service: { id: 'CCD8-9BF1-090E', description: 'Kubernetes Engine' }, sku: { id: '6B92-A835-08AB', description: 'Zonal Kubernetes Clusters' }, cost: 0.1, labels: [{ key: 'goog-k8s-cluster-name', value: 'lab' }] }),
  gcpRow({ service: { id: '6F81-5844-456A', description: 'Networking' }, sku: { id: '0F01-0C0A-1D13', description: 'Network Load Balancing: Forwarding Rule Minimum Service Charge in Americas' }, cost: 0.6 }),
  gcpRow({ service: { id: 'F17B-412E-CB64', description: 'Invoice' }, sku: { id: '97A4-3F1C-5F4D', description: 'Tax' }, cost: 0.05, cost_type: 'tax' }),
  gcpRow({ service: { id: '95FF-2EF5-5EA1', description: 'Cloud Storage' }, sku: { id: 'E5F0-6A5D-7BAD', description: 'Standard Storage US Multi-region' }, cost: 3.3, labels: [], project: { id: 'jupyter-prod' } }),
]
const gcpCsv = csv(gcpRows.map((row) => {
  const flat = { ...row } as Record<string, unknown>
  const { service, sku, project, resource } = row as unknown as Record<string, Record<string, string> | undefined>
  return {
    'billing_account_id': String(flat['billing_account_id']), 'service.id': service!['id']!, 'service.description': service!['description']!, 'sku.id': sku!['id']!, 'sku.description': sku!['description']!,
    'usage_start_time': String(flat['usage_start_time']), 'usage_end_time': String(flat['usage_end_time']), 'project.id': project!['id']!, 'labels': JSON.stringify(flat['labels']), 'resource.name': resource?.['name'] ?? '',
    'cost': String(flat['cost']), 'currency': 'USD', 'credits': JSON.stringify(flat['credits']), 'cost_type': String(flat['cost_type']),
  }
}))

const awsRow = (over: Record<string, string>): Record<string, string> => ({
  'identity/LineItemId': 'x', 'identity/TimeInterval': '2026-05-01T10:00:00Z/2026-05-01T11:00:00Z', 'bill/PayerAccountId': '111122223333', 'lineItem/UsageAccountId': '444455556666', 'lineItem/LineItemType': 'Usage',
  'lineItem/UsageStartDate': '2026-05-01T10:00:00Z', 'lineItem/UsageEndDate': '2026-05-01T11:00:00Z', 'lineItem/ProductCode': 'AmazonEC2', 'lineItem/UsageType': 'BoxUsage:r5.xlarge', 'lineItem/Operation': 'RunInstances', 'lineItem/ResourceId': 'i-0123456789abcdef0',
  'lineItem/CurrencyCode': 'USD', 'lineItem/UnblendedCost': '0', 'lineItem/LineItemDescription': '', 'product/ProductName': '', 'product/productFamily': '', 'resourceTags/aws:eks:cluster-name': '', 'resourceTags/user:hubfleet-cluster': cluster.id, 'resourceTags/user:kubernetes.io/created-for/pvc/namespace': '', ...over,
})
const awsRows = [
  awsRow({ 'lineItem/UnblendedCost': '1.2000004000', 'product/productFamily': 'Compute Instance' }),
  awsRow({ 'lineItem/UnblendedCost': '0.8000004000', 'lineItem/UsageType': 'SpotUsage:r5.xlarge' }),
  awsRow({ 'lineItem/LineItemType': 'Credit', 'lineItem/UnblendedCost': '-2.5E-1' }),
  awsRow({ 'lineItem/UnblendedCost': '0.4000000000', 'lineItem/UsageType': 'EBS:VolumeUsage.gp3', 'lineItem/ResourceId': 'vol-1', 'resourceTags/user:kubernetes.io/created-for/pvc/namespace': namespace }),
  awsRow({ 'lineItem/UnblendedCost': '0.1000000000', 'lineItem/ProductCode': 'AmazonEKS', 'lineItem/UsageType': 'AmazonEKS-Hours:perCluster', 'lineItem/ResourceId': 'arn:aws:eks:us-west-2:444455556666:cluster/lab', 'resourceTags/user:hubfleet-cluster': '' }),
  awsRow({ 'lineItem/UnblendedCost': '0.6000000000', 'lineItem/ProductCode': 'AWSELB', 'lineItem/UsageType': 'LoadBalancerUsage', 'lineItem/ResourceId': 'arn:aws:elasticloadbalancing:us-west-2:444455556666:loadbalancer/net/a/b' }),
  awsRow({ 'lineItem/LineItemType': 'Tax', 'lineItem/UnblendedCost': '0.05', 'lineItem/ProductCode': 'OCBTax', 'lineItem/UsageType': 'Tax' }),
  awsRow({ 'lineItem/UnblendedCost': '3.3', 'lineItem/ProductCode': 'AmazonS3', 'lineItem/UsageType': 'TimedStorage-ByteHrs', 'lineItem/ResourceId': 'bucket', 'resourceTags/user:hubfleet-cluster': '' }),
]
/** Of CUR 2.0: plain columns, and tags in one map. */
const awsNew = awsRows.map((row) => {
  const tags: Record<string, string> = {}
  const plain: Record<string, string> = {}
  for (const [column, value] of Object.entries(row)) {
    if (column.startsWith('resourceTags/')) { if (value) tags[column.slice(13).replace(/[^a-zA-Z0-9]/g, '_')] = value } else plain[column.replace('/', '_').replace(/([a-z])([A-Z])/g, '$1_$2').toLowerCase()] = value
  }
  return { ...plain, line_item_usage_start_date: '2026-05-01 10:00:00.000', resource_tags: JSON.stringify(tags) }
})

const azureRow = (over: Record<string, string>): Record<string, string> => ({
  invoiceId: '', billingAccountId: '1234567', billingAccountName: 'Example', billingProfileId: '1234567', billingCurrency: 'USD', subscriptionId: 'A1B2C3D4-0000-0000-0000-000000000001', SubscriptionName: 'Hubs', resourceGroupName: 'hubfleet-lab-nodes', date: '05/01/2026', chargeType: 'Usage',
  meterCategory: 'Virtual Machines', meterSubCategory: 'Edsv5 Series', meterName: 'E4ds v5', consumedService: 'Microsoft.Compute', productName: 'Virtual Machines Edsv5 Series - E4ds v5 - US East', costInBillingCurrency: '0',
  ResourceId: '/subscriptions/a1b2/resourceGroups/hubfleet-lab-nodes/providers/Microsoft.Compute/virtualMachineScaleSets/aks-users', tags: `"Hubfleet-Cluster": "${cluster.id}","x": "y"`, pricingModel: 'OnDemand', ...over,
})
const azureRows = [
  azureRow({ costInBillingCurrency: '1.2000004' }), azureRow({ costInBillingCurrency: '8.000004E-1' }), azureRow({ costInBillingCurrency: '-0.25', chargeType: 'Credit' }),
  azureRow({ costInBillingCurrency: '0.4', meterCategory: 'Storage', meterSubCategory: 'Premium SSD Managed Disks', meterName: 'P4 LRS Disk', productName: 'Premium SSD Managed Disks - P4 LRS', tags: `"kubernetes.io-created-for-pvc-namespace": "${namespace}"` }),
  azureRow({ costInBillingCurrency: '0.1', meterCategory: 'Azure Kubernetes Service', meterSubCategory: '', meterName: 'Standard Uptime SLA', productName: 'Azure Kubernetes Service', ResourceId: '/subscriptions/a1b2/resourceGroups/hubfleet-lab/providers/Microsoft.ContainerService/managedClusters/lab', tags: '' }),
  azureRow({ costInBillingCurrency: '0.6', meterCategory: 'Load Balancer', meterSubCategory: '', meterName: 'Standard Included LB Rules and Outbound Rules', productName: 'Load Balancer - Standard' }),
  azureRow({ costInBillingCurrency: '0.05', chargeType: 'Tax', meterCategory: 'Tax', meterSubCategory: '', meterName: '', productName: '' }),
  azureRow({ costInBillingCurrency: '3.3', meterCategory: 'Storage', meterSubCategory: 'General Block Blob', meterName: 'Hot LRS Data Stored', productName: 'Blob Storage', tags: '', ResourceId: '/subscriptions/a1b2/resourceGroups/other/providers/Microsoft.Storage/storageAccounts/a' }),
]
const capital = (row: Record<string, string>) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column.charAt(0).toUpperCase() + column.slice(1), value]))
const azureEa = azureRows.map((row) => { const { BillingCurrency, ...rest } = capital(row); return { ...rest, BillingCurrencyCode: BillingCurrency!, Date: '2026-05-01', Tags: row['tags'] ? `{${row['tags']}}` : '' } })

const focusRow = (over: Record<string, unknown>): Record<string, unknown> => ({
  BillingAccountId: '/providers/Microsoft.Billing/billingAccounts/1', SubAccountId: 'sub', ProviderName: 'AWS', PublisherName: 'AWS', InvoiceIssuerName: 'AWS', BillingCurrency: 'USD', BillingPeriodStart: '2026-05-01T00:00:00Z', BillingPeriodEnd: '2026-06-01T00:00:00Z',
  ChargePeriodStart: '2026-05-01T10:00:00Z', ChargePeriodEnd: '2026-05-01T11:00:00Z', ChargeCategory: 'Usage', ChargeClass: null, ChargeFrequency: 'Usage-Based', ServiceCategory: 'Compute', ServiceName: 'Amazon Elastic Compute Cloud',
  ChargeDescription: '$0.252 per On Demand Linux r5.xlarge Instance Hour', BilledCost: '0', EffectiveCost: '0', ListCost: '9', ContractedCost: '9', ResourceId: 'i-1', Tags: JSON.stringify(mark), ...over,
})
export const focusRows = [
  focusRow({ BilledCost: '1.2000004' }), focusRow({ BilledCost: '0.8000004' }), focusRow({ BilledCost: '-0.25', ChargeCategory: 'Credit' }),
  focusRow({ BilledCost: '0.4', ServiceCategory: 'Storage', ChargeDescription: '$0.08 per GB-month of General Purpose (gp3) provisioned storage', Tags: JSON.stringify({ ...mark, 'kubernetes.io/created-for/pvc/namespace': namespace }) }),
  focusRow({ BilledCost: '0.1', ServiceName: 'Amazon Elastic Kubernetes Service', ChargeDescription: 'Amazon EKS cluster usage', Tags: '{}', ResourceId: 'arn:aws:eks:us-west-2:4:cluster/lab' }),
  focusRow({ BilledCost: '0.6', ServiceCategory: 'Networking', ServiceName: 'Elastic Load Balancing', ChargeDescription: 'per LoadBalancer-hour' }),
  focusRow({ BilledCost: '0.05', ChargeCategory: 'Tax', ServiceName: 'Tax', ChargeDescription: 'Tax' }),
  focusRow({ BilledCost: '3.3', ServiceName: 'Amazon Simple Storage Service', ServiceCategory: 'Storage', ChargeDescription: 'Standard storage', Tags: '{}', ResourceId: 'arn:aws:s3:::bucket' }),
]

const text = (value: string): Uint8Array => new TextEncoder().encode(value)
const lines = (rows: readonly unknown[]): string => rows.map((row) => JSON.stringify(row)).join('\n')

export const exports: Record<string, Uint8Array> = {
  'gcp as JSON lines': text(lines(gcpRows)), 'gcp as a list of JSON': text(JSON.stringify(gcpRows)), 'gcp as CSV': text(gcpCsv), 'gcp packed': gzipSync(lines(gcpRows)),
  'aws CUR 1': text(csv(awsRows)), 'aws CUR 2': text(csv(awsNew)), 'aws CUR 1 in two parts, packed and put together': Buffer.concat([gzipSync(csv(awsRows.slice(0, 4))), gzipSync(csv(awsRows.slice(4)))]),
  'azure of a Customer Agreement': text(`\uFEFF${csv(azureRows)}`), 'azure of an Enterprise Agreement': text(csv(azureEa)),
  'focus as CSV': text(csv(focusRows as Record<string, string>[])), 'focus as JSON lines': text(lines(focusRows.map((row) => ({ ...row, BilledCost: Number(row['BilledCost']), Tags: JSON.parse(row['Tags'] as string) as unknown })))),
}
export async function* inPieces(bytes: Uint8Array, size = 97): AsyncGenerator<Uint8Array> {
  for (let from = 0; from < bytes.length; from += size) yield bytes.subarray(from, from + size)
}
