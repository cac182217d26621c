import { Type } from 'typebox'
import { buildWorkflow, CiSchema, parseImage, Problem, refuse } from '@hubfleet/core'
import { query } from '../verb.ts'
import { loadHub } from './hub.ts'
import { loadTenant } from '../tenants/tenant.ts'

export const getBuildWorkflow = query({
  noun: 'hub', verb: 'buildWorkflow', summary: 'A CI workflow file that builds the image of a hub outside of its cluster', action: 'tenant:read',
  description: 'For a cluster that takes no builds: put it into the repository, and the secrets that it names into the CI system.',
  input: Type.Object({
    ci: Type.Optional(CiSchema),
    image: Type.Optional(Type.String({ minLength: 1, maxLength: 512, description: 'Where it is pushed; default: build.image of the hub' })),
    branch: Type.Optional(Type.String({ minLength: 1, maxLength: 255, pattern: '^[\\w./-]+$', default: 'main', description: 'Of which each commit is built' })),
    serverAddress: Type.Optional(Type.String({ maxLength: 2048, pattern: '^https?://[\\w.:/-]+$', description: 'The address of this server, as the CI system reaches it' })),
  }, { additionalProperties: false }),
  answer: Type.Object({ path: Type.String({ description: 'Where the file goes in the repository' }), content: Type.String(), secrets: Type.Array(Type.String()) }, { $id: 'HubBuildWorkflow' }),
  async run(context, { ci = 'github', image, branch = 'main', serverAddress = 'https://hubfleet.example.org' }) {
    const hub = await loadHub(context)
    const target = image ?? hub.spec.build?.image
    if (!target) throw new Problem('build-unset', { hub: hub.name })
    if (!parseImage(target) || parseImage(target)?.tag) refuse([{ pointer: '/image', code: 'image-name', detail: 'Name registry and repository, without tag, such as quay.io/course/env.' }])
    const tenant = await loadTenant(context.tx, context.tenant.id)
    return buildWorkflow({ ci, image: target, hub: hub.name, tenant: tenant.name, server: serverAddress, branch })
  },
})
