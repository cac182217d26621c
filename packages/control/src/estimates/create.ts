import { chartOfEstimate, estimateMeasures, type PicturedEstimate } from '@hubfleet/charts'
import { advise, estimate, type EstimateInput, type OwnPrices } from '@hubfleet/pricing'
import { Type, type Static } from 'typebox'
import { pictures } from '../pictures.ts'
import { query } from '../verb.ts'
import { EstimateWithAdviceSchema } from './answer.ts'
import { EstimateInputSchema } from './input.ts'

const MeasureSchema = Type.Optional(Type.Union(estimateMeasures.map((name) => Type.Literal(name)), { default: 'cost', description: 'What is drawn: the cost of a month by component, or the busiest week' }))

export const createEstimate = query({
  noun: 'estimate', verb: 'create', summary: 'What a hub would cost', description: 'Keeps nothing. Amounts are list prices in USD, without tax. `advice` is what else could be done, each with its amount.', action: 'tenant:read', post: true,
  input: EstimateInputSchema,
  answer: EstimateWithAdviceSchema,
  forms: pictures({ measure: MeasureSchema }, (estimate: PicturedEstimate, asked) => chartOfEstimate(estimate, asked)),
  async run({ control, asks }, input) {
    const asked = estimatorInput(input)
    return { ...estimate({ ...asked, now: control.clock.now() }), ...(asks('advice') && { advice: advise(asked) }) }
  },
})

/** What comes by the API as the estimator takes it; only prices have another form, since a map has no typed fields. */
export function estimatorInput({ ownPrices, ...input }: Static<typeof EstimateInputSchema>): EstimateInput {
  return { ...input, ...(ownPrices && { ownPrices: pricesOf(ownPrices) }) } as EstimateInput
}

function pricesOf({ machines = [], disks = [], ...prices }: NonNullable<Static<typeof EstimateInputSchema>['ownPrices']>): OwnPrices {
  return {
    ...prices,
    machines: Object.fromEntries(machines.map(({ name, ...machine }) => [name, machine])),
    diskGiBMonth: Object.fromEntries(disks.map(({ storageClass, perGiBMonth }) => [storageClass, perGiBMonth])),
  }
}
