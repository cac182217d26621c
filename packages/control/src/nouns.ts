/** Everything the API speaks of. A path's parameters are named like the nouns: an id or a name. */
export const nouns = {
  tenant: { plural: 'tenants', path: '/v1/tenants', description: 'A team or course: the wall that nothing crosses' },
  key: { plural: 'keys', path: '/v1/tenants/{tenant}/keys', description: 'Who may do what in a tenant' },
  credential: { plural: 'credentials', path: '/v1/tenants/{tenant}/credentials', description: 'How Hubfleet gets into a cloud' },
  cluster: { plural: 'clusters', path: '/v1/tenants/{tenant}/clusters', description: 'A Kubernetes cluster in which hubs live' },
  grant: { plural: 'grants', path: '/v1/tenants/{tenant}/clusters/{cluster}/grants', description: 'Which tenant may place hubs on a cluster, and how much' },
  template: { plural: 'templates', path: '/v1/tenants/{tenant}/templates', description: 'What hubs of one kind have in common: a course, a research group' },
  hub: { plural: 'hubs', path: '/v1/tenants/{tenant}/hubs', description: 'One JupyterHub' },
  build: { plural: 'builds', path: '/v1/tenants/{tenant}/hubs/{hub}/builds', description: 'An image that is made from a Git repository' },
  user: { plural: 'users', path: '/v1/tenants/{tenant}/hubs/{hub}/users', description: 'Somebody with an account in a hub' },
  server: { plural: 'servers', path: '/v1/tenants/{tenant}/hubs/{hub}/servers', description: 'A notebook server of somebody: `ada` for the default one, `ada/lab` for the one named lab' },
  group: { plural: 'groups', path: '/v1/tenants/{tenant}/hubs/{hub}/groups', description: 'A group of users of a hub' },
  plan: { plural: 'plans', path: '/v1/tenants/{tenant}/plans', description: 'A change as it was planned, to be applied exactly so or not at all' },
  operation: { plural: 'operations', path: '/v1/tenants/{tenant}/operations', description: 'The promise that a change is reached' },
  event: { plural: 'events', path: '/v1/tenants/{tenant}/events', description: 'Something that happened' },
  webhook: { plural: 'webhooks', path: '/v1/tenants/{tenant}/webhooks', description: 'An address that events are sent to' },
  delivery: { plural: 'deliveries', path: '/v1/tenants/{tenant}/webhooks/{webhook}/deliveries', description: 'An event on its way to a webhook' },
  signingKey: { plural: 'signingKeys', path: '/v1/signing-keys', description: 'By which Hubfleet signs the tokens that clouds take' },
  catalogue: { plural: 'catalogues', path: '/v1/catalogues', description: 'A version of the prices of a cloud' },
  region: { plural: 'regions', path: '/v1/catalogue/regions', description: 'Where a cloud has machines' },
  machineType: { plural: 'machineTypes', path: '/v1/catalogue/machine-types', description: 'A kind of machine, and what it costs' },
  diskType: { plural: 'diskTypes', path: '/v1/catalogue/disk-types', description: 'A kind of disk, and what it costs' },
  cost: { plural: 'costs', path: '/v1/tenants/{tenant}/costs', description: 'What a tenant cost and used, as it was measured' },
  bill: { plural: 'bills', path: '/v1/tenants/{tenant}/bills', description: 'A provider\'s bill, beside which costs are put' },
  billFile: { plural: 'billFiles', path: '/v1/tenants/{tenant}/bill-files', description: 'A bill that lies in the folder of bills' },
  budget: { plural: 'budgets', path: '/v1/tenants/{tenant}/budgets', description: 'What a tenant or a hub may cost in a month, and what happens when it does not keep to it' },
  unitPrice: { plural: 'unitPrices', path: '/v1/catalogue/unit-prices', description: 'What a GiB of memory and of home costs in a region' },
  estimate: { plural: 'estimates', path: '/v1/estimates', description: 'What a hub would cost' },
} as const

export type Noun = keyof typeof nouns

/** Values of a path's parameters. */
export type Params = Partial<Record<Noun, string>>
