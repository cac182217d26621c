/** A line of a bill in FOCUS, of the cluster of a name. */
export const billLine = (cluster: string, more: Record<string, unknown> = {}): string => JSON.stringify({
  BillingAccountId: 'payer', SubAccountId: 'account', BillingCurrency: 'USD', ChargePeriodStart: '2026-05-01T10:00:00Z', ChargePeriodEnd: '2026-05-01T11:00:00Z', ChargeCategory: 'Usage',
  ServiceName: 'Amazon Elastic Compute Cloud', ChargeDescription: 'On Demand Linux r5.xlarge Instance Hour', BilledCost: '1.25', EffectiveCost: '1.25', ResourceId: 'i-1', Tags: { 'eks:cluster-name': cluster }, ...more,
})
