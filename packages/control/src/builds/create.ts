import { Type } from 'typebox'
import { imageAllowed, Problem, refuse, type ProblemField } from '@hubfleet/core'
import { and, eq, isNull, operations } from '@hubfleet/database'
import { lockHub } from '../hubs/hub.ts'
import { plainPlan } from '../plan.ts'
import { policyOf } from '../tenants/tenant.ts'
import { verb } from '../verb.ts'
import { buildKind } from './build.ts'

/** Before it there is the wait for the hub itself, behind it the roll. */
const graceSeconds = 1800

export const createBuild = verb({
  noun: 'build', verb: 'create', summary: 'Build an image from a Git repository', action: 'hub:operate',
  description: 'With repo2docker, in the cluster of the hub; pushed to `build.image` of its spec with the commit as tag. Where the cluster takes no builds, the answer is a CI workflow file that does the same.',
  input: Type.Object({
    repository: Type.String({ minLength: 1, maxLength: 2048, description: 'Its https address' }),
    ref: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: '^[^\\s-][^\\s]*$', default: 'HEAD', description: 'A branch, a tag, or a whole commit' })),
    roll: Type.Optional(Type.Boolean({ default: false, description: 'Then move the hub to it, as an update does' })),
  }, { $id: 'BuildCreate', additionalProperties: false }),
  load: lockHub,
  async plan({ tx, tenant }, hub, { repository, ref = 'HEAD', roll = false }) {
    const url = URL.parse(repository)
    const fault = (code: string, detail: string): ProblemField[] => [{ pointer: '/repository', code, detail }]
    if (url?.protocol !== 'https:') refuse(fault('https', 'Name the https address of a Git repository, such as https://github.com/course/env.'))
    if (url?.username || url?.password) refuse(fault('credentials', 'An address with a login in it would be readable in logs and images: leave it out.'))
    if (hub.spec.power === 'stopped') throw new Problem('hub-stopped', { hub: hub.name, what: 'build for' })
    const { allow, allowedImages } = policyOf(tenant)
    if (!allow.imageBuilds) throw new Problem('builds-denied', { hub: hub.name })
    const { build } = hub.spec
    if (!build) throw new Problem('build-unset', { hub: hub.name })
    if (roll && allowedImages && !imageAllowed(build.image, allowedImages)) throw new Problem('policy-denied', { what: `the image ${build.image}` })
    const [other] = await tx.select({ id: operations.id }).from(operations).where(and(eq(operations.targetId, hub.id), eq(operations.kind, buildKind), isNull(operations.finishedAt))).limit(1)
    if (other) throw new Problem('build-running', { hub: hub.name, build: other.id })
    return plainPlan({ disruption: { newServersOnly: roll, words: [`${repository} at ${ref} is built and pushed to ${build.image} with the commit as tag.`, ...(roll ? ['Servers that start afterwards run it; the hub restarts.'] : [])], restarts: roll ? ['hub'] : [] } })
  },
  apply: async ({ tenant }, hub, { repository, ref = 'HEAD', roll = false }) => ({
    work: { type: 'hub', id: hub.id }, tenantId: tenant.id, generation: null,
    input: { repository, ref, roll, image: hub.spec.build!.image, tenant: tenant.name, hub: hub.name }, deadlineSeconds: hub.spec.build!.timeoutSeconds + graceSeconds,
  }),
})
