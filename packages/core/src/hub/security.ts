import { Type, type Static } from 'typebox'
import { choice } from './schema-kit.ts'

export const HubSecuritySchema = Type.Object({
  cloudMetadata: choice(['networkPolicy', 'iptables'], {
    default: 'iptables',
    description: "What keeps users' servers from the credentials of their node, which clouds serve at 169.254.169.254: a NetworkPolicy, which only some clusters enforce, "
      + 'or a privileged init container in each server that blocks it with iptables. Default: networkPolicy where the cluster is known to enforce it as the hub is made, else iptables',
  }),
}, { $id: 'HubSecurity', description: 'How people and their servers are kept from what is not theirs', additionalProperties: false, default: {} })
export type HubSecurity = Static<typeof HubSecuritySchema>
