import { Type } from 'typebox'
import { choice, credentialClouds } from '@hubfleet/core'
import { and, asc, credentials, eq } from '@hubfleet/database'
import { pageInput, pageOf, paginate, rowsAfter } from '../pagination.ts'
import { query } from '../verb.ts'
import { Nothing } from '../wire.ts'
import { CredentialSchema, loadCredential, showCredential } from './credential.ts'

export const getCredential = query({
  noun: 'credential', verb: 'get', summary: 'A credential, without its secret', action: 'tenant:read', input: Nothing, answer: CredentialSchema,
  run: async (context) => showCredential(context.control, await loadCredential(context, context.params.credential!)),
  revision: (credential) => credential['generation'] as number,
})

export const listCredentials = query({
  noun: 'credential', verb: 'list', summary: 'The credentials of a tenant', action: 'tenant:read',
  input: pageInput({ cloud: Type.Optional(choice(credentialClouds, { description: 'Only those for this cloud' })) }), answer: pageOf(CredentialSchema, 'CredentialPage'),
  run: ({ tx, control, tenant }, input) => paginate(control, 'credentials', input, [tenant.id, input.cloud], (after, count) =>
    tx.select().from(credentials)
      .where(and(eq(credentials.tenantId, tenant.id), input.cloud && eq(credentials.cloud, input.cloud), rowsAfter(credentials, after)))
      .orderBy(asc(credentials.createdAt), asc(credentials.id)).limit(count),
  (row) => showCredential(control, row)),
})
