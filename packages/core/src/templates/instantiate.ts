import type { JsonObject } from '../json.ts'
import { leaves, pointerOf, setAt, valueAt } from '../json.ts'
import type { HubSpecPatch } from '../hub/spec.ts'
import { HubSpecPatchSchema } from '../hub/spec.ts'
import { checkInput, refuse } from '../validate.ts'
import { hubName, type TemplateContent } from './check.ts'
import type { TemplateParameter } from './parameter.ts'
import { readParameters } from './parameters.ts'
import { fill, placesOf } from './placeholders.ts'

/**
 * A template's spec for one hub. Throws `invalid-request`, with pointers to the parameters that are missing or do not fit.
 * `fixed` is what of it no hub chooses freely: what its author wrote, or listed to choose from.
 */
export function instantiate({ parameters, spec }: TemplateContent, given: Record<string, unknown>, hub: string): { spec: HubSpecPatch; fixed: HubSpecPatch } {
  const { values, errors } = readParameters(parameters, given)
  refuse(errors)
  const filled = fill(spec, { ...values, [hubName]: hub })
  const places = [...placesOf(spec)]
  refuse(checkInput(HubSpecPatchSchema, filled).map(({ pointer, code, detail }) => {
    const place = places.find(({ path }) => pointerOf(path) === pointer)
    const name = place?.names.find((each) => each.startsWith('parameters.'))?.slice('parameters.'.length)
    return name ? { pointer: pointerOf(['template', 'parameters', name]), code, detail: `It stands in the template's ${pointer.slice(1).replaceAll('/', '.')}. ${detail}` } : { pointer: '/template', code, detail: `The template's ${pointer.slice(1).replaceAll('/', '.')}: ${detail}` }
  }))
  return { spec: filled as HubSpecPatch, fixed: fixedPart(filled, spec, parameters) as HubSpecPatch }
}

function fixedPart(filled: JsonObject, spec: JsonObject, parameters: readonly TemplateParameter[]): JsonObject {
  const listed = new Set(parameters.filter(({ type }) => type === 'choice' || type === 'boolean').map(({ name }) => `parameters.${name}`))
  const fixed: JsonObject = {}
  for (const { path, value } of leaves(filled)) {
    if (path.length === 0) continue
    const chosen = [...placesOf(valueAt(spec, path))].some(({ names }) => names.some((name) => !listed.has(name)))
    if (!chosen) setAt(fixed, path, value)
  }
  return fixed
}
