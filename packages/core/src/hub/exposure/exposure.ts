import { Type, type Static } from 'typebox'
import { choice } from '../schema-kit.ts'

const closed = { additionalProperties: false }

export const HubHttpsSchema = Type.Object({
  type: choice(['letsencrypt', 'offload', 'secret', 'manual', 'certManager'], {
    description: "A certificate that the hub gets from Let's Encrypt, one at the load balancer, one in a Secret of the namespace, one of your own, or one that cert-manager of the cluster makes",
  }),
  contactEmail: Type.Optional(Type.String({ format: 'email', maxLength: 254, description: 'With letsencrypt: who is told of problems' })),
  secretName: Type.Optional(Type.String({ minLength: 1, maxLength: 253, description: 'With secret: the Secret of type kubernetes.io/tls' })),
  certificate: Type.Optional(Type.String({
    minLength: 1, maxLength: 65_536, description: "With manual: the certificate of the host in PEM, and after it those that lead to its root. Certificates are public and are returned",
  })),
  key: Type.Optional(Type.String({
    minLength: 1, maxLength: 16_384, writeOnly: true, description: 'With manual: the private key of the certificate in PEM, without a passphrase. Never returned; leave it out of a change to keep it',
  })),
  issuer: Type.Optional(Type.Object({
    name: Type.String({ minLength: 1, maxLength: 253 }),
    kind: Type.Optional(choice(['ClusterIssuer', 'Issuer'], { description: 'Of the cluster, or of the namespace of the hub. Default: ClusterIssuer' })),
  }, { $id: 'CertificateIssuer', description: 'With certManager: which issuer', ...closed })),
}, { $id: 'HubHttps', description: 'Encryption; needs a host, but where the router of an OpenShift has one', ...closed })
export type HubHttps = Static<typeof HubHttpsSchema>

export const HubExposureSchema = Type.Object({
  type: choice(['loadBalancer', 'ingress', 'gateway', 'route', 'clusterIP'], { description: 'What leads to the hub; route is of OpenShift', default: 'loadBalancer' }),
  host: Type.Optional(Type.String({ minLength: 1, maxLength: 253, description: 'The DNS name people use; with route, the router of the cluster has one where you name none' })),
  https: Type.Optional(HubHttpsSchema),
  allowedRanges: Type.Array(Type.String({ minLength: 1, maxLength: 64 }), {
    maxItems: 200, default: [], description: 'With loadBalancer: from where people may come, as networks such as 192.0.2.0/24; empty: from everywhere',
  }),
  loadBalancerIP: Type.Optional(Type.String({
    minLength: 1, maxLength: 253, description: 'With loadBalancer: an address that you reserved, where the cloud lets one choose; the policy must allow `network`',
  })),
  annotations: Type.Record(Type.String(), Type.String({ maxLength: 4096 }), {
    default: {}, maxProperties: 50, description: 'Of the Service, Ingress, HTTPRoute or Route, for what serves them in the cluster; the policy must allow `network`. Replaced key by key by a change',
  }),
  className: Type.Optional(Type.String({ minLength: 1, maxLength: 253, description: 'With ingress: its class' })),
  gateway: Type.Optional(Type.Object({
    name: Type.String({ minLength: 1, maxLength: 253 }),
    namespace: Type.String({ minLength: 1, maxLength: 63 }),
    sectionName: Type.Optional(Type.String({ minLength: 1, maxLength: 253, description: 'Its listener, such as https. Default: all that fit the host' })),
  }, { $id: 'HubGateway', description: 'With gateway: which one', ...closed })),
  route: Type.Optional(Type.Object({
    termination: Type.Optional(choice(['edge', 'reencrypt', 'passthrough'], {
      description: 'Where encryption ends. Default: edge with https.type offload, where the router has the certificate; else passthrough, where the hub has it. With reencrypt both have one',
    })),
    destinationCertificate: Type.Optional(Type.String({
      minLength: 1, maxLength: 65_536, description: 'With reencrypt: the authority of the certificate that the hub has, in PEM. Default: with https.type manual that certificate itself, with secret the service authority of the cluster',
    })),
  }, { $id: 'HubRoute', description: 'With route: how it is encrypted', ...closed })),
}, { $id: 'HubExposure', description: 'How the hub is reached', ...closed, default: {} })
export type HubExposure = Static<typeof HubExposureSchema>
/** What decides where the address of a hub comes from. */
export type WayIn = Pick<HubExposure, 'type' | 'host' | 'gateway'>
