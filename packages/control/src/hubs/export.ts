import { Type } from 'typebox'
import { culledBy, effectiveCulling, hubNames, hubObjects, podSecurityLevelOf, renderValues, secretTexts } from '@hubfleet/core'
import { loadCluster, runsOpenShift } from '../clusters/cluster.ts'
import { query } from '../verb.ts'
import { pinnedChart } from './chart.ts'
import { loadHub } from './hub.ts'
import { hubSecrets } from './spec-plan.ts'
import { yamlForHelm } from './yaml-for-helm.ts'

/** What stands for a secret in an export that is to be shown around. */
const masked = '<secret>'

export const exportHub = query({
  noun: 'hub', verb: 'export', summary: 'A hub as plain files, with which helm alone makes the same hub', action: 'hub:admin',
  description: 'Nobody is locked in: the values of the chart, the objects that Hubfleet made beside the release, the command, and what nothing does any more without Hubfleet.',
  input: Type.Object({ secrets: Type.Optional(Type.Boolean({ default: false, description: 'With the hub\'s secrets; else each is masked, and helm would make another hub' })) }, { additionalProperties: false }),
  answer: Type.Object({
    values: Type.String({ description: 'values.yaml' }),
    objects: Type.String({ description: 'objects.yaml, for kubectl apply' }),
    chart: Type.Object({ name: Type.String(), version: Type.String(), source: Type.String(), digest: Type.String({ description: 'sha256 of its archive' }) }, { $id: 'ExportedChart' }),
    namespace: Type.String(), release: Type.String(),
    commands: Type.Array(Type.String(), { description: 'What makes the hub of the two files' }),
    onlyHubfleet: Type.Array(Type.String(), { description: 'What the files do not do' }),
  }, { $id: 'HubExport' }),
  async run(context, { secrets: open = false }) {
    const hub = await loadHub(context)
    const [secrets, chart] = [await hubSecrets(context, hub), await pinnedChart(context, hub)]
    const { values } = renderValues({ hub, spec: hub.spec, secrets, openShift: runsOpenShift(await loadCluster(context, hub.clusterId)) })
    const { namespace, release } = hubNames(hub.id)
    const from = /^https:/.test(chart.source) ? `${chart.name} --repo ${chart.source}` : chart.source
    return {
      values: yamlForHelm(open ? values : mask(values, secretTexts(secrets))),
      objects: hubObjects({ id: hub.id, name: hub.name, tenantId: hub.tenantId, namespace }, hub.spec, podSecurityLevelOf({ spec: hub.spec, values })).map((object) => yamlForHelm(object)).join('---\n'),
      chart: { name: chart.name, version: chart.version, source: chart.source, digest: chart.digest },
      namespace, release,
      commands: ['kubectl apply --filename objects.yaml', `helm upgrade --install ${release} ${from} --version ${chart.version} --namespace ${namespace} --values values.yaml`],
      onlyHubfleet: onlyHubfleet(hub.spec),
    }
  },
})

/** Each text that is a secret, wherever it stands, and in whatever text. */
function mask(value: unknown, secrets: string[]): unknown {
  if (typeof value === 'string') return secrets.filter(Boolean).reduce((text, secret) => text.replaceAll(secret, masked), value)
  if (Array.isArray(value)) return value.map((each) => mask(each, secrets))
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mask(inner, secrets)])) : value
}

type Spec = Parameters<typeof renderValues>[0]['spec']

const ownCulling = 'Culling: Hubfleet stops idle servers of this hub itself, since protected people, quiet hours and warnings are beyond the culler of the chart. With these values nobody does; '
  + 'set cull.enabled to true, with cull.timeout, cull.every and cull.maxAge, to have the chart do it without them. The ConfigMap hubfleet-cull-warnings, which the hub mounts where it is there, then stays empty.'

function onlyHubfleet(spec: Spec): string[] {
  const { capacity, power, storage } = spec
  return [
    ...(power === 'stopped' ? ['The hub is stopped: helm would start it.'] : []),
    ...(capacity.nodes ? [`The claim on ${capacity.nodes.count} nodes of the pool ${capacity.nodes.pool}: resize the pool yourself.`] : []),
    'Seats change without a restart of the hub: helm restarts it for each other number. `kubectl scale statefulset user-placeholder` does not.',
    ...(culledBy(effectiveCulling(spec)) === 'hubfleet' ? [ownCulling] : []),
    ...(storage.type === 'dynamic' ? ['Homes that exist grow when storage.capacity does: with helm only new ones have the new size.'] : []),
    'Plans, cost, the look for what is left after a delete, and watching the hub.',
  ]
}
