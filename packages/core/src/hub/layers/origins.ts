import { leaves, pointerOf, valueAt } from '../../json.ts'
import { rawLayers, specOrigins, type SpecOrigin } from './compose.ts'
import { decidedBy } from './decides.ts'
import { mask, maskValues } from '../changes/diff.ts'
import type { HubLayers } from './layers.ts'
import { joinSecrets, secretTexts } from '../secrets.ts'
import { renderValues, type RenderInput } from '../values.ts'

/** Who decided a value: `chart` for its default, `hubfleet` for ours, then the layers in their order. */
export type LeafOrigin = 'chart' | 'hubfleet' | 'platform' | 'cluster' | 'template' | 'hub' | 'raw' | 'enforced'

export interface Leaf { path: string; value: unknown; origin: LeafOrigin }

const rank: readonly SpecOrigin[] = ['chart', 'platform', 'cluster', 'template', 'hub']

/** The effective typed fields and values of a hub, secrets masked, each leaf with who decided it. */
export function explainHub({ hub, spec, secrets, layers, openShift }: RenderInput & { layers: HubLayers }): { spec: Leaf[]; values: Leaf[] } {
  const { values, origins } = renderValues({ hub, spec, secrets, openShift })
  const fields = specOrigins(layers, spec)
  const whole = joinSecrets(spec, secrets.fields)
  const secretFields = Object.keys(secrets.fields).map((pointer) => ({ path: pointer.split('/').slice(1), origin: 'hub' as const }))
  const deciders = new Map<string, SpecOrigin>()
  for (const { path, origin } of [...fields, ...secretFields]) {
    for (const decided of decidedBy(whole, path)) {
      const pointer = pointerOf(decided)
      const known = deciders.get(pointer) ?? 'chart'
      deciders.set(pointer, rank.indexOf(origin) > rank.indexOf(known) ? origin : known)
    }
  }
  const raws = rawLayers(layers, spec)
  const ofRaw = (path: string[]): LeafOrigin => raws.findLast(([, raw]) => valueAt(raw, path) !== undefined)?.[0] ?? 'raw'
  const masked = maskValues(values, secretTexts(secrets))
  return {
    spec: [
      ...fields.map(({ path, value, origin }): Leaf => ({ path: pointerOf(path), value, origin })),
      ...secretFields.map(({ path, origin }): Leaf => ({ path: pointerOf(path), value: mask, origin })),
    ],
    values: [...leaves(values)].map(({ path }): Leaf => {
      const pointer = pointerOf(path)
      const coarse = origins[pointer]
      const origin = coarse === 'typed' ? deciders.get(pointer) ?? 'chart' : coarse === 'raw' ? ofRaw(path) : coarse === 'platform' ? 'hubfleet' : 'enforced'
      return { path: pointer, value: valueAt(masked, path), origin }
    }),
  }
}
