// Generated from openapi/openapi.json by `npm run generate`; changes here are lost.
import type { ApiCommand } from '../api-command.ts'

export const commands: ApiCommand[] = [
  {
    "id": "diskTypeList",
    "noun": "diskType",
    "plural": "diskTypes",
    "verb": "list",
    "summary": "Kinds of disks in a region, with the price of one home",
    "description": "",
    "method": "GET",
    "path": "/v1/catalogue/disk-types",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": "query",
    "flags": [
      {
        "name": "provider",
        "type": "string",
        "description": "gcp, azure, aws or sandbox",
        "required": true
      },
      {
        "name": "region",
        "type": "string",
        "description": "As the provider names it",
        "required": true
      },
      {
        "name": "gib",
        "type": "number",
        "description": "Size of a home",
        "required": false
      }
    ],
    "fields": {
      "provider": "string",
      "region": "string",
      "gib": "number"
    },
    "secrets": []
  },
  {
    "id": "machineTypeList",
    "noun": "machineType",
    "plural": "machineTypes",
    "verb": "list",
    "summary": "Machine types of a region with their prices, cheapest first",
    "description": "List prices in USD, without tax and discounts.",
    "method": "GET",
    "path": "/v1/catalogue/machine-types",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": "query",
    "flags": [
      {
        "name": "provider",
        "type": "string",
        "description": "gcp, azure, aws or sandbox",
        "required": true
      },
      {
        "name": "region",
        "type": "string",
        "description": "As the provider names it",
        "required": true
      },
      {
        "name": "family",
        "type": "string",
        "description": "",
        "required": false
      },
      {
        "name": "minVcpu",
        "type": "number",
        "description": "At least so many vCPU",
        "required": false
      },
      {
        "name": "minMemoryGiB",
        "type": "number",
        "description": "At least so much memory",
        "required": false
      },
      {
        "name": "maxPerMonth",
        "type": "number",
        "description": "USD a month at most",
        "required": false
      }
    ],
    "fields": {
      "provider": "string",
      "region": "string",
      "family": "string",
      "minVcpu": "number",
      "minMemoryGiB": "number",
      "maxPerMonth": "number"
    },
    "secrets": []
  },
  {
    "id": "regionList",
    "noun": "region",
    "plural": "regions",
    "verb": "list",
    "summary": "Regions of the catalogue, with their zones",
    "description": "",
    "method": "GET",
    "path": "/v1/catalogue/regions",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": "query",
    "flags": [
      {
        "name": "provider",
        "type": "string",
        "description": "gcp, azure, aws or sandbox",
        "required": false
      }
    ],
    "fields": {
      "provider": "string"
    },
    "secrets": []
  },
  {
    "id": "unitPriceList",
    "noun": "unitPrice",
    "plural": "unitPrices",
    "verb": "list",
    "summary": "What a GiB of memory and a GiB of home cost a month, by region",
    "description": "List prices in USD, without tax and discounts. Memory is that of the machine type whose memory is cheapest, unless one is named.",
    "method": "GET",
    "path": "/v1/catalogue/unit-prices",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": "query",
    "flags": [
      {
        "name": "provider",
        "type": "string",
        "description": "gcp, azure, aws or sandbox",
        "required": false
      },
      {
        "name": "region",
        "type": "string",
        "description": "As the provider names it",
        "required": false
      },
      {
        "name": "machineType",
        "type": "string",
        "description": "The machine type to reckon memory by",
        "required": false
      },
      {
        "name": "storageClass",
        "type": "string",
        "description": "A storage class or a kind of disk; otherwise the default one",
        "required": false
      },
      {
        "name": "homeGiB",
        "type": "number",
        "description": "Size of a home",
        "required": false
      }
    ],
    "fields": {
      "provider": "string",
      "region": "string",
      "machineType": "string",
      "storageClass": "string",
      "homeGiB": "number"
    },
    "secrets": []
  },
  {
    "id": "catalogueList",
    "noun": "catalogue",
    "plural": "catalogues",
    "verb": "list",
    "summary": "Versions of the price catalogue, the newest first",
    "description": "What was refused when prices were refreshed is told with its reasons.",
    "method": "GET",
    "path": "/v1/catalogues",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": "query",
    "flags": [
      {
        "name": "provider",
        "type": "string",
        "description": "gcp, azure, aws or sandbox",
        "required": false
      },
      {
        "name": "state",
        "type": "string",
        "description": "",
        "required": false,
        "values": [
          "shipped",
          "applied",
          "rejected"
        ]
      }
    ],
    "fields": {
      "provider": "string",
      "state": "string"
    },
    "secrets": []
  },
  {
    "id": "catalogueGet",
    "noun": "catalogue",
    "plural": "catalogues",
    "verb": "get",
    "summary": "A version of the price catalogue, with its prices in a region",
    "description": "By its id, or by a provider: the version in force. An estimate tells which one it was made with.",
    "method": "GET",
    "path": "/v1/catalogues/{catalogue}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "catalogue"
    ],
    "input": "query",
    "flags": [
      {
        "name": "region",
        "type": "string",
        "description": "As the provider names it",
        "required": false
      }
    ],
    "fields": {
      "region": "string"
    },
    "secrets": []
  },
  {
    "id": "catalogueRefresh",
    "noun": "catalogue",
    "plural": "catalogues",
    "verb": "refresh",
    "summary": "Read the public price list of a cloud, and make a new version of its prices",
    "description": "Odd prices stay as they were, and where many are odd, all do: `catalogue get` tells which and why. By itself it happens as often as the workers are set to.",
    "method": "POST",
    "path": "/v1/catalogues/{catalogue}/refresh",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "catalogue"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "estimateCreate",
    "noun": "estimate",
    "plural": "estimates",
    "verb": "create",
    "summary": "What a hub would cost",
    "description": "Keeps nothing. Amounts are list prices in USD, without tax. `advice` is what else could be done, each with its amount.",
    "method": "POST",
    "path": "/v1/estimates",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": "body",
    "flags": [
      {
        "name": "provider",
        "type": "string",
        "description": "gcp, azure, aws, sandbox, or own with ownPrices",
        "required": true
      },
      {
        "name": "region",
        "type": "string",
        "description": "",
        "required": true
      },
      {
        "name": "concurrentLimit",
        "type": "integer",
        "description": "Servers that may run at once",
        "required": false
      },
      {
        "name": "placeholders",
        "type": "integer",
        "description": "Seats kept warm",
        "required": false
      },
      {
        "name": "scheduling",
        "type": "string",
        "description": "packed: the fullest node first, as JupyterHub's user scheduler does",
        "required": false,
        "values": [
          "packed",
          "spread"
        ]
      },
      {
        "name": "scaleDownMinutes",
        "type": "number",
        "description": "How long the autoscaler keeps a node that nobody needs; 10 where it is not said",
        "required": false
      },
      {
        "name": "nodeStartMinutes",
        "type": "number",
        "description": "How long a new node takes until a server runs on it; 6 where it is not said",
        "required": false
      },
      {
        "name": "loadBalancers",
        "type": "integer",
        "description": "",
        "required": false
      },
      {
        "name": "addresses",
        "type": "integer",
        "description": "",
        "required": false
      },
      {
        "name": "controlPlane",
        "type": "string",
        "description": "Tier; null: no fee",
        "required": false,
        "nullable": true
      },
      {
        "name": "controlPlaneCredit",
        "type": "boolean",
        "description": "The provider's monthly credit for one cluster per billing account is had for this one",
        "required": false
      },
      {
        "name": "sharedByHubs",
        "type": "integer",
        "description": "Hubs that share the control plane, the core nodes and the load balancers",
        "required": false
      },
      {
        "name": "hubDiskGiB",
        "type": "number",
        "description": "",
        "required": false
      },
      {
        "name": "egressGiB",
        "type": "number",
        "description": "Per month",
        "required": false
      },
      {
        "name": "hoursPerMonth",
        "type": "number",
        "description": "730 where it is not said",
        "required": false
      },
      {
        "name": "discount",
        "type": "number",
        "description": "Taken off the on-demand price of nodes",
        "required": false
      },
      {
        "name": "sustainedUse",
        "type": "boolean",
        "description": "Apply the provider's sustained-use discount",
        "required": false
      },
      {
        "name": "months",
        "type": "integer",
        "description": "Also say what so many months cost",
        "required": false
      },
      {
        "name": "method",
        "type": "string",
        "description": "simulation: what each person does is played with a seed; slower",
        "required": false,
        "values": [
          "closed-form",
          "simulation"
        ]
      },
      {
        "name": "seed",
        "type": "integer",
        "description": "Of a simulation; the same again for the same seed",
        "required": false
      }
    ],
    "fields": {
      "provider": "string",
      "region": "string",
      "users": "list",
      "userPools": "list",
      "corePool.machine": "string",
      "corePool.count": "integer",
      "corePool.bootDisk.gib": "number",
      "corePool.bootDisk.storageClass": "string",
      "mode.kind": "string",
      "mode.nodes": "integer",
      "mode.peakUsers": "integer",
      "mode.headroom": "number",
      "pattern.like": "list",
      "pattern.peakConcurrent": "number",
      "pattern.activeHoursPerWeek": "number",
      "pattern.classes": "list",
      "pattern.selfPaced.sessionsPerDay": "number",
      "pattern.selfPaced.sessionHours": "number",
      "pattern.selfPaced.from": "number",
      "pattern.selfPaced.until": "number",
      "pattern.selfPaced.days": "list",
      "pattern.selfPaced.weeks": "list",
      "pattern.activity": "list",
      "calendar.weeks": "integer",
      "calendar.from": "string",
      "calendar.to": "string",
      "calendar.timeZone": "string",
      "calendar.breaks": "list",
      "calendar.breakWeeks": "list",
      "culling.timeoutSeconds": "integer",
      "culling.everySeconds": "integer",
      "culling.maxAgeSeconds": "integer",
      "concurrentLimit": "integer",
      "placeholders": "integer",
      "scheduling": "string",
      "scaleDownMinutes": "number",
      "nodeStartMinutes": "number",
      "loadBalancers": "integer",
      "addresses": "integer",
      "controlPlane": "string",
      "controlPlaneCredit": "boolean",
      "sharedByHubs": "integer",
      "hubDiskGiB": "number",
      "egressGiB": "number",
      "hoursPerMonth": "number",
      "discount": "number",
      "sustainedUse": "boolean",
      "months": "integer",
      "extras": "list",
      "ownPrices.machines": "list",
      "ownPrices.nodeHour": "number",
      "ownPrices.vcpuHour": "number",
      "ownPrices.gibHour": "number",
      "ownPrices.disks": "list",
      "ownPrices.loadBalancerHour": "number",
      "ownPrices.addressHour": "number",
      "ownPrices.controlPlaneHour": "number",
      "ownPrices.egressGiB": "number",
      "method": "string",
      "seed": "integer"
    },
    "secrets": [],
    "files": {
      "png": {
        "path": "/v1/estimates.png",
        "flags": [
          {
            "name": "width",
            "type": "integer",
            "description": "In pixels; a PNG has twice as many",
            "required": false
          },
          {
            "name": "height",
            "type": "integer",
            "description": "In pixels; a PNG has twice as many",
            "required": false
          },
          {
            "name": "theme",
            "type": "string",
            "description": "Whether it will stand on something light or dark",
            "required": false,
            "values": [
              "light",
              "dark"
            ]
          },
          {
            "name": "measure",
            "type": "string",
            "description": "What is drawn: the cost of a month by component, or the busiest week",
            "required": false,
            "values": [
              "cost",
              "nodes",
              "servers"
            ]
          }
        ]
      },
      "svg": {
        "path": "/v1/estimates.svg",
        "flags": [
          {
            "name": "width",
            "type": "integer",
            "description": "In pixels; a PNG has twice as many",
            "required": false
          },
          {
            "name": "height",
            "type": "integer",
            "description": "In pixels; a PNG has twice as many",
            "required": false
          },
          {
            "name": "theme",
            "type": "string",
            "description": "Whether it will stand on something light or dark",
            "required": false,
            "values": [
              "light",
              "dark"
            ]
          },
          {
            "name": "measure",
            "type": "string",
            "description": "What is drawn: the cost of a month by component, or the busiest week",
            "required": false,
            "values": [
              "cost",
              "nodes",
              "servers"
            ]
          }
        ]
      }
    }
  },
  {
    "id": "signingKeyList",
    "noun": "signingKey",
    "plural": "signingKeys",
    "verb": "list",
    "summary": "The keys that sign tokens for clouds, the newest first",
    "description": "There are two or three at most; none before the first token.",
    "method": "GET",
    "path": "/v1/signing-keys",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "signingKeyCreate",
    "noun": "signingKey",
    "plural": "signingKeys",
    "verb": "create",
    "summary": "Rotate the keys that sign tokens for clouds, before it is due",
    "description": "The new key is published at once and signs later, so that clouds know it by then; the one before stays published for a day after that, and its tokens hold to their end. By itself this happens every month.",
    "method": "POST",
    "path": "/v1/signing-keys",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": "body",
    "flags": [
      {
        "name": "signsAfterSeconds",
        "type": "integer",
        "description": "When it begins to sign, in seconds from now. Servers tell of a new key within 5 minutes, and clouds keep what they fetched for up to a day: with less, a cloud may refuse tokens until it fetches again",
        "required": false
      }
    ],
    "fields": {
      "signsAfterSeconds": "integer"
    },
    "secrets": []
  },
  {
    "id": "signingKeyGet",
    "noun": "signingKey",
    "plural": "signingKeys",
    "verb": "get",
    "summary": "A key that signs tokens for clouds",
    "description": "",
    "method": "GET",
    "path": "/v1/signing-keys/{signingKey}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "signingKey"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "signingKeyDelete",
    "noun": "signingKey",
    "plural": "signingKeys",
    "verb": "delete",
    "summary": "Take a key away from the public keys before its time",
    "description": "For one that somebody else may have: make another first, and delete this one when that signs. Servers stop telling of it within 5 minutes; a cloud believes it for as long as it keeps what it fetched.",
    "method": "DELETE",
    "path": "/v1/signing-keys/{signingKey}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "signingKey"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "tenantList",
    "noun": "tenant",
    "plural": "tenants",
    "verb": "list",
    "summary": "The tenants that the key may see",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": "query",
    "flags": [
      {
        "name": "managedBy",
        "type": "string",
        "description": "Only what this set of files made",
        "required": false
      }
    ],
    "fields": {
      "managedBy": "string"
    },
    "secrets": []
  },
  {
    "id": "tenantCreate",
    "noun": "tenant",
    "plural": "tenants",
    "verb": "create",
    "summary": "Make a tenant",
    "description": "",
    "method": "POST",
    "path": "/v1/tenants",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [],
    "input": "body",
    "flags": [
      {
        "name": "name",
        "type": "string",
        "description": "A DNS label: lower-case letters, digits and hyphens, at most 63",
        "required": true
      },
      {
        "name": "displayName",
        "type": "string",
        "description": "",
        "required": false
      },
      {
        "name": "sandbox",
        "type": "boolean",
        "description": "For trying: sandbox clusters and a virtual clock",
        "required": false
      },
      {
        "name": "managedBy",
        "type": "string",
        "description": "The set of files that it was made by, as `hubfleet apply` names it",
        "required": false
      }
    ],
    "fields": {
      "name": "string",
      "displayName": "string",
      "sandbox": "boolean",
      "policy.allow.extraConfig": "boolean",
      "policy.allow.extraFiles": "boolean",
      "policy.allow.initContainers": "boolean",
      "policy.allow.extraContainers": "boolean",
      "policy.allow.extraPodConfig": "boolean",
      "policy.allow.hostPath": "boolean",
      "policy.allow.privileged": "boolean",
      "policy.allow.extraRoles": "boolean",
      "policy.allow.extraServices": "boolean",
      "policy.allow.serviceAccounts": "boolean",
      "policy.allow.network": "boolean",
      "policy.allow.placement": "boolean",
      "policy.allow.imageBuilds": "boolean",
      "policy.allow.clusterScoped": "boolean",
      "policy.approval.monthlyDifference": "number",
      "policy.approval.monthlyTotal": "number",
      "policy.approval.disconnects": "integer",
      "policy.maxSeats": "integer",
      "policy.allowedImages": "list",
      "managedBy": "string"
    },
    "secrets": []
  },
  {
    "id": "tenantGet",
    "noun": "tenant",
    "plural": "tenants",
    "verb": "get",
    "summary": "A tenant",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "tenantUpdate",
    "noun": "tenant",
    "plural": "tenants",
    "verb": "update",
    "summary": "Change a tenant",
    "description": "Admins of a tenant change its `finance` and `privacy`; all else platform admins.",
    "method": "PATCH",
    "path": "/v1/tenants/{tenant}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant"
    ],
    "input": "body",
    "flags": [
      {
        "name": "displayName",
        "type": "string",
        "description": "",
        "required": false
      },
      {
        "name": "managedBy",
        "type": "string",
        "description": "The set of files that it was made by, as `hubfleet apply` names it",
        "required": false
      }
    ],
    "fields": {
      "displayName": "string",
      "policy.allow.extraConfig": "boolean",
      "policy.allow.extraFiles": "boolean",
      "policy.allow.initContainers": "boolean",
      "policy.allow.extraContainers": "boolean",
      "policy.allow.extraPodConfig": "boolean",
      "policy.allow.hostPath": "boolean",
      "policy.allow.privileged": "boolean",
      "policy.allow.extraRoles": "boolean",
      "policy.allow.extraServices": "boolean",
      "policy.allow.serviceAccounts": "boolean",
      "policy.allow.network": "boolean",
      "policy.allow.placement": "boolean",
      "policy.allow.imageBuilds": "boolean",
      "policy.allow.clusterScoped": "boolean",
      "policy.approval.monthlyDifference": "number",
      "policy.approval.monthlyTotal": "number",
      "policy.approval.disconnects": "integer",
      "policy.maxSeats": "integer",
      "policy.allowedImages": "list",
      "hubDefaults.chart.version": "string",
      "hubDefaults.chart.source": "string",
      "hubDefaults.image.name": "string",
      "hubDefaults.image.tag": "string",
      "hubDefaults.image.pullPolicy": "string",
      "hubDefaults.image.pin": "boolean",
      "hubDefaults.image.digest": "string",
      "hubDefaults.imagePullSecret.registry": "string",
      "hubDefaults.imagePullSecret.username": "string",
      "hubDefaults.imagePullSecret.password": "string",
      "hubDefaults.build.image": "string",
      "hubDefaults.build.username": "string",
      "hubDefaults.build.password": "string",
      "hubDefaults.build.git.address": "string",
      "hubDefaults.build.git.username": "string",
      "hubDefaults.build.git.token": "string",
      "hubDefaults.build.memory": "string",
      "hubDefaults.build.cpu": "number",
      "hubDefaults.build.disk": "string",
      "hubDefaults.build.timeoutSeconds": "integer",
      "hubDefaults.memory.guarantee": "string",
      "hubDefaults.memory.limit": "string",
      "hubDefaults.cpu.guarantee": "number",
      "hubDefaults.cpu.limit": "number",
      "hubDefaults.gpu": "integer",
      "hubDefaults.extraResource.guarantees": "any",
      "hubDefaults.extraResource.limits": "any",
      "hubDefaults.profiles": "list",
      "hubDefaults.scheduling.userPods.matchNodePurpose": "string",
      "hubDefaults.scheduling.corePods.matchNodePurpose": "string",
      "hubDefaults.scheduling.nodeSelector": "any",
      "hubDefaults.scheduling.tolerations": "list",
      "hubDefaults.scheduling.userScheduler": "boolean",
      "hubDefaults.scheduling.concurrentSpawnLimit": "integer",
      "hubDefaults.scheduling.startTimeoutSeconds": "integer",
      "hubDefaults.storage.type": "string",
      "hubDefaults.storage.capacity": "string",
      "hubDefaults.storage.storageClass": "string",
      "hubDefaults.storage.homeMountPath": "string",
      "hubDefaults.storage.static.claim": "string",
      "hubDefaults.storage.static.nfs.server": "string",
      "hubDefaults.storage.static.nfs.path": "string",
      "hubDefaults.storage.static.nfs.mountOptions": "list",
      "hubDefaults.storage.static.subPath": "string",
      "hubDefaults.storage.shared": "list",
      "hubDefaults.database.type": "string",
      "hubDefaults.database.capacity": "string",
      "hubDefaults.database.storageClass": "string",
      "hubDefaults.database.host": "string",
      "hubDefaults.database.port": "integer",
      "hubDefaults.database.name": "string",
      "hubDefaults.database.user": "string",
      "hubDefaults.database.password": "string",
      "hubDefaults.database.options": "any",
      "hubDefaults.login.type": "string",
      "hubDefaults.login.password": "string",
      "hubDefaults.login.userPassword": "string",
      "hubDefaults.login.adminPassword": "string",
      "hubDefaults.login.clientId": "string",
      "hubDefaults.login.clientSecret": "string",
      "hubDefaults.login.callbackUrl": "string",
      "hubDefaults.login.organizations": "list",
      "hubDefaults.login.url": "string",
      "hubDefaults.login.hostedDomains": "list",
      "hubDefaults.login.stripDomain": "boolean",
      "hubDefaults.login.strippedDomains": "list",
      "hubDefaults.login.groups": "list",
      "hubDefaults.login.projects": "list",
      "hubDefaults.login.identityProviders": "list",
      "hubDefaults.login.tenantId": "string",
      "hubDefaults.login.usernameClaim": "string",
      "hubDefaults.login.identityProvider": "string",
      "hubDefaults.login.domain": "string",
      "hubDefaults.login.authorizeUrl": "string",
      "hubDefaults.login.tokenUrl": "string",
      "hubDefaults.login.userdataUrl": "string",
      "hubDefaults.login.scope": "list",
      "hubDefaults.login.groupsClaim": "string",
      "hubDefaults.login.adminGroups": "list",
      "hubDefaults.login.loginService": "string",
      "hubDefaults.login.clientIds": "list",
      "hubDefaults.login.issuer": "string",
      "hubDefaults.login.jwksUrl": "string",
      "hubDefaults.login.toolName": "string",
      "hubDefaults.login.host": "string",
      "hubDefaults.login.port": "integer",
      "hubDefaults.login.encryption": "string",
      "hubDefaults.login.verifyCertificate": "boolean",
      "hubDefaults.login.certificateAuthority": "string",
      "hubDefaults.login.bindDnTemplates": "list",
      "hubDefaults.login.searchBase": "string",
      "hubDefaults.login.userAttribute": "string",
      "hubDefaults.login.dnAttribute": "string",
      "hubDefaults.login.searchUser": "string",
      "hubDefaults.login.searchPassword": "string",
      "hubDefaults.login.searchFilter": "string",
      "hubDefaults.login.nameFromDirectory": "boolean",
      "hubDefaults.login.signup": "boolean",
      "hubDefaults.login.openSignup": "boolean",
      "hubDefaults.login.askEmail": "boolean",
      "hubDefaults.login.minimumPasswordLength": "integer",
      "hubDefaults.login.checkCommonPassword": "boolean",
      "hubDefaults.login.failedLogins": "integer",
      "hubDefaults.login.waitSeconds": "integer",
      "hubDefaults.login.createUsers": "boolean",
      "hubDefaults.login.autoLogin": "boolean",
      "hubDefaults.login.secretKey": "string",
      "hubDefaults.access.allowAll": "boolean",
      "hubDefaults.access.users": "list",
      "hubDefaults.access.admins": "list",
      "hubDefaults.access.allowExisting": "boolean",
      "hubDefaults.culling.enabled": "boolean",
      "hubDefaults.culling.timeoutSeconds": "integer",
      "hubDefaults.culling.everySeconds": "integer",
      "hubDefaults.culling.maxAgeSeconds": "integer",
      "hubDefaults.culling.users": "boolean",
      "hubDefaults.culling.adminUsers": "boolean",
      "hubDefaults.culling.removeNamedServers": "boolean",
      "hubDefaults.culling.concurrency": "integer",
      "hubDefaults.culling.kernels.timeoutSeconds": "integer",
      "hubDefaults.culling.kernels.intervalSeconds": "integer",
      "hubDefaults.culling.kernels.connected": "boolean",
      "hubDefaults.culling.kernels.busy": "boolean",
      "hubDefaults.culling.terminals.timeoutSeconds": "integer",
      "hubDefaults.culling.terminals.intervalSeconds": "integer",
      "hubDefaults.culling.shutdownSeconds": "integer",
      "hubDefaults.culling.protect.users": "list",
      "hubDefaults.culling.protect.groups": "list",
      "hubDefaults.culling.quietHours": "list",
      "hubDefaults.culling.warnAheadSeconds": "integer",
      "hubDefaults.capacity.seats": "integer",
      "hubDefaults.capacity.maxServers": "integer",
      "hubDefaults.capacity.nodes.pool": "string",
      "hubDefaults.capacity.nodes.count": "integer",
      "hubDefaults.home.contents": "string",
      "hubDefaults.home.gitRepository.url": "string",
      "hubDefaults.home.gitRepository.branch": "string",
      "hubDefaults.home.gitRepository.directory": "string",
      "hubDefaults.exposure.type": "string",
      "hubDefaults.exposure.host": "string",
      "hubDefaults.exposure.https.type": "string",
      "hubDefaults.exposure.https.contactEmail": "string",
      "hubDefaults.exposure.https.secretName": "string",
      "hubDefaults.exposure.https.certificate": "string",
      "hubDefaults.exposure.https.key": "string",
      "hubDefaults.exposure.https.issuer.name": "string",
      "hubDefaults.exposure.https.issuer.kind": "string",
      "hubDefaults.exposure.allowedRanges": "list",
      "hubDefaults.exposure.loadBalancerIP": "string",
      "hubDefaults.exposure.annotations": "any",
      "hubDefaults.exposure.className": "string",
      "hubDefaults.exposure.gateway.name": "string",
      "hubDefaults.exposure.gateway.namespace": "string",
      "hubDefaults.exposure.gateway.sectionName": "string",
      "hubDefaults.exposure.route.termination": "string",
      "hubDefaults.exposure.route.destinationCertificate": "string",
      "hubDefaults.security.cloudMetadata": "string",
      "hubDefaults.values": "any",
      "finance.timeZone": "string",
      "finance.sharedBy": "string",
      "finance.groupOrder": "list",
      "finance.terms": "list",
      "privacy.userNames": "string",
      "privacy.samplesDays": "integer",
      "privacy.hoursDays": "integer",
      "privacy.sessionsDays": "integer",
      "privacy.namesDays": "integer",
      "managedBy": "string"
    },
    "secrets": [
      "hubDefaults.imagePullSecret.password",
      "hubDefaults.build.password",
      "hubDefaults.build.git.token",
      "hubDefaults.database.password",
      "hubDefaults.login.password",
      "hubDefaults.login.userPassword",
      "hubDefaults.login.adminPassword",
      "hubDefaults.login.clientSecret",
      "hubDefaults.login.searchPassword",
      "hubDefaults.login.secretKey",
      "hubDefaults.exposure.https.key"
    ]
  },
  {
    "id": "tenantDelete",
    "noun": "tenant",
    "plural": "tenants",
    "verb": "delete",
    "summary": "Delete a tenant that has no hubs and clusters any more",
    "description": "",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "tenantAdvance",
    "noun": "tenant",
    "plural": "tenants",
    "verb": "advance",
    "summary": "Put the virtual clock of a sandbox tenant forward",
    "description": "",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/advance",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "body",
    "flags": [
      {
        "name": "seconds",
        "type": "integer",
        "description": "",
        "required": true
      }
    ],
    "fields": {
      "seconds": "integer"
    },
    "secrets": []
  },
  {
    "id": "billFileList",
    "noun": "billFile",
    "plural": "billFiles",
    "verb": "list",
    "summary": "What lies in the folder of bills, and what became of it",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/bill-files",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "billList",
    "noun": "bill",
    "plural": "bills",
    "verb": "list",
    "summary": "The bills that were loaded, the oldest first",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/bills",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "billCreate",
    "noun": "bill",
    "plural": "bills",
    "verb": "create",
    "summary": "Load a provider's bill",
    "description": "A billing export as the provider wrote it: GCP's from BigQuery (standard or detailed), an AWS Cost and Usage Report, an Azure cost export, or FOCUS; CSV, JSON lines or Parquet, also packed by gzip. Which it is, its columns tell. Days of UTC are kept by cluster, hub, component and kind of charge, and put beside what was measured. One that covers all of an earlier one, of the same accounts, replaces it wholly; the same one again changes nothing.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/bills",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "cluster",
        "type": "string",
        "description": "Whose all of it is of which no label, tag or name of a resource tells: the one cluster of an account",
        "required": false
      },
      {
        "name": "rates",
        "type": "string",
        "description": "For bills in other currencies: what one of it is in the currency of the clusters' costs",
        "required": false,
        "repeated": true
      }
    ],
    "fields": {
      "cluster": "string",
      "rates": "list"
    },
    "secrets": [],
    "takesFile": true
  },
  {
    "id": "billGet",
    "noun": "bill",
    "plural": "bills",
    "verb": "get",
    "summary": "A provider's bill",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/bills/{bill}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "bill"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "billDelete",
    "noun": "bill",
    "plural": "bills",
    "verb": "delete",
    "summary": "Take a bill away",
    "description": "What it told of clusters is no longer known as billed; what was measured stays.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/bills/{bill}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "bill"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "budgetList",
    "noun": "budget",
    "plural": "budgets",
    "verb": "list",
    "summary": "The budgets of a tenant, and how far the month is",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/budgets",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "budgetCreate",
    "noun": "budget",
    "plural": "budgets",
    "verb": "create",
    "summary": "Set what a tenant, or one hub of it, may cost in a month",
    "description": "It is looked at whenever costs are computed, each hour at least. What it does ends with the month, with a higher amount, or by an override.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/budgets",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "body",
    "flags": [
      {
        "name": "name",
        "type": "string",
        "description": "A DNS label: lower-case letters, digits and hyphens, at most 63",
        "required": true
      },
      {
        "name": "hub",
        "type": "string",
        "description": "Id or name of the hub; without it, all of the tenant",
        "required": false
      },
      {
        "name": "amount",
        "type": "string",
        "description": "For a month by the tenant's clock: a decimal above zero, at most six places",
        "required": true
      },
      {
        "name": "currency",
        "type": "string",
        "description": "Of the costs that count; others do not",
        "required": false
      },
      {
        "name": "onPlan",
        "type": "string",
        "description": "What becomes of a change of a hub that would make the month cost more than the amount",
        "required": false,
        "values": [
          "allow",
          "warn",
          "refuse"
        ]
      }
    ],
    "fields": {
      "name": "string",
      "hub": "string",
      "amount": "string",
      "currency": "string",
      "thresholds": "list",
      "onPlan": "string"
    },
    "secrets": []
  },
  {
    "id": "budgetGet",
    "noun": "budget",
    "plural": "budgets",
    "verb": "get",
    "summary": "A budget, and how far the month is",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/budgets/{budget}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "budget"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "budgetUpdate",
    "noun": "budget",
    "plural": "budgets",
    "verb": "update",
    "summary": "Change the amount of a budget, or what it does",
    "description": "It is looked at at once: what a higher amount does not call for any more is undone.",
    "method": "PATCH",
    "path": "/v1/tenants/{tenant}/budgets/{budget}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "budget"
    ],
    "input": "body",
    "flags": [
      {
        "name": "amount",
        "type": "string",
        "description": "For a month by the tenant's clock: a decimal above zero, at most six places",
        "required": false
      },
      {
        "name": "onPlan",
        "type": "string",
        "description": "What becomes of a change of a hub that would make the month cost more than the amount",
        "required": false,
        "values": [
          "allow",
          "warn",
          "refuse"
        ]
      }
    ],
    "fields": {
      "amount": "string",
      "thresholds": "list",
      "onPlan": "string"
    },
    "secrets": []
  },
  {
    "id": "budgetDelete",
    "noun": "budget",
    "plural": "budgets",
    "verb": "delete",
    "summary": "Delete a budget",
    "description": "Servers that it froze may start again. Hubs that it stopped stay so until somebody starts them.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/budgets/{budget}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "budget"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "budgetOverride",
    "noun": "budget",
    "plural": "budgets",
    "verb": "override",
    "summary": "Lift what a budget does, for a while and with a reason",
    "description": "Servers may start again, and what it stopped or took back is as before. It goes on to tell. `until: null` ends an override.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/budgets/{budget}/override",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "budget"
    ],
    "input": "body",
    "flags": [
      {
        "name": "until",
        "type": "string",
        "description": "By the tenant's clock",
        "required": true,
        "nullable": true
      },
      {
        "name": "reason",
        "type": "string",
        "description": "Who reads the audit will want to know why",
        "required": true
      }
    ],
    "fields": {
      "until": "string",
      "reason": "string"
    },
    "secrets": []
  },
  {
    "id": "clusterList",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "list",
    "summary": "The clusters of a tenant, and those that a grant lets it use",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/clusters",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "managedBy",
        "type": "string",
        "description": "Only what this set of files made",
        "required": false
      }
    ],
    "fields": {
      "managedBy": "string"
    },
    "secrets": []
  },
  {
    "id": "clusterCreate",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "create",
    "summary": "Make a managed cluster, or register one that exists",
    "description": "One in a cloud needs a credential for it. A registered one needs a kubeconfig with a token or client certificate inside: `hubfleet cluster register` makes it on your machine.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/clusters",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "body",
    "flags": [
      {
        "name": "name",
        "type": "string",
        "description": "A DNS label: lower-case letters, digits and hyphens, at most 63",
        "required": true
      },
      {
        "name": "provider",
        "type": "string",
        "description": "gke, aks, eks: made by Hubfleet in a cloud; sandbox: made too, and simulated; kubernetes: any that exists, and openshift: any OpenShift, ROSA and ARO too, registered by its kubeconfig",
        "required": true,
        "values": [
          "sandbox",
          "kubernetes",
          "openshift",
          "gke",
          "aks",
          "eks"
        ]
      },
      {
        "name": "credential",
        "type": "string",
        "description": "Id or name of the credential for the cloud. Without it the only one that the tenant has for it",
        "required": false
      },
      {
        "name": "region",
        "type": "string",
        "description": "",
        "required": false
      },
      {
        "name": "zone",
        "type": "string",
        "description": "All nodes and disks are in this one zone: cheaper, and no server waits for a disk in another. Default: several of the region",
        "required": false
      },
      {
        "name": "kubernetesVersion",
        "type": "string",
        "description": "`1.34`, or as exact as the provider takes it",
        "required": false
      },
      {
        "name": "channel",
        "type": "string",
        "description": "How soon the provider brings new versions by itself",
        "required": false,
        "values": [
          "rapid",
          "regular",
          "stable",
          "extended"
        ]
      },
      {
        "name": "context",
        "type": "string",
        "description": "Which context of the kubeconfig, instead of its current one",
        "required": false
      },
      {
        "name": "billingAccount",
        "type": "string",
        "description": "Who pays for it, as the cloud names it. Of the zonal GKE clusters of one account the oldest has its monthly free credit; without an account none is counted",
        "required": false
      },
      {
        "name": "managedBy",
        "type": "string",
        "description": "The set of files that it was made by, as `hubfleet apply` names it",
        "required": false
      }
    ],
    "fields": {
      "name": "string",
      "provider": "string",
      "credential": "string",
      "region": "string",
      "zone": "string",
      "kubernetesVersion": "string",
      "channel": "string",
      "pools": "list",
      "kubeconfig": "string",
      "context": "string",
      "hubDefaults.chart.version": "string",
      "hubDefaults.chart.source": "string",
      "hubDefaults.image.name": "string",
      "hubDefaults.image.tag": "string",
      "hubDefaults.image.pullPolicy": "string",
      "hubDefaults.image.pin": "boolean",
      "hubDefaults.image.digest": "string",
      "hubDefaults.imagePullSecret.registry": "string",
      "hubDefaults.imagePullSecret.username": "string",
      "hubDefaults.imagePullSecret.password": "string",
      "hubDefaults.build.image": "string",
      "hubDefaults.build.username": "string",
      "hubDefaults.build.password": "string",
      "hubDefaults.build.git.address": "string",
      "hubDefaults.build.git.username": "string",
      "hubDefaults.build.git.token": "string",
      "hubDefaults.build.memory": "string",
      "hubDefaults.build.cpu": "number",
      "hubDefaults.build.disk": "string",
      "hubDefaults.build.timeoutSeconds": "integer",
      "hubDefaults.memory.guarantee": "string",
      "hubDefaults.memory.limit": "string",
      "hubDefaults.cpu.guarantee": "number",
      "hubDefaults.cpu.limit": "number",
      "hubDefaults.gpu": "integer",
      "hubDefaults.extraResource.guarantees": "any",
      "hubDefaults.extraResource.limits": "any",
      "hubDefaults.profiles": "list",
      "hubDefaults.scheduling.userPods.matchNodePurpose": "string",
      "hubDefaults.scheduling.corePods.matchNodePurpose": "string",
      "hubDefaults.scheduling.nodeSelector": "any",
      "hubDefaults.scheduling.tolerations": "list",
      "hubDefaults.scheduling.userScheduler": "boolean",
      "hubDefaults.scheduling.concurrentSpawnLimit": "integer",
      "hubDefaults.scheduling.startTimeoutSeconds": "integer",
      "hubDefaults.storage.type": "string",
      "hubDefaults.storage.capacity": "string",
      "hubDefaults.storage.storageClass": "string",
      "hubDefaults.storage.homeMountPath": "string",
      "hubDefaults.storage.static.claim": "string",
      "hubDefaults.storage.static.nfs.server": "string",
      "hubDefaults.storage.static.nfs.path": "string",
      "hubDefaults.storage.static.nfs.mountOptions": "list",
      "hubDefaults.storage.static.subPath": "string",
      "hubDefaults.storage.shared": "list",
      "hubDefaults.database.type": "string",
      "hubDefaults.database.capacity": "string",
      "hubDefaults.database.storageClass": "string",
      "hubDefaults.database.host": "string",
      "hubDefaults.database.port": "integer",
      "hubDefaults.database.name": "string",
      "hubDefaults.database.user": "string",
      "hubDefaults.database.password": "string",
      "hubDefaults.database.options": "any",
      "hubDefaults.login.type": "string",
      "hubDefaults.login.password": "string",
      "hubDefaults.login.userPassword": "string",
      "hubDefaults.login.adminPassword": "string",
      "hubDefaults.login.clientId": "string",
      "hubDefaults.login.clientSecret": "string",
      "hubDefaults.login.callbackUrl": "string",
      "hubDefaults.login.organizations": "list",
      "hubDefaults.login.url": "string",
      "hubDefaults.login.hostedDomains": "list",
      "hubDefaults.login.stripDomain": "boolean",
      "hubDefaults.login.strippedDomains": "list",
      "hubDefaults.login.groups": "list",
      "hubDefaults.login.projects": "list",
      "hubDefaults.login.identityProviders": "list",
      "hubDefaults.login.tenantId": "string",
      "hubDefaults.login.usernameClaim": "string",
      "hubDefaults.login.identityProvider": "string",
      "hubDefaults.login.domain": "string",
      "hubDefaults.login.authorizeUrl": "string",
      "hubDefaults.login.tokenUrl": "string",
      "hubDefaults.login.userdataUrl": "string",
      "hubDefaults.login.scope": "list",
      "hubDefaults.login.groupsClaim": "string",
      "hubDefaults.login.adminGroups": "list",
      "hubDefaults.login.loginService": "string",
      "hubDefaults.login.clientIds": "list",
      "hubDefaults.login.issuer": "string",
      "hubDefaults.login.jwksUrl": "string",
      "hubDefaults.login.toolName": "string",
      "hubDefaults.login.host": "string",
      "hubDefaults.login.port": "integer",
      "hubDefaults.login.encryption": "string",
      "hubDefaults.login.verifyCertificate": "boolean",
      "hubDefaults.login.certificateAuthority": "string",
      "hubDefaults.login.bindDnTemplates": "list",
      "hubDefaults.login.searchBase": "string",
      "hubDefaults.login.userAttribute": "string",
      "hubDefaults.login.dnAttribute": "string",
      "hubDefaults.login.searchUser": "string",
      "hubDefaults.login.searchPassword": "string",
      "hubDefaults.login.searchFilter": "string",
      "hubDefaults.login.nameFromDirectory": "boolean",
      "hubDefaults.login.signup": "boolean",
      "hubDefaults.login.openSignup": "boolean",
      "hubDefaults.login.askEmail": "boolean",
      "hubDefaults.login.minimumPasswordLength": "integer",
      "hubDefaults.login.checkCommonPassword": "boolean",
      "hubDefaults.login.failedLogins": "integer",
      "hubDefaults.login.waitSeconds": "integer",
      "hubDefaults.login.createUsers": "boolean",
      "hubDefaults.login.autoLogin": "boolean",
      "hubDefaults.login.secretKey": "string",
      "hubDefaults.access.allowAll": "boolean",
      "hubDefaults.access.users": "list",
      "hubDefaults.access.admins": "list",
      "hubDefaults.access.allowExisting": "boolean",
      "hubDefaults.culling.enabled": "boolean",
      "hubDefaults.culling.timeoutSeconds": "integer",
      "hubDefaults.culling.everySeconds": "integer",
      "hubDefaults.culling.maxAgeSeconds": "integer",
      "hubDefaults.culling.users": "boolean",
      "hubDefaults.culling.adminUsers": "boolean",
      "hubDefaults.culling.removeNamedServers": "boolean",
      "hubDefaults.culling.concurrency": "integer",
      "hubDefaults.culling.kernels.timeoutSeconds": "integer",
      "hubDefaults.culling.kernels.intervalSeconds": "integer",
      "hubDefaults.culling.kernels.connected": "boolean",
      "hubDefaults.culling.kernels.busy": "boolean",
      "hubDefaults.culling.terminals.timeoutSeconds": "integer",
      "hubDefaults.culling.terminals.intervalSeconds": "integer",
      "hubDefaults.culling.shutdownSeconds": "integer",
      "hubDefaults.culling.protect.users": "list",
      "hubDefaults.culling.protect.groups": "list",
      "hubDefaults.culling.quietHours": "list",
      "hubDefaults.culling.warnAheadSeconds": "integer",
      "hubDefaults.capacity.seats": "integer",
      "hubDefaults.capacity.maxServers": "integer",
      "hubDefaults.capacity.nodes.pool": "string",
      "hubDefaults.capacity.nodes.count": "integer",
      "hubDefaults.home.contents": "string",
      "hubDefaults.home.gitRepository.url": "string",
      "hubDefaults.home.gitRepository.branch": "string",
      "hubDefaults.home.gitRepository.directory": "string",
      "hubDefaults.exposure.type": "string",
      "hubDefaults.exposure.host": "string",
      "hubDefaults.exposure.https.type": "string",
      "hubDefaults.exposure.https.contactEmail": "string",
      "hubDefaults.exposure.https.secretName": "string",
      "hubDefaults.exposure.https.certificate": "string",
      "hubDefaults.exposure.https.key": "string",
      "hubDefaults.exposure.https.issuer.name": "string",
      "hubDefaults.exposure.https.issuer.kind": "string",
      "hubDefaults.exposure.allowedRanges": "list",
      "hubDefaults.exposure.loadBalancerIP": "string",
      "hubDefaults.exposure.annotations": "any",
      "hubDefaults.exposure.className": "string",
      "hubDefaults.exposure.gateway.name": "string",
      "hubDefaults.exposure.gateway.namespace": "string",
      "hubDefaults.exposure.gateway.sectionName": "string",
      "hubDefaults.exposure.route.termination": "string",
      "hubDefaults.exposure.route.destinationCertificate": "string",
      "hubDefaults.security.cloudMetadata": "string",
      "hubDefaults.values": "any",
      "prices": "list",
      "billingAccount": "string",
      "managedBy": "string"
    },
    "secrets": [
      "kubeconfig",
      "hubDefaults.imagePullSecret.password",
      "hubDefaults.build.password",
      "hubDefaults.build.git.token",
      "hubDefaults.database.password",
      "hubDefaults.login.password",
      "hubDefaults.login.userPassword",
      "hubDefaults.login.adminPassword",
      "hubDefaults.login.clientSecret",
      "hubDefaults.login.searchPassword",
      "hubDefaults.login.secretKey",
      "hubDefaults.exposure.https.key"
    ]
  },
  {
    "id": "clusterGet",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "get",
    "summary": "A cluster",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "clusterUpdate",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "update",
    "summary": "Change the pools or the credential of a managed cluster, what its hubs begin with, what it costs, or the kubeconfig of a registered one",
    "description": "",
    "method": "PATCH",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": "body",
    "flags": [
      {
        "name": "credential",
        "type": "string",
        "description": "Id or name of another credential for the same account; the cloud must have taken it already. What runs goes over to it within a minute",
        "required": false
      },
      {
        "name": "context",
        "type": "string",
        "description": "",
        "required": false
      },
      {
        "name": "billingAccount",
        "type": "string",
        "description": "Who pays for it, as the cloud names it. Of the zonal GKE clusters of one account the oldest has its monthly free credit; without an account none is counted",
        "required": false,
        "nullable": true
      },
      {
        "name": "managedBy",
        "type": "string",
        "description": "The set of files that it was made by, as `hubfleet apply` names it",
        "required": false
      }
    ],
    "fields": {
      "pools": "list",
      "credential": "string",
      "kubeconfig": "string",
      "context": "string",
      "hubDefaults.chart.version": "string",
      "hubDefaults.chart.source": "string",
      "hubDefaults.image.name": "string",
      "hubDefaults.image.tag": "string",
      "hubDefaults.image.pullPolicy": "string",
      "hubDefaults.image.pin": "boolean",
      "hubDefaults.image.digest": "string",
      "hubDefaults.imagePullSecret.registry": "string",
      "hubDefaults.imagePullSecret.username": "string",
      "hubDefaults.imagePullSecret.password": "string",
      "hubDefaults.build.image": "string",
      "hubDefaults.build.username": "string",
      "hubDefaults.build.password": "string",
      "hubDefaults.build.git.address": "string",
      "hubDefaults.build.git.username": "string",
      "hubDefaults.build.git.token": "string",
      "hubDefaults.build.memory": "string",
      "hubDefaults.build.cpu": "number",
      "hubDefaults.build.disk": "string",
      "hubDefaults.build.timeoutSeconds": "integer",
      "hubDefaults.memory.guarantee": "string",
      "hubDefaults.memory.limit": "string",
      "hubDefaults.cpu.guarantee": "number",
      "hubDefaults.cpu.limit": "number",
      "hubDefaults.gpu": "integer",
      "hubDefaults.extraResource.guarantees": "any",
      "hubDefaults.extraResource.limits": "any",
      "hubDefaults.profiles": "list",
      "hubDefaults.scheduling.userPods.matchNodePurpose": "string",
      "hubDefaults.scheduling.corePods.matchNodePurpose": "string",
      "hubDefaults.scheduling.nodeSelector": "any",
      "hubDefaults.scheduling.tolerations": "list",
      "hubDefaults.scheduling.userScheduler": "boolean",
      "hubDefaults.scheduling.concurrentSpawnLimit": "integer",
      "hubDefaults.scheduling.startTimeoutSeconds": "integer",
      "hubDefaults.storage.type": "string",
      "hubDefaults.storage.capacity": "string",
      "hubDefaults.storage.storageClass": "string",
      "hubDefaults.storage.homeMountPath": "string",
      "hubDefaults.storage.static.claim": "string",
      "hubDefaults.storage.static.nfs.server": "string",
      "hubDefaults.storage.static.nfs.path": "string",
      "hubDefaults.storage.static.nfs.mountOptions": "list",
      "hubDefaults.storage.static.subPath": "string",
      "hubDefaults.storage.shared": "list",
      "hubDefaults.database.type": "string",
      "hubDefaults.database.capacity": "string",
      "hubDefaults.database.storageClass": "string",
      "hubDefaults.database.host": "string",
      "hubDefaults.database.port": "integer",
      "hubDefaults.database.name": "string",
      "hubDefaults.database.user": "string",
      "hubDefaults.database.password": "string",
      "hubDefaults.database.options": "any",
      "hubDefaults.login.type": "string",
      "hubDefaults.login.password": "string",
      "hubDefaults.login.userPassword": "string",
      "hubDefaults.login.adminPassword": "string",
      "hubDefaults.login.clientId": "string",
      "hubDefaults.login.clientSecret": "string",
      "hubDefaults.login.callbackUrl": "string",
      "hubDefaults.login.organizations": "list",
      "hubDefaults.login.url": "string",
      "hubDefaults.login.hostedDomains": "list",
      "hubDefaults.login.stripDomain": "boolean",
      "hubDefaults.login.strippedDomains": "list",
      "hubDefaults.login.groups": "list",
      "hubDefaults.login.projects": "list",
      "hubDefaults.login.identityProviders": "list",
      "hubDefaults.login.tenantId": "string",
      "hubDefaults.login.usernameClaim": "string",
      "hubDefaults.login.identityProvider": "string",
      "hubDefaults.login.domain": "string",
      "hubDefaults.login.authorizeUrl": "string",
      "hubDefaults.login.tokenUrl": "string",
      "hubDefaults.login.userdataUrl": "string",
      "hubDefaults.login.scope": "list",
      "hubDefaults.login.groupsClaim": "string",
      "hubDefaults.login.adminGroups": "list",
      "hubDefaults.login.loginService": "string",
      "hubDefaults.login.clientIds": "list",
      "hubDefaults.login.issuer": "string",
      "hubDefaults.login.jwksUrl": "string",
      "hubDefaults.login.toolName": "string",
      "hubDefaults.login.host": "string",
      "hubDefaults.login.port": "integer",
      "hubDefaults.login.encryption": "string",
      "hubDefaults.login.verifyCertificate": "boolean",
      "hubDefaults.login.certificateAuthority": "string",
      "hubDefaults.login.bindDnTemplates": "list",
      "hubDefaults.login.searchBase": "string",
      "hubDefaults.login.userAttribute": "string",
      "hubDefaults.login.dnAttribute": "string",
      "hubDefaults.login.searchUser": "string",
      "hubDefaults.login.searchPassword": "string",
      "hubDefaults.login.searchFilter": "string",
      "hubDefaults.login.nameFromDirectory": "boolean",
      "hubDefaults.login.signup": "boolean",
      "hubDefaults.login.openSignup": "boolean",
      "hubDefaults.login.askEmail": "boolean",
      "hubDefaults.login.minimumPasswordLength": "integer",
      "hubDefaults.login.checkCommonPassword": "boolean",
      "hubDefaults.login.failedLogins": "integer",
      "hubDefaults.login.waitSeconds": "integer",
      "hubDefaults.login.createUsers": "boolean",
      "hubDefaults.login.autoLogin": "boolean",
      "hubDefaults.login.secretKey": "string",
      "hubDefaults.access.allowAll": "boolean",
      "hubDefaults.access.users": "list",
      "hubDefaults.access.admins": "list",
      "hubDefaults.access.allowExisting": "boolean",
      "hubDefaults.culling.enabled": "boolean",
      "hubDefaults.culling.timeoutSeconds": "integer",
      "hubDefaults.culling.everySeconds": "integer",
      "hubDefaults.culling.maxAgeSeconds": "integer",
      "hubDefaults.culling.users": "boolean",
      "hubDefaults.culling.adminUsers": "boolean",
      "hubDefaults.culling.removeNamedServers": "boolean",
      "hubDefaults.culling.concurrency": "integer",
      "hubDefaults.culling.kernels.timeoutSeconds": "integer",
      "hubDefaults.culling.kernels.intervalSeconds": "integer",
      "hubDefaults.culling.kernels.connected": "boolean",
      "hubDefaults.culling.kernels.busy": "boolean",
      "hubDefaults.culling.terminals.timeoutSeconds": "integer",
      "hubDefaults.culling.terminals.intervalSeconds": "integer",
      "hubDefaults.culling.shutdownSeconds": "integer",
      "hubDefaults.culling.protect.users": "list",
      "hubDefaults.culling.protect.groups": "list",
      "hubDefaults.culling.quietHours": "list",
      "hubDefaults.culling.warnAheadSeconds": "integer",
      "hubDefaults.capacity.seats": "integer",
      "hubDefaults.capacity.maxServers": "integer",
      "hubDefaults.capacity.nodes.pool": "string",
      "hubDefaults.capacity.nodes.count": "integer",
      "hubDefaults.home.contents": "string",
      "hubDefaults.home.gitRepository.url": "string",
      "hubDefaults.home.gitRepository.branch": "string",
      "hubDefaults.home.gitRepository.directory": "string",
      "hubDefaults.exposure.type": "string",
      "hubDefaults.exposure.host": "string",
      "hubDefaults.exposure.https.type": "string",
      "hubDefaults.exposure.https.contactEmail": "string",
      "hubDefaults.exposure.https.secretName": "string",
      "hubDefaults.exposure.https.certificate": "string",
      "hubDefaults.exposure.https.key": "string",
      "hubDefaults.exposure.https.issuer.name": "string",
      "hubDefaults.exposure.https.issuer.kind": "string",
      "hubDefaults.exposure.allowedRanges": "list",
      "hubDefaults.exposure.loadBalancerIP": "string",
      "hubDefaults.exposure.annotations": "any",
      "hubDefaults.exposure.className": "string",
      "hubDefaults.exposure.gateway.name": "string",
      "hubDefaults.exposure.gateway.namespace": "string",
      "hubDefaults.exposure.gateway.sectionName": "string",
      "hubDefaults.exposure.route.termination": "string",
      "hubDefaults.exposure.route.destinationCertificate": "string",
      "hubDefaults.security.cloudMetadata": "string",
      "hubDefaults.values": "any",
      "prices": "list",
      "billingAccount": "string",
      "managedBy": "string"
    },
    "secrets": [
      "kubeconfig",
      "hubDefaults.imagePullSecret.password",
      "hubDefaults.build.password",
      "hubDefaults.build.git.token",
      "hubDefaults.database.password",
      "hubDefaults.login.password",
      "hubDefaults.login.userPassword",
      "hubDefaults.login.adminPassword",
      "hubDefaults.login.clientSecret",
      "hubDefaults.login.searchPassword",
      "hubDefaults.login.secretKey",
      "hubDefaults.exposure.https.key"
    ]
  },
  {
    "id": "clusterDelete",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "delete",
    "summary": "Delete a managed cluster, or forget a registered one",
    "description": "Never while a hub lives in it. What a managed one has in the cloud is looked for before and after: the operation ends with a report.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": "query",
    "flags": [
      {
        "name": "disks",
        "type": "string",
        "description": "Of a managed cluster: what becomes of disks with files of people that hubs left in it. keep (the default): they stay in the cloud and are billed",
        "required": false,
        "values": [
          "keep",
          "delete"
        ]
      }
    ],
    "fields": {
      "disks": "string"
    },
    "secrets": []
  },
  {
    "id": "clusterBillables",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "billables",
    "summary": "Everything of a managed cluster that bills in its cloud",
    "description": "Asked of the cloud itself. A cluster that is deleted can be asked about by its id: nothing is there any more but what was kept on purpose.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/billables",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "clusterFit",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "fit",
    "summary": "How many users of a hub that is not there yet would fit a node",
    "description": "With the defaults of the platform and of the cluster, and those of a template, under the `spec` that is given. Keeps nothing.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/fit",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": "body",
    "flags": [],
    "fields": {
      "template.name": "string",
      "template.version": "integer",
      "template.draft.parameters": "list",
      "template.draft.spec": "any",
      "template.parameters": "any",
      "spec.chart.version": "string",
      "spec.chart.source": "string",
      "spec.image.name": "string",
      "spec.image.tag": "string",
      "spec.image.pullPolicy": "string",
      "spec.image.pin": "boolean",
      "spec.image.digest": "string",
      "spec.imagePullSecret.registry": "string",
      "spec.imagePullSecret.username": "string",
      "spec.imagePullSecret.password": "string",
      "spec.build.image": "string",
      "spec.build.username": "string",
      "spec.build.password": "string",
      "spec.build.git.address": "string",
      "spec.build.git.username": "string",
      "spec.build.git.token": "string",
      "spec.build.memory": "string",
      "spec.build.cpu": "number",
      "spec.build.disk": "string",
      "spec.build.timeoutSeconds": "integer",
      "spec.memory.guarantee": "string",
      "spec.memory.limit": "string",
      "spec.cpu.guarantee": "number",
      "spec.cpu.limit": "number",
      "spec.gpu": "integer",
      "spec.extraResource.guarantees": "any",
      "spec.extraResource.limits": "any",
      "spec.profiles": "list",
      "spec.scheduling.userPods.matchNodePurpose": "string",
      "spec.scheduling.corePods.matchNodePurpose": "string",
      "spec.scheduling.nodeSelector": "any",
      "spec.scheduling.tolerations": "list",
      "spec.scheduling.userScheduler": "boolean",
      "spec.scheduling.concurrentSpawnLimit": "integer",
      "spec.scheduling.startTimeoutSeconds": "integer",
      "spec.storage.type": "string",
      "spec.storage.capacity": "string",
      "spec.storage.storageClass": "string",
      "spec.storage.homeMountPath": "string",
      "spec.storage.static.claim": "string",
      "spec.storage.static.nfs.server": "string",
      "spec.storage.static.nfs.path": "string",
      "spec.storage.static.nfs.mountOptions": "list",
      "spec.storage.static.subPath": "string",
      "spec.storage.shared": "list",
      "spec.database.type": "string",
      "spec.database.capacity": "string",
      "spec.database.storageClass": "string",
      "spec.database.host": "string",
      "spec.database.port": "integer",
      "spec.database.name": "string",
      "spec.database.user": "string",
      "spec.database.password": "string",
      "spec.database.options": "any",
      "spec.login.type": "string",
      "spec.login.password": "string",
      "spec.login.userPassword": "string",
      "spec.login.adminPassword": "string",
      "spec.login.clientId": "string",
      "spec.login.clientSecret": "string",
      "spec.login.callbackUrl": "string",
      "spec.login.organizations": "list",
      "spec.login.url": "string",
      "spec.login.hostedDomains": "list",
      "spec.login.stripDomain": "boolean",
      "spec.login.strippedDomains": "list",
      "spec.login.groups": "list",
      "spec.login.projects": "list",
      "spec.login.identityProviders": "list",
      "spec.login.tenantId": "string",
      "spec.login.usernameClaim": "string",
      "spec.login.identityProvider": "string",
      "spec.login.domain": "string",
      "spec.login.authorizeUrl": "string",
      "spec.login.tokenUrl": "string",
      "spec.login.userdataUrl": "string",
      "spec.login.scope": "list",
      "spec.login.groupsClaim": "string",
      "spec.login.adminGroups": "list",
      "spec.login.loginService": "string",
      "spec.login.clientIds": "list",
      "spec.login.issuer": "string",
      "spec.login.jwksUrl": "string",
      "spec.login.toolName": "string",
      "spec.login.host": "string",
      "spec.login.port": "integer",
      "spec.login.encryption": "string",
      "spec.login.verifyCertificate": "boolean",
      "spec.login.certificateAuthority": "string",
      "spec.login.bindDnTemplates": "list",
      "spec.login.searchBase": "string",
      "spec.login.userAttribute": "string",
      "spec.login.dnAttribute": "string",
      "spec.login.searchUser": "string",
      "spec.login.searchPassword": "string",
      "spec.login.searchFilter": "string",
      "spec.login.nameFromDirectory": "boolean",
      "spec.login.signup": "boolean",
      "spec.login.openSignup": "boolean",
      "spec.login.askEmail": "boolean",
      "spec.login.minimumPasswordLength": "integer",
      "spec.login.checkCommonPassword": "boolean",
      "spec.login.failedLogins": "integer",
      "spec.login.waitSeconds": "integer",
      "spec.login.createUsers": "boolean",
      "spec.login.autoLogin": "boolean",
      "spec.login.secretKey": "string",
      "spec.access.allowAll": "boolean",
      "spec.access.users": "list",
      "spec.access.admins": "list",
      "spec.access.allowExisting": "boolean",
      "spec.culling.enabled": "boolean",
      "spec.culling.timeoutSeconds": "integer",
      "spec.culling.everySeconds": "integer",
      "spec.culling.maxAgeSeconds": "integer",
      "spec.culling.users": "boolean",
      "spec.culling.adminUsers": "boolean",
      "spec.culling.removeNamedServers": "boolean",
      "spec.culling.concurrency": "integer",
      "spec.culling.kernels.timeoutSeconds": "integer",
      "spec.culling.kernels.intervalSeconds": "integer",
      "spec.culling.kernels.connected": "boolean",
      "spec.culling.kernels.busy": "boolean",
      "spec.culling.terminals.timeoutSeconds": "integer",
      "spec.culling.terminals.intervalSeconds": "integer",
      "spec.culling.shutdownSeconds": "integer",
      "spec.culling.protect.users": "list",
      "spec.culling.protect.groups": "list",
      "spec.culling.quietHours": "list",
      "spec.culling.warnAheadSeconds": "integer",
      "spec.capacity.seats": "integer",
      "spec.capacity.maxServers": "integer",
      "spec.capacity.nodes.pool": "string",
      "spec.capacity.nodes.count": "integer",
      "spec.home.contents": "string",
      "spec.home.gitRepository.url": "string",
      "spec.home.gitRepository.branch": "string",
      "spec.home.gitRepository.directory": "string",
      "spec.exposure.type": "string",
      "spec.exposure.host": "string",
      "spec.exposure.https.type": "string",
      "spec.exposure.https.contactEmail": "string",
      "spec.exposure.https.secretName": "string",
      "spec.exposure.https.certificate": "string",
      "spec.exposure.https.key": "string",
      "spec.exposure.https.issuer.name": "string",
      "spec.exposure.https.issuer.kind": "string",
      "spec.exposure.allowedRanges": "list",
      "spec.exposure.loadBalancerIP": "string",
      "spec.exposure.annotations": "any",
      "spec.exposure.className": "string",
      "spec.exposure.gateway.name": "string",
      "spec.exposure.gateway.namespace": "string",
      "spec.exposure.gateway.sectionName": "string",
      "spec.exposure.route.termination": "string",
      "spec.exposure.route.destinationCertificate": "string",
      "spec.security.cloudMetadata": "string",
      "spec.values": "any"
    },
    "secrets": [
      "spec.imagePullSecret.password",
      "spec.build.password",
      "spec.build.git.token",
      "spec.database.password",
      "spec.login.password",
      "spec.login.userPassword",
      "spec.login.adminPassword",
      "spec.login.clientSecret",
      "spec.login.searchPassword",
      "spec.login.secretKey",
      "spec.exposure.https.key"
    ]
  },
  {
    "id": "grantList",
    "noun": "grant",
    "plural": "grants",
    "verb": "list",
    "summary": "Who may use a cluster",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/grants",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "grantCreate",
    "noun": "grant",
    "plural": "grants",
    "verb": "create",
    "summary": "Let another tenant place hubs on a cluster",
    "description": "",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/grants",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": "body",
    "flags": [
      {
        "name": "grantee",
        "type": "string",
        "description": "Id or name of the tenant",
        "required": true
      },
      {
        "name": "maxHubs",
        "type": "integer",
        "description": "",
        "required": false
      },
      {
        "name": "maxSeats",
        "type": "integer",
        "description": "",
        "required": false
      }
    ],
    "fields": {
      "grantee": "string",
      "maxHubs": "integer",
      "maxSeats": "integer"
    },
    "secrets": []
  },
  {
    "id": "grantGet",
    "noun": "grant",
    "plural": "grants",
    "verb": "get",
    "summary": "A grant",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/grants/{grant}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "cluster",
      "grant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "grantDelete",
    "noun": "grant",
    "plural": "grants",
    "verb": "delete",
    "summary": "Take a grant back",
    "description": "Hubs that are there stay; new ones are refused.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/grants/{grant}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "cluster",
      "grant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "clusterNodes",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "nodes",
    "summary": "The nodes of a cluster",
    "description": "Asked of the cluster itself, not older than a minute.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/nodes",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "clusterRebuild",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "rebuild",
    "summary": "Make a cluster again that somebody deleted in the cloud",
    "description": "Empty: its hubs are installed again, and what their disks held is lost but for disks that the cloud still has. A cluster that is there stays as it is.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/rebuild",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "clusterScale",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "scale",
    "summary": "Change how many nodes a pool always has",
    "description": "Up before a workshop, to zero after it. Fewer nodes push nobody out: where the cloud scales by itself, nodes go when they are empty.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/scale",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": "body",
    "flags": [
      {
        "name": "pool",
        "type": "string",
        "description": "",
        "required": true
      },
      {
        "name": "nodes",
        "type": "integer",
        "description": "Nodes that are always there; claims of hubs and the autoscaler add to them up to the pool's `max`",
        "required": true
      }
    ],
    "fields": {
      "pool": "string",
      "nodes": "integer"
    },
    "secrets": []
  },
  {
    "id": "clusterStart",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "start",
    "summary": "Give a stopped cluster its nodes back",
    "description": "",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/start",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "clusterStop",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "stop",
    "summary": "Take all nodes of a managed cluster away; what is stored stays",
    "description": "The plan says what goes on to cost money.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/stop",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "clusterUpgrade",
    "noun": "cluster",
    "plural": "clusters",
    "verb": "upgrade",
    "summary": "Bring a managed cluster to a newer version of Kubernetes",
    "description": "First the control plane, then pool by pool: nodes are replaced, and servers on them end. Control planes go one minor version at a time.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/clusters/{cluster}/upgrade",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "cluster"
    ],
    "input": "body",
    "flags": [
      {
        "name": "kubernetesVersion",
        "type": "string",
        "description": "`1.34`, or as exact as the provider takes it",
        "required": true
      }
    ],
    "fields": {
      "kubernetesVersion": "string"
    },
    "secrets": []
  },
  {
    "id": "costReport",
    "noun": "cost",
    "plural": "costs",
    "verb": "report",
    "summary": "What a tenant cost and used, by whom and by when",
    "description": "Sums what was measured, at list prices and as billed. Each currency stands for itself.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/costs",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "by",
        "type": "string",
        "description": "A series for each of these, or for each pair or triple",
        "required": false,
        "repeated": true,
        "values": [
          "tenant",
          "cluster",
          "provider",
          "region",
          "pool",
          "hub",
          "group",
          "user",
          "component"
        ]
      },
      {
        "name": "every",
        "type": "string",
        "description": "Length of the periods; without it, the whole span is one. Terms are those of the tenant",
        "required": false,
        "values": [
          "hour",
          "day",
          "week",
          "month",
          "term"
        ]
      },
      {
        "name": "from",
        "type": "string",
        "description": "First day, by the tenant's clock; of hours also a moment. Without it, the first day of this month",
        "required": false
      },
      {
        "name": "to",
        "type": "string",
        "description": "The day after the last. Without it, tomorrow",
        "required": false
      },
      {
        "name": "top",
        "type": "integer",
        "description": "So many of the first `by`, the dearest of the span; all others together are the rest",
        "required": false
      },
      {
        "name": "before",
        "type": "string",
        "description": "Totals of as long a span just before, or of the same a year before",
        "required": false,
        "values": [
          "span",
          "year"
        ]
      },
      {
        "name": "forecast",
        "type": "boolean",
        "description": "What the present month will have cost",
        "required": false
      },
      {
        "name": "tenants",
        "type": "string",
        "description": "Of the tenant `platform` only: these tenants, or `*` for all",
        "required": false,
        "repeated": true
      },
      {
        "name": "cluster",
        "type": "string",
        "description": "Only these, by id or name",
        "required": false,
        "repeated": true
      },
      {
        "name": "provider",
        "type": "string",
        "description": "Only these",
        "required": false,
        "repeated": true
      },
      {
        "name": "region",
        "type": "string",
        "description": "Only these",
        "required": false,
        "repeated": true
      },
      {
        "name": "pool",
        "type": "string",
        "description": "Only these",
        "required": false,
        "repeated": true
      },
      {
        "name": "hub",
        "type": "string",
        "description": "Only these, by id or name",
        "required": false,
        "repeated": true
      },
      {
        "name": "group",
        "type": "string",
        "description": "Only these",
        "required": false,
        "repeated": true
      },
      {
        "name": "user",
        "type": "string",
        "description": "Only these",
        "required": false,
        "repeated": true
      },
      {
        "name": "component",
        "type": "string",
        "description": "Only these",
        "required": false,
        "repeated": true
      }
    ],
    "fields": {
      "by": "list",
      "every": "string",
      "from": "string",
      "to": "string",
      "top": "integer",
      "before": "string",
      "forecast": "boolean",
      "tenants": "list",
      "cluster": "list",
      "provider": "list",
      "region": "list",
      "pool": "list",
      "hub": "list",
      "group": "list",
      "user": "list",
      "component": "list"
    },
    "secrets": [],
    "files": {
      "csv": {
        "path": "/v1/tenants/{tenant}/costs.csv",
        "flags": []
      },
      "focus.csv": {
        "path": "/v1/tenants/{tenant}/costs.focus.csv",
        "flags": [
          {
            "name": "amounts",
            "type": "string",
            "description": "What is charged: at list prices as measured, or as the provider billed it",
            "required": false,
            "values": [
              "list",
              "billed"
            ]
          },
          {
            "name": "unknown",
            "type": "string",
            "description": "Whether a file is refused in which amounts are missing that are not known, or has only those that are",
            "required": false,
            "values": [
              "refuse",
              "omit"
            ]
          }
        ]
      },
      "png": {
        "path": "/v1/tenants/{tenant}/costs.png",
        "flags": [
          {
            "name": "width",
            "type": "integer",
            "description": "In pixels; a PNG has twice as many",
            "required": false
          },
          {
            "name": "height",
            "type": "integer",
            "description": "In pixels; a PNG has twice as many",
            "required": false
          },
          {
            "name": "theme",
            "type": "string",
            "description": "Whether it will stand on something light or dark",
            "required": false,
            "values": [
              "light",
              "dark"
            ]
          },
          {
            "name": "measure",
            "type": "string",
            "description": "What is drawn",
            "required": false,
            "values": [
              "cost",
              "billed",
              "hours",
              "coreHours",
              "gibHours",
              "users",
              "servers",
              "nodes"
            ]
          },
          {
            "name": "currency",
            "type": "string",
            "description": "Where there are several; without it, that of the dearest",
            "required": false
          }
        ]
      },
      "svg": {
        "path": "/v1/tenants/{tenant}/costs.svg",
        "flags": [
          {
            "name": "width",
            "type": "integer",
            "description": "In pixels; a PNG has twice as many",
            "required": false
          },
          {
            "name": "height",
            "type": "integer",
            "description": "In pixels; a PNG has twice as many",
            "required": false
          },
          {
            "name": "theme",
            "type": "string",
            "description": "Whether it will stand on something light or dark",
            "required": false,
            "values": [
              "light",
              "dark"
            ]
          },
          {
            "name": "measure",
            "type": "string",
            "description": "What is drawn",
            "required": false,
            "values": [
              "cost",
              "billed",
              "hours",
              "coreHours",
              "gibHours",
              "users",
              "servers",
              "nodes"
            ]
          },
          {
            "name": "currency",
            "type": "string",
            "description": "Where there are several; without it, that of the dearest",
            "required": false
          }
        ]
      }
    }
  },
  {
    "id": "costReconciliation",
    "noun": "cost",
    "plural": "costs",
    "verb": "reconciliation",
    "summary": "What was measured beside what was billed, by cluster, day and component",
    "description": "Days are those of UTC, which bills have. A day of a cluster is here once a bill tells of it, and its hours are computed.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/costs/reconciliation",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "from",
        "type": "string",
        "description": "",
        "required": false
      },
      {
        "name": "to",
        "type": "string",
        "description": "The day after the last",
        "required": false
      },
      {
        "name": "cluster",
        "type": "string",
        "description": "By id or name",
        "required": false
      }
    ],
    "fields": {
      "from": "string",
      "to": "string",
      "cluster": "string"
    },
    "secrets": []
  },
  {
    "id": "credentialList",
    "noun": "credential",
    "plural": "credentials",
    "verb": "list",
    "summary": "The credentials of a tenant",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/credentials",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "cloud",
        "type": "string",
        "description": "Only those for this cloud",
        "required": false,
        "values": [
          "gcp",
          "azure",
          "aws",
          "sandbox"
        ]
      }
    ],
    "fields": {
      "cloud": "string"
    },
    "secrets": []
  },
  {
    "id": "credentialCreate",
    "noun": "credential",
    "plural": "credentials",
    "verb": "create",
    "summary": "Register how Hubfleet gets into a cloud",
    "description": "The operation succeeds when the cloud takes it and it has all permissions that a cluster needs; until then it is kept, and `credentialCheck` looks again. Its secret is never shown.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/credentials",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "body",
    "flags": [
      {
        "name": "name",
        "type": "string",
        "description": "A DNS label: lower-case letters, digits and hyphens, at most 63",
        "required": true
      }
    ],
    "fields": {
      "name": "string",
      "spec.type": "string",
      "spec.project": "string",
      "spec.endpoints": "any",
      "spec.workloadIdentityProvider": "string",
      "spec.serviceAccount": "string",
      "spec.key": "string",
      "spec.subscription": "string",
      "spec.directory": "string",
      "spec.clientId": "string",
      "spec.clientSecret": "string",
      "spec.account": "string",
      "spec.role": "string",
      "spec.accessKeyId": "string",
      "spec.secretAccessKey": "string",
      "spec.secret": "string"
    },
    "secrets": [
      "spec.key",
      "spec.clientSecret",
      "spec.secretAccessKey",
      "spec.secret"
    ]
  },
  {
    "id": "credentialGet",
    "noun": "credential",
    "plural": "credentials",
    "verb": "get",
    "summary": "A credential, without its secret",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/credentials/{credential}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "credential"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "credentialUpdate",
    "noun": "credential",
    "plural": "credentials",
    "verb": "update",
    "summary": "Replace the secret of a credential, or how it gets in",
    "description": "What is left out stays, the secret too. Its name, cloud and account stay always. Clusters go on with what it is now.",
    "method": "PATCH",
    "path": "/v1/tenants/{tenant}/credentials/{credential}",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "credential"
    ],
    "input": "body",
    "flags": [],
    "fields": {
      "spec.type": "string",
      "spec.project": "string",
      "spec.endpoints": "any",
      "spec.workloadIdentityProvider": "string",
      "spec.serviceAccount": "string",
      "spec.key": "string",
      "spec.subscription": "string",
      "spec.directory": "string",
      "spec.clientId": "string",
      "spec.clientSecret": "string",
      "spec.account": "string",
      "spec.role": "string",
      "spec.accessKeyId": "string",
      "spec.secretAccessKey": "string",
      "spec.secret": "string"
    },
    "secrets": [
      "spec.key",
      "spec.clientSecret",
      "spec.secretAccessKey",
      "spec.secret"
    ]
  },
  {
    "id": "credentialDelete",
    "noun": "credential",
    "plural": "credentials",
    "verb": "delete",
    "summary": "Forget a credential",
    "description": "Never while a cluster uses it. In the cloud nothing changes: take the key or the trust away there.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/credentials/{credential}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "credential"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "credentialCheck",
    "noun": "credential",
    "plural": "credentials",
    "verb": "check",
    "summary": "Ask the cloud again whether it takes a credential, and what it permits",
    "description": "Each is looked at daily in any case.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/credentials/{credential}/check",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "credential"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "eventList",
    "noun": "event",
    "plural": "events",
    "verb": "list",
    "summary": "What happened in a tenant, the oldest first",
    "description": "Asked for as `text/event-stream` it goes on as things happen. Events are kept for 90 days. Server-sent events; the `data` of each is the JSON described here. A comment every 15 seconds keeps the connection open. What breaks the stream off is told in a last event named `problem`.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/events",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "type",
        "type": "string",
        "description": "Types of events: hub.culled, all of a noun as budget.*, what happened to any as *.failed, or *",
        "required": false,
        "repeated": true
      },
      {
        "name": "hub",
        "type": "string",
        "description": "Only what is about this hub, by id or name",
        "required": false
      },
      {
        "name": "since",
        "type": "string",
        "description": "Only what happened from then on",
        "required": false
      }
    ],
    "fields": {
      "type": "list",
      "hub": "string",
      "since": "string"
    },
    "secrets": []
  },
  {
    "id": "eventGet",
    "noun": "event",
    "plural": "events",
    "verb": "get",
    "summary": "An event",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/events/{event}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "event"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubList",
    "noun": "hub",
    "plural": "hubs",
    "verb": "list",
    "summary": "The hubs of a tenant",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "cluster",
        "type": "string",
        "description": "Only those in this cluster",
        "required": false
      },
      {
        "name": "state",
        "type": "string",
        "description": "Only those in this state",
        "required": false
      },
      {
        "name": "managedBy",
        "type": "string",
        "description": "Only what this set of files made",
        "required": false
      }
    ],
    "fields": {
      "cluster": "string",
      "state": "string",
      "managedBy": "string"
    },
    "secrets": []
  },
  {
    "id": "hubCreate",
    "noun": "hub",
    "plural": "hubs",
    "verb": "create",
    "summary": "Make a hub",
    "description": "Fields of `spec` stand over the template, and both over the defaults of the cluster and of the platform, as these are now.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs",
    "kind": "operation",
    "plans": true,
    "savesPlans": true,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "body",
    "flags": [
      {
        "name": "name",
        "type": "string",
        "description": "Lower-case letters, digits and hyphens, at most 63, a letter or digit at both ends",
        "required": true
      },
      {
        "name": "cluster",
        "type": "string",
        "description": "Id or name of the cluster it lives in",
        "required": true
      },
      {
        "name": "managedBy",
        "type": "string",
        "description": "The set of files that it was made by, as `hubfleet apply` names it",
        "required": false
      }
    ],
    "fields": {
      "name": "string",
      "cluster": "string",
      "template.name": "string",
      "template.version": "integer",
      "template.draft.parameters": "list",
      "template.draft.spec": "any",
      "template.parameters": "any",
      "spec.chart.version": "string",
      "spec.chart.source": "string",
      "spec.image.name": "string",
      "spec.image.tag": "string",
      "spec.image.pullPolicy": "string",
      "spec.image.pin": "boolean",
      "spec.image.digest": "string",
      "spec.imagePullSecret.registry": "string",
      "spec.imagePullSecret.username": "string",
      "spec.imagePullSecret.password": "string",
      "spec.build.image": "string",
      "spec.build.username": "string",
      "spec.build.password": "string",
      "spec.build.git.address": "string",
      "spec.build.git.username": "string",
      "spec.build.git.token": "string",
      "spec.build.memory": "string",
      "spec.build.cpu": "number",
      "spec.build.disk": "string",
      "spec.build.timeoutSeconds": "integer",
      "spec.memory.guarantee": "string",
      "spec.memory.limit": "string",
      "spec.cpu.guarantee": "number",
      "spec.cpu.limit": "number",
      "spec.gpu": "integer",
      "spec.extraResource.guarantees": "any",
      "spec.extraResource.limits": "any",
      "spec.profiles": "list",
      "spec.scheduling.userPods.matchNodePurpose": "string",
      "spec.scheduling.corePods.matchNodePurpose": "string",
      "spec.scheduling.nodeSelector": "any",
      "spec.scheduling.tolerations": "list",
      "spec.scheduling.userScheduler": "boolean",
      "spec.scheduling.concurrentSpawnLimit": "integer",
      "spec.scheduling.startTimeoutSeconds": "integer",
      "spec.storage.type": "string",
      "spec.storage.capacity": "string",
      "spec.storage.storageClass": "string",
      "spec.storage.homeMountPath": "string",
      "spec.storage.static.claim": "string",
      "spec.storage.static.nfs.server": "string",
      "spec.storage.static.nfs.path": "string",
      "spec.storage.static.nfs.mountOptions": "list",
      "spec.storage.static.subPath": "string",
      "spec.storage.shared": "list",
      "spec.database.type": "string",
      "spec.database.capacity": "string",
      "spec.database.storageClass": "string",
      "spec.database.host": "string",
      "spec.database.port": "integer",
      "spec.database.name": "string",
      "spec.database.user": "string",
      "spec.database.password": "string",
      "spec.database.options": "any",
      "spec.login.type": "string",
      "spec.login.password": "string",
      "spec.login.userPassword": "string",
      "spec.login.adminPassword": "string",
      "spec.login.clientId": "string",
      "spec.login.clientSecret": "string",
      "spec.login.callbackUrl": "string",
      "spec.login.organizations": "list",
      "spec.login.url": "string",
      "spec.login.hostedDomains": "list",
      "spec.login.stripDomain": "boolean",
      "spec.login.strippedDomains": "list",
      "spec.login.groups": "list",
      "spec.login.projects": "list",
      "spec.login.identityProviders": "list",
      "spec.login.tenantId": "string",
      "spec.login.usernameClaim": "string",
      "spec.login.identityProvider": "string",
      "spec.login.domain": "string",
      "spec.login.authorizeUrl": "string",
      "spec.login.tokenUrl": "string",
      "spec.login.userdataUrl": "string",
      "spec.login.scope": "list",
      "spec.login.groupsClaim": "string",
      "spec.login.adminGroups": "list",
      "spec.login.loginService": "string",
      "spec.login.clientIds": "list",
      "spec.login.issuer": "string",
      "spec.login.jwksUrl": "string",
      "spec.login.toolName": "string",
      "spec.login.host": "string",
      "spec.login.port": "integer",
      "spec.login.encryption": "string",
      "spec.login.verifyCertificate": "boolean",
      "spec.login.certificateAuthority": "string",
      "spec.login.bindDnTemplates": "list",
      "spec.login.searchBase": "string",
      "spec.login.userAttribute": "string",
      "spec.login.dnAttribute": "string",
      "spec.login.searchUser": "string",
      "spec.login.searchPassword": "string",
      "spec.login.searchFilter": "string",
      "spec.login.nameFromDirectory": "boolean",
      "spec.login.signup": "boolean",
      "spec.login.openSignup": "boolean",
      "spec.login.askEmail": "boolean",
      "spec.login.minimumPasswordLength": "integer",
      "spec.login.checkCommonPassword": "boolean",
      "spec.login.failedLogins": "integer",
      "spec.login.waitSeconds": "integer",
      "spec.login.createUsers": "boolean",
      "spec.login.autoLogin": "boolean",
      "spec.login.secretKey": "string",
      "spec.access.allowAll": "boolean",
      "spec.access.users": "list",
      "spec.access.admins": "list",
      "spec.access.allowExisting": "boolean",
      "spec.culling.enabled": "boolean",
      "spec.culling.timeoutSeconds": "integer",
      "spec.culling.everySeconds": "integer",
      "spec.culling.maxAgeSeconds": "integer",
      "spec.culling.users": "boolean",
      "spec.culling.adminUsers": "boolean",
      "spec.culling.removeNamedServers": "boolean",
      "spec.culling.concurrency": "integer",
      "spec.culling.kernels.timeoutSeconds": "integer",
      "spec.culling.kernels.intervalSeconds": "integer",
      "spec.culling.kernels.connected": "boolean",
      "spec.culling.kernels.busy": "boolean",
      "spec.culling.terminals.timeoutSeconds": "integer",
      "spec.culling.terminals.intervalSeconds": "integer",
      "spec.culling.shutdownSeconds": "integer",
      "spec.culling.protect.users": "list",
      "spec.culling.protect.groups": "list",
      "spec.culling.quietHours": "list",
      "spec.culling.warnAheadSeconds": "integer",
      "spec.capacity.seats": "integer",
      "spec.capacity.maxServers": "integer",
      "spec.capacity.nodes.pool": "string",
      "spec.capacity.nodes.count": "integer",
      "spec.home.contents": "string",
      "spec.home.gitRepository.url": "string",
      "spec.home.gitRepository.branch": "string",
      "spec.home.gitRepository.directory": "string",
      "spec.exposure.type": "string",
      "spec.exposure.host": "string",
      "spec.exposure.https.type": "string",
      "spec.exposure.https.contactEmail": "string",
      "spec.exposure.https.secretName": "string",
      "spec.exposure.https.certificate": "string",
      "spec.exposure.https.key": "string",
      "spec.exposure.https.issuer.name": "string",
      "spec.exposure.https.issuer.kind": "string",
      "spec.exposure.allowedRanges": "list",
      "spec.exposure.loadBalancerIP": "string",
      "spec.exposure.annotations": "any",
      "spec.exposure.className": "string",
      "spec.exposure.gateway.name": "string",
      "spec.exposure.gateway.namespace": "string",
      "spec.exposure.gateway.sectionName": "string",
      "spec.exposure.route.termination": "string",
      "spec.exposure.route.destinationCertificate": "string",
      "spec.security.cloudMetadata": "string",
      "spec.values": "any",
      "managedBy": "string",
      "config": "list",
      "confirm": "list"
    },
    "secrets": [
      "spec.imagePullSecret.password",
      "spec.build.password",
      "spec.build.git.token",
      "spec.database.password",
      "spec.login.password",
      "spec.login.userPassword",
      "spec.login.adminPassword",
      "spec.login.clientSecret",
      "spec.login.searchPassword",
      "spec.login.secretKey",
      "spec.exposure.https.key"
    ]
  },
  {
    "id": "hubGet",
    "noun": "hub",
    "plural": "hubs",
    "verb": "get",
    "summary": "A hub",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubUpdate",
    "noun": "hub",
    "plural": "hubs",
    "verb": "update",
    "summary": "Change the configuration of a hub",
    "description": "A JSON merge patch (RFC 7396) of what the hub itself sets: null gives a field back to the template and the defaults below; raw `values` are replaced whole. A `config` replaces the raw values and the fields that it names; other fields stay.",
    "method": "PATCH",
    "path": "/v1/tenants/{tenant}/hubs/{hub}",
    "kind": "operation",
    "plans": true,
    "savesPlans": true,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "managedBy",
        "type": "string",
        "description": "The set of files that says this: `spec` and `template` are then all that the files say, and what they said before and say no more goes back to the layers below",
        "required": false
      }
    ],
    "fields": {
      "spec.chart.version": "string",
      "spec.chart.source": "string",
      "spec.image.name": "string",
      "spec.image.tag": "string",
      "spec.image.pullPolicy": "string",
      "spec.image.pin": "boolean",
      "spec.image.digest": "string",
      "spec.imagePullSecret.registry": "string",
      "spec.imagePullSecret.username": "string",
      "spec.imagePullSecret.password": "string",
      "spec.build.image": "string",
      "spec.build.username": "string",
      "spec.build.password": "string",
      "spec.build.git.address": "string",
      "spec.build.git.username": "string",
      "spec.build.git.token": "string",
      "spec.build.memory": "string",
      "spec.build.cpu": "number",
      "spec.build.disk": "string",
      "spec.build.timeoutSeconds": "integer",
      "spec.memory.guarantee": "string",
      "spec.memory.limit": "string",
      "spec.cpu.guarantee": "number",
      "spec.cpu.limit": "number",
      "spec.gpu": "integer",
      "spec.extraResource.guarantees": "any",
      "spec.extraResource.limits": "any",
      "spec.profiles": "list",
      "spec.scheduling.userPods.matchNodePurpose": "string",
      "spec.scheduling.corePods.matchNodePurpose": "string",
      "spec.scheduling.nodeSelector": "any",
      "spec.scheduling.tolerations": "list",
      "spec.scheduling.userScheduler": "boolean",
      "spec.scheduling.concurrentSpawnLimit": "integer",
      "spec.scheduling.startTimeoutSeconds": "integer",
      "spec.storage.type": "string",
      "spec.storage.capacity": "string",
      "spec.storage.storageClass": "string",
      "spec.storage.homeMountPath": "string",
      "spec.storage.static.claim": "string",
      "spec.storage.static.nfs.server": "string",
      "spec.storage.static.nfs.path": "string",
      "spec.storage.static.nfs.mountOptions": "list",
      "spec.storage.static.subPath": "string",
      "spec.storage.shared": "list",
      "spec.database.type": "string",
      "spec.database.capacity": "string",
      "spec.database.storageClass": "string",
      "spec.database.host": "string",
      "spec.database.port": "integer",
      "spec.database.name": "string",
      "spec.database.user": "string",
      "spec.database.password": "string",
      "spec.database.options": "any",
      "spec.login.type": "string",
      "spec.login.password": "string",
      "spec.login.userPassword": "string",
      "spec.login.adminPassword": "string",
      "spec.login.clientId": "string",
      "spec.login.clientSecret": "string",
      "spec.login.callbackUrl": "string",
      "spec.login.organizations": "list",
      "spec.login.url": "string",
      "spec.login.hostedDomains": "list",
      "spec.login.stripDomain": "boolean",
      "spec.login.strippedDomains": "list",
      "spec.login.groups": "list",
      "spec.login.projects": "list",
      "spec.login.identityProviders": "list",
      "spec.login.tenantId": "string",
      "spec.login.usernameClaim": "string",
      "spec.login.identityProvider": "string",
      "spec.login.domain": "string",
      "spec.login.authorizeUrl": "string",
      "spec.login.tokenUrl": "string",
      "spec.login.userdataUrl": "string",
      "spec.login.scope": "list",
      "spec.login.groupsClaim": "string",
      "spec.login.adminGroups": "list",
      "spec.login.loginService": "string",
      "spec.login.clientIds": "list",
      "spec.login.issuer": "string",
      "spec.login.jwksUrl": "string",
      "spec.login.toolName": "string",
      "spec.login.host": "string",
      "spec.login.port": "integer",
      "spec.login.encryption": "string",
      "spec.login.verifyCertificate": "boolean",
      "spec.login.certificateAuthority": "string",
      "spec.login.bindDnTemplates": "list",
      "spec.login.searchBase": "string",
      "spec.login.userAttribute": "string",
      "spec.login.dnAttribute": "string",
      "spec.login.searchUser": "string",
      "spec.login.searchPassword": "string",
      "spec.login.searchFilter": "string",
      "spec.login.nameFromDirectory": "boolean",
      "spec.login.signup": "boolean",
      "spec.login.openSignup": "boolean",
      "spec.login.askEmail": "boolean",
      "spec.login.minimumPasswordLength": "integer",
      "spec.login.checkCommonPassword": "boolean",
      "spec.login.failedLogins": "integer",
      "spec.login.waitSeconds": "integer",
      "spec.login.createUsers": "boolean",
      "spec.login.autoLogin": "boolean",
      "spec.login.secretKey": "string",
      "spec.access.allowAll": "boolean",
      "spec.access.users": "list",
      "spec.access.admins": "list",
      "spec.access.allowExisting": "boolean",
      "spec.culling.enabled": "boolean",
      "spec.culling.timeoutSeconds": "integer",
      "spec.culling.everySeconds": "integer",
      "spec.culling.maxAgeSeconds": "integer",
      "spec.culling.users": "boolean",
      "spec.culling.adminUsers": "boolean",
      "spec.culling.removeNamedServers": "boolean",
      "spec.culling.concurrency": "integer",
      "spec.culling.kernels.timeoutSeconds": "integer",
      "spec.culling.kernels.intervalSeconds": "integer",
      "spec.culling.kernels.connected": "boolean",
      "spec.culling.kernels.busy": "boolean",
      "spec.culling.terminals.timeoutSeconds": "integer",
      "spec.culling.terminals.intervalSeconds": "integer",
      "spec.culling.shutdownSeconds": "integer",
      "spec.culling.protect.users": "list",
      "spec.culling.protect.groups": "list",
      "spec.culling.quietHours": "list",
      "spec.culling.warnAheadSeconds": "integer",
      "spec.capacity.seats": "integer",
      "spec.capacity.maxServers": "integer",
      "spec.capacity.nodes.pool": "string",
      "spec.capacity.nodes.count": "integer",
      "spec.home.contents": "string",
      "spec.home.gitRepository.url": "string",
      "spec.home.gitRepository.branch": "string",
      "spec.home.gitRepository.directory": "string",
      "spec.exposure.type": "string",
      "spec.exposure.host": "string",
      "spec.exposure.https.type": "string",
      "spec.exposure.https.contactEmail": "string",
      "spec.exposure.https.secretName": "string",
      "spec.exposure.https.certificate": "string",
      "spec.exposure.https.key": "string",
      "spec.exposure.https.issuer.name": "string",
      "spec.exposure.https.issuer.kind": "string",
      "spec.exposure.allowedRanges": "list",
      "spec.exposure.loadBalancerIP": "string",
      "spec.exposure.annotations": "any",
      "spec.exposure.className": "string",
      "spec.exposure.gateway.name": "string",
      "spec.exposure.gateway.namespace": "string",
      "spec.exposure.gateway.sectionName": "string",
      "spec.exposure.route.termination": "string",
      "spec.exposure.route.destinationCertificate": "string",
      "spec.security.cloudMetadata": "string",
      "spec.values": "any",
      "template.name": "string",
      "template.version": "integer",
      "template.draft.parameters": "list",
      "template.draft.spec": "any",
      "template.parameters": "any",
      "managedBy": "string",
      "config": "list",
      "confirm": "list"
    },
    "secrets": [
      "spec.imagePullSecret.password",
      "spec.build.password",
      "spec.build.git.token",
      "spec.database.password",
      "spec.login.password",
      "spec.login.userPassword",
      "spec.login.adminPassword",
      "spec.login.clientSecret",
      "spec.login.searchPassword",
      "spec.login.secretKey",
      "spec.exposure.https.key"
    ]
  },
  {
    "id": "hubDelete",
    "noun": "hub",
    "plural": "hubs",
    "verb": "delete",
    "summary": "Delete a hub and show that nothing is left",
    "description": "Ends with a teardown report. It says what happens to the homes and never guesses.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/hubs/{hub}",
    "kind": "operation",
    "plans": true,
    "savesPlans": true,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "query",
    "flags": [
      {
        "name": "homes",
        "type": "string",
        "description": "keep: disks stay and are billed; delete: people's files are lost",
        "required": false,
        "values": [
          "keep",
          "delete"
        ]
      }
    ],
    "fields": {
      "homes": "string"
    },
    "secrets": []
  },
  {
    "id": "hubBuildWorkflow",
    "noun": "hub",
    "plural": "hubs",
    "verb": "buildWorkflow",
    "summary": "A CI workflow file that builds the image of a hub outside of its cluster",
    "description": "For a cluster that takes no builds: put it into the repository, and the secrets that it names into the CI system.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/build-workflow",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "query",
    "flags": [
      {
        "name": "ci",
        "type": "string",
        "description": "Whose workflow file",
        "required": false,
        "values": [
          "github",
          "gitlab"
        ]
      },
      {
        "name": "image",
        "type": "string",
        "description": "Where it is pushed; default: build.image of the hub",
        "required": false
      },
      {
        "name": "branch",
        "type": "string",
        "description": "Of which each commit is built",
        "required": false
      },
      {
        "name": "serverAddress",
        "type": "string",
        "description": "The address of this server, as the CI system reaches it",
        "required": false
      }
    ],
    "fields": {
      "ci": "string",
      "image": "string",
      "branch": "string",
      "serverAddress": "string"
    },
    "secrets": []
  },
  {
    "id": "buildList",
    "noun": "build",
    "plural": "builds",
    "verb": "list",
    "summary": "The builds of a hub",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/builds",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "buildCreate",
    "noun": "build",
    "plural": "builds",
    "verb": "create",
    "summary": "Build an image from a Git repository",
    "description": "With repo2docker, in the cluster of the hub; pushed to `build.image` of its spec with the commit as tag. Where the cluster takes no builds, the answer is a CI workflow file that does the same.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/builds",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "repository",
        "type": "string",
        "description": "Its https address",
        "required": true
      },
      {
        "name": "ref",
        "type": "string",
        "description": "A branch, a tag, or a whole commit",
        "required": false
      },
      {
        "name": "roll",
        "type": "boolean",
        "description": "Then move the hub to it, as an update does",
        "required": false
      }
    ],
    "fields": {
      "repository": "string",
      "ref": "string",
      "roll": "boolean"
    },
    "secrets": []
  },
  {
    "id": "buildGet",
    "noun": "build",
    "plural": "builds",
    "verb": "get",
    "summary": "A build",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/builds/{build}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "build"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "buildCancel",
    "noun": "build",
    "plural": "builds",
    "verb": "cancel",
    "summary": "End a build",
    "description": "Its pods go; what was pushed stays in the registry.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/builds/{build}/cancel",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "build"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "buildLogs",
    "noun": "build",
    "plural": "builds",
    "verb": "logs",
    "summary": "The last lines that a build wrote",
    "description": "As it goes on, asked of the cluster itself; of a build that ended, what was kept of it.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/builds/{build}/logs",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "build"
    ],
    "input": "query",
    "flags": [
      {
        "name": "lines",
        "type": "integer",
        "description": "Of each container",
        "required": false
      }
    ],
    "fields": {
      "lines": "integer"
    },
    "secrets": []
  },
  {
    "id": "hubCost",
    "noun": "hub",
    "plural": "hubs",
    "verb": "cost",
    "summary": "What a hub is expected to cost a month, beside what it has cost so far",
    "description": "What it has cost is measured hour by hour, and told once an hour is over; `cost report` splits it by day, user and more.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/cost",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubCull",
    "noun": "hub",
    "plural": "hubs",
    "verb": "cull",
    "summary": "Stop idle servers now",
    "description": "By the rules of the hub's own culler, but for who is protected; nobody is told before. The result tells who was culled and why. Under `validateOnly` the hub is asked who would be, now and later, and nobody is.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/cull",
    "kind": "operation",
    "plans": true,
    "savesPlans": true,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "timeoutSeconds",
        "type": "integer",
        "description": "Idle for this long is unused; default: as the spec says",
        "required": false
      },
      {
        "name": "maxAgeSeconds",
        "type": "integer",
        "description": "Older servers are stopped even when used; default: as the spec says",
        "required": false
      }
    ],
    "fields": {
      "timeoutSeconds": "integer",
      "maxAgeSeconds": "integer",
      "confirm": "list"
    },
    "secrets": []
  },
  {
    "id": "hubExport",
    "noun": "hub",
    "plural": "hubs",
    "verb": "export",
    "summary": "A hub as plain files, with which helm alone makes the same hub",
    "description": "Nobody is locked in: the values of the chart, the objects that Hubfleet made beside the release, the command, and what nothing does any more without Hubfleet.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/export",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "query",
    "flags": [
      {
        "name": "secrets",
        "type": "boolean",
        "description": "With the hub's secrets; else each is masked, and helm would make another hub",
        "required": false
      }
    ],
    "fields": {
      "secrets": "boolean"
    },
    "secrets": []
  },
  {
    "id": "hubFit",
    "noun": "hub",
    "plural": "hubs",
    "verb": "fit",
    "summary": "How many users fit a node, and what binds, for each profile and kind of node",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/fit",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "groupList",
    "noun": "group",
    "plural": "groups",
    "verb": "list",
    "summary": "The groups of a hub",
    "description": "Asked of the hub itself.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/groups",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "groupCreate",
    "noun": "group",
    "plural": "groups",
    "verb": "create",
    "summary": "Make a group in a hub",
    "description": "One that is there already gets the members.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/groups",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "name",
        "type": "string",
        "description": "",
        "required": true
      },
      {
        "name": "users",
        "type": "string",
        "description": "Members from the start; they need accounts",
        "required": false,
        "repeated": true
      }
    ],
    "fields": {
      "name": "string",
      "users": "list"
    },
    "secrets": []
  },
  {
    "id": "groupGet",
    "noun": "group",
    "plural": "groups",
    "verb": "get",
    "summary": "A group of a hub, with its members",
    "description": "Asked of the hub itself.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/groups/{group}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "group"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "groupUpdate",
    "noun": "group",
    "plural": "groups",
    "verb": "update",
    "summary": "Add members to a group, or take some out",
    "description": "Profiles that are for some groups only follow at the next start of a server.",
    "method": "PATCH",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/groups/{group}",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "group"
    ],
    "input": "body",
    "flags": [
      {
        "name": "add",
        "type": "string",
        "description": "Users to add",
        "required": false,
        "repeated": true
      },
      {
        "name": "remove",
        "type": "string",
        "description": "Users to take out",
        "required": false,
        "repeated": true
      }
    ],
    "fields": {
      "add": "list",
      "remove": "list"
    },
    "secrets": []
  },
  {
    "id": "groupDelete",
    "noun": "group",
    "plural": "groups",
    "verb": "delete",
    "summary": "Delete a group",
    "description": "Its members keep their accounts.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/groups/{group}",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "group"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubImages",
    "noun": "hub",
    "plural": "hubs",
    "verb": "images",
    "summary": "The images that servers of a hub run, as their registries have them now",
    "description": "Asked of the registries themselves.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/images",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubKubeconfig",
    "noun": "hub",
    "plural": "hubs",
    "verb": "kubeconfig",
    "summary": "A kubeconfig for kubectl in the namespace of a hub, for a short time",
    "description": "The server keeps no copy and the audit says who asked. The token ends by itself, and with the hub.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/kubeconfig",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "role",
        "type": "string",
        "description": "view reads everything but Secrets; operate also deletes pods and forwards ports",
        "required": false,
        "values": [
          "view",
          "operate"
        ]
      },
      {
        "name": "minutes",
        "type": "integer",
        "description": "How long it works",
        "required": false
      }
    ],
    "fields": {
      "role": "string",
      "minutes": "integer"
    },
    "secrets": []
  },
  {
    "id": "hubLogs",
    "noun": "hub",
    "plural": "hubs",
    "verb": "logs",
    "summary": "The last lines that a part of a hub wrote",
    "description": "Asked of the cluster itself. Secrets of the hub are masked.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/logs",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "query",
    "flags": [
      {
        "name": "component",
        "type": "string",
        "description": "hub, proxy, user-scheduler, autohttps or continuous-image-puller",
        "required": false
      },
      {
        "name": "user",
        "type": "string",
        "description": "The servers of this user instead",
        "required": false
      },
      {
        "name": "lines",
        "type": "integer",
        "description": "Of each container",
        "required": false
      }
    ],
    "fields": {
      "component": "string",
      "user": "string",
      "lines": "integer"
    },
    "secrets": []
  },
  {
    "id": "hubPause",
    "noun": "hub",
    "plural": "hubs",
    "verb": "pause",
    "summary": "Leave the hub as it is: people go on working, Hubfleet changes nothing",
    "description": "",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/pause",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubPin",
    "noun": "hub",
    "plural": "hubs",
    "verb": "pin",
    "summary": "Look up what the tags of pinned images are now, and run that",
    "description": "Servers that run go on with what they have; later starts get the new image.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/pin",
    "kind": "operation",
    "plans": true,
    "savesPlans": true,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubPlan",
    "noun": "hub",
    "plural": "hubs",
    "verb": "plan",
    "summary": "Save a plan of an update",
    "description": "Finds out by a dry run in the cluster what restarts, how many people are disconnected now, and what becomes of each object; `plan apply` then does exactly that. All other changes of hubs are planned by the same calls that make them, with savePlan=true.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/plan",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "managedBy",
        "type": "string",
        "description": "The set of files that says this: `spec` and `template` are then all that the files say, and what they said before and say no more goes back to the layers below",
        "required": false
      }
    ],
    "fields": {
      "spec.chart.version": "string",
      "spec.chart.source": "string",
      "spec.image.name": "string",
      "spec.image.tag": "string",
      "spec.image.pullPolicy": "string",
      "spec.image.pin": "boolean",
      "spec.image.digest": "string",
      "spec.imagePullSecret.registry": "string",
      "spec.imagePullSecret.username": "string",
      "spec.imagePullSecret.password": "string",
      "spec.build.image": "string",
      "spec.build.username": "string",
      "spec.build.password": "string",
      "spec.build.git.address": "string",
      "spec.build.git.username": "string",
      "spec.build.git.token": "string",
      "spec.build.memory": "string",
      "spec.build.cpu": "number",
      "spec.build.disk": "string",
      "spec.build.timeoutSeconds": "integer",
      "spec.memory.guarantee": "string",
      "spec.memory.limit": "string",
      "spec.cpu.guarantee": "number",
      "spec.cpu.limit": "number",
      "spec.gpu": "integer",
      "spec.extraResource.guarantees": "any",
      "spec.extraResource.limits": "any",
      "spec.profiles": "list",
      "spec.scheduling.userPods.matchNodePurpose": "string",
      "spec.scheduling.corePods.matchNodePurpose": "string",
      "spec.scheduling.nodeSelector": "any",
      "spec.scheduling.tolerations": "list",
      "spec.scheduling.userScheduler": "boolean",
      "spec.scheduling.concurrentSpawnLimit": "integer",
      "spec.scheduling.startTimeoutSeconds": "integer",
      "spec.storage.type": "string",
      "spec.storage.capacity": "string",
      "spec.storage.storageClass": "string",
      "spec.storage.homeMountPath": "string",
      "spec.storage.static.claim": "string",
      "spec.storage.static.nfs.server": "string",
      "spec.storage.static.nfs.path": "string",
      "spec.storage.static.nfs.mountOptions": "list",
      "spec.storage.static.subPath": "string",
      "spec.storage.shared": "list",
      "spec.database.type": "string",
      "spec.database.capacity": "string",
      "spec.database.storageClass": "string",
      "spec.database.host": "string",
      "spec.database.port": "integer",
      "spec.database.name": "string",
      "spec.database.user": "string",
      "spec.database.password": "string",
      "spec.database.options": "any",
      "spec.login.type": "string",
      "spec.login.password": "string",
      "spec.login.userPassword": "string",
      "spec.login.adminPassword": "string",
      "spec.login.clientId": "string",
      "spec.login.clientSecret": "string",
      "spec.login.callbackUrl": "string",
      "spec.login.organizations": "list",
      "spec.login.url": "string",
      "spec.login.hostedDomains": "list",
      "spec.login.stripDomain": "boolean",
      "spec.login.strippedDomains": "list",
      "spec.login.groups": "list",
      "spec.login.projects": "list",
      "spec.login.identityProviders": "list",
      "spec.login.tenantId": "string",
      "spec.login.usernameClaim": "string",
      "spec.login.identityProvider": "string",
      "spec.login.domain": "string",
      "spec.login.authorizeUrl": "string",
      "spec.login.tokenUrl": "string",
      "spec.login.userdataUrl": "string",
      "spec.login.scope": "list",
      "spec.login.groupsClaim": "string",
      "spec.login.adminGroups": "list",
      "spec.login.loginService": "string",
      "spec.login.clientIds": "list",
      "spec.login.issuer": "string",
      "spec.login.jwksUrl": "string",
      "spec.login.toolName": "string",
      "spec.login.host": "string",
      "spec.login.port": "integer",
      "spec.login.encryption": "string",
      "spec.login.verifyCertificate": "boolean",
      "spec.login.certificateAuthority": "string",
      "spec.login.bindDnTemplates": "list",
      "spec.login.searchBase": "string",
      "spec.login.userAttribute": "string",
      "spec.login.dnAttribute": "string",
      "spec.login.searchUser": "string",
      "spec.login.searchPassword": "string",
      "spec.login.searchFilter": "string",
      "spec.login.nameFromDirectory": "boolean",
      "spec.login.signup": "boolean",
      "spec.login.openSignup": "boolean",
      "spec.login.askEmail": "boolean",
      "spec.login.minimumPasswordLength": "integer",
      "spec.login.checkCommonPassword": "boolean",
      "spec.login.failedLogins": "integer",
      "spec.login.waitSeconds": "integer",
      "spec.login.createUsers": "boolean",
      "spec.login.autoLogin": "boolean",
      "spec.login.secretKey": "string",
      "spec.access.allowAll": "boolean",
      "spec.access.users": "list",
      "spec.access.admins": "list",
      "spec.access.allowExisting": "boolean",
      "spec.culling.enabled": "boolean",
      "spec.culling.timeoutSeconds": "integer",
      "spec.culling.everySeconds": "integer",
      "spec.culling.maxAgeSeconds": "integer",
      "spec.culling.users": "boolean",
      "spec.culling.adminUsers": "boolean",
      "spec.culling.removeNamedServers": "boolean",
      "spec.culling.concurrency": "integer",
      "spec.culling.kernels.timeoutSeconds": "integer",
      "spec.culling.kernels.intervalSeconds": "integer",
      "spec.culling.kernels.connected": "boolean",
      "spec.culling.kernels.busy": "boolean",
      "spec.culling.terminals.timeoutSeconds": "integer",
      "spec.culling.terminals.intervalSeconds": "integer",
      "spec.culling.shutdownSeconds": "integer",
      "spec.culling.protect.users": "list",
      "spec.culling.protect.groups": "list",
      "spec.culling.quietHours": "list",
      "spec.culling.warnAheadSeconds": "integer",
      "spec.capacity.seats": "integer",
      "spec.capacity.maxServers": "integer",
      "spec.capacity.nodes.pool": "string",
      "spec.capacity.nodes.count": "integer",
      "spec.home.contents": "string",
      "spec.home.gitRepository.url": "string",
      "spec.home.gitRepository.branch": "string",
      "spec.home.gitRepository.directory": "string",
      "spec.exposure.type": "string",
      "spec.exposure.host": "string",
      "spec.exposure.https.type": "string",
      "spec.exposure.https.contactEmail": "string",
      "spec.exposure.https.secretName": "string",
      "spec.exposure.https.certificate": "string",
      "spec.exposure.https.key": "string",
      "spec.exposure.https.issuer.name": "string",
      "spec.exposure.https.issuer.kind": "string",
      "spec.exposure.allowedRanges": "list",
      "spec.exposure.loadBalancerIP": "string",
      "spec.exposure.annotations": "any",
      "spec.exposure.className": "string",
      "spec.exposure.gateway.name": "string",
      "spec.exposure.gateway.namespace": "string",
      "spec.exposure.gateway.sectionName": "string",
      "spec.exposure.route.termination": "string",
      "spec.exposure.route.destinationCertificate": "string",
      "spec.security.cloudMetadata": "string",
      "spec.values": "any",
      "template.name": "string",
      "template.version": "integer",
      "template.draft.parameters": "list",
      "template.draft.spec": "any",
      "template.parameters": "any",
      "managedBy": "string",
      "config": "list",
      "confirm": "list"
    },
    "secrets": [
      "spec.imagePullSecret.password",
      "spec.build.password",
      "spec.build.git.token",
      "spec.database.password",
      "spec.login.password",
      "spec.login.userPassword",
      "spec.login.adminPassword",
      "spec.login.clientSecret",
      "spec.login.searchPassword",
      "spec.login.secretKey",
      "spec.exposure.https.key"
    ]
  },
  {
    "id": "hubPrepull",
    "noun": "hub",
    "plural": "hubs",
    "verb": "prepull",
    "summary": "Bring images to all nodes before people need them",
    "description": "The operation tells how many nodes have them, and why another has not. Before a hub is changed to a large image, name that one: then nobody waits for it.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/prepull",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "images",
        "type": "string",
        "description": "Default: all that servers of the hub can start with",
        "required": false,
        "repeated": true
      }
    ],
    "fields": {
      "images": "list"
    },
    "secrets": []
  },
  {
    "id": "hubRebase",
    "noun": "hub",
    "plural": "hubs",
    "verb": "rebase",
    "summary": "Move a hub on to the newest platform defaults, cluster defaults and template",
    "description": "What the hub itself sets, and the parameters it gave, stay. Nothing else moves a hub on: a hub tells in `newerLayers` what became newer.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/rebase",
    "kind": "operation",
    "plans": true,
    "savesPlans": true,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "layers",
        "type": "string",
        "description": "Only these; default: all of them",
        "required": false,
        "repeated": true,
        "values": [
          "platform",
          "cluster",
          "template"
        ]
      }
    ],
    "fields": {
      "layers": "list",
      "confirm": "list"
    },
    "secrets": []
  },
  {
    "id": "hubReplay",
    "noun": "hub",
    "plural": "hubs",
    "verb": "replay",
    "summary": "What a hub would have cost under another setting, by its measured sessions",
    "description": "People are taken to do the same at the same moments. The settings as they were are replayed too, so that the model's own error is seen; without another setting, they alone.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/replay",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "query",
    "flags": [
      {
        "name": "month",
        "type": "string",
        "description": "By the tenant's clock. Without it and from, the month before this one",
        "required": false
      },
      {
        "name": "from",
        "type": "string",
        "description": "First day",
        "required": false
      },
      {
        "name": "to",
        "type": "string",
        "description": "The day after the last; without it, tomorrow",
        "required": false
      },
      {
        "name": "culling",
        "type": "boolean",
        "description": "false: idle servers are never stopped",
        "required": false
      },
      {
        "name": "timeoutSeconds",
        "type": "integer",
        "description": "Idle for this long is unused, and the server is stopped",
        "required": false
      },
      {
        "name": "everySeconds",
        "type": "integer",
        "description": "How often it is looked at",
        "required": false
      },
      {
        "name": "maxAgeSeconds",
        "type": "integer",
        "description": "Servers older than this are stopped even when used; 0 for never",
        "required": false
      },
      {
        "name": "pool",
        "type": "string",
        "description": "The user pool that machineType, spot, nodes, min and max are of; without it, all",
        "required": false
      },
      {
        "name": "machineType",
        "type": "string",
        "description": "As `hubfleet machine-type list` has it",
        "required": false
      },
      {
        "name": "spot",
        "type": "boolean",
        "description": "Nodes that the cloud may take away, at the spot price",
        "required": false
      },
      {
        "name": "nodes",
        "type": "integer",
        "description": "Always so many nodes, whoever is there",
        "required": false
      },
      {
        "name": "min",
        "type": "integer",
        "description": "Nodes that are always there; more come as they are needed",
        "required": false
      },
      {
        "name": "max",
        "type": "integer",
        "description": "There are never more nodes",
        "required": false
      },
      {
        "name": "seats",
        "type": "integer",
        "description": "Seats kept warm",
        "required": false
      }
    ],
    "fields": {
      "month": "string",
      "from": "string",
      "to": "string",
      "culling": "boolean",
      "timeoutSeconds": "integer",
      "everySeconds": "integer",
      "maxAgeSeconds": "integer",
      "pool": "string",
      "machineType": "string",
      "spot": "boolean",
      "nodes": "integer",
      "min": "integer",
      "max": "integer",
      "seats": "integer"
    },
    "secrets": []
  },
  {
    "id": "hubResume",
    "noun": "hub",
    "plural": "hubs",
    "verb": "resume",
    "summary": "Take care of a paused hub again, and try again what failed",
    "description": "",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/resume",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubScale",
    "noun": "hub",
    "plural": "hubs",
    "verb": "scale",
    "summary": "Make room for more or fewer people",
    "description": "Seats and nodes change without a restart of the hub.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/scale",
    "kind": "operation",
    "plans": true,
    "savesPlans": true,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "seats",
        "type": "integer",
        "description": "Seats kept free and warm",
        "required": false
      },
      {
        "name": "maxServers",
        "type": "integer",
        "description": "Servers that may run at once; null is no limit. A change restarts the hub",
        "required": false,
        "nullable": true
      }
    ],
    "fields": {
      "seats": "integer",
      "maxServers": "integer",
      "nodes.pool": "string",
      "nodes.count": "integer",
      "confirm": "list"
    },
    "secrets": []
  },
  {
    "id": "hubSecurity",
    "noun": "hub",
    "plural": "hubs",
    "verb": "security",
    "summary": "How secure a hub is, item by item",
    "description": "Judged by the values that are in force, raw ones too, and by what was last seen of the cluster and of the namespace.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/security",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "serverList",
    "noun": "server",
    "plural": "servers",
    "verb": "list",
    "summary": "The servers of a hub that run, start or stop",
    "description": "Asked of the hub itself. Of one user the stopped ones too.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/servers",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "query",
    "flags": [
      {
        "name": "user",
        "type": "string",
        "description": "Only those of this user, the stopped ones too",
        "required": false
      }
    ],
    "fields": {
      "user": "string"
    },
    "secrets": []
  },
  {
    "id": "serverGet",
    "noun": "server",
    "plural": "servers",
    "verb": "get",
    "summary": "A server of somebody",
    "description": "Asked of the hub itself.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/servers/{server}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "server"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "serverDelete",
    "noun": "server",
    "plural": "servers",
    "verb": "delete",
    "summary": "Forget a named server, and decide over its disk",
    "description": "A default server goes with its account only.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/servers/{server}",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "server"
    ],
    "input": "query",
    "flags": [
      {
        "name": "home",
        "type": "string",
        "description": "keep: the disk stays, is billed, and is there again for an account of the same name; delete: the files are lost",
        "required": true,
        "values": [
          "keep",
          "delete"
        ]
      }
    ],
    "fields": {
      "home": "string"
    },
    "secrets": []
  },
  {
    "id": "serverStart",
    "noun": "server",
    "plural": "servers",
    "verb": "start",
    "summary": "Start somebody's server",
    "description": "The operation shows how far the start is, and ends when the server is ready. A named server is made by its first start.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/servers/{server}/start",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "server"
    ],
    "input": "body",
    "flags": [
      {
        "name": "serverProfile",
        "type": "string",
        "description": "One of the hub's profiles; default: as the user would get without a choice",
        "required": false
      }
    ],
    "fields": {
      "serverProfile": "string"
    },
    "secrets": []
  },
  {
    "id": "serverStop",
    "noun": "server",
    "plural": "servers",
    "verb": "stop",
    "summary": "Stop somebody's server",
    "description": "Whoever works in it is disconnected; the files stay.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/servers/{server}/stop",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "server"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubStart",
    "noun": "hub",
    "plural": "hubs",
    "verb": "start",
    "summary": "Start a stopped hub again",
    "description": "",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/start",
    "kind": "operation",
    "plans": true,
    "savesPlans": true,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "hubStop",
    "noun": "hub",
    "plural": "hubs",
    "verb": "stop",
    "summary": "Stop a hub: no pods, no address; homes and accounts are kept",
    "description": "Everybody is disconnected. Disks go on costing money.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/stop",
    "kind": "operation",
    "plans": true,
    "savesPlans": true,
    "conditional": true,
    "params": [
      "tenant",
      "hub"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "userList",
    "noun": "user",
    "plural": "users",
    "verb": "list",
    "summary": "The users of a hub, with what they run and when they were active",
    "description": "Asked of the hub itself. Pages go by place: who comes or goes between two of them may be missed or seen twice.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/users",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "query",
    "flags": [
      {
        "name": "state",
        "type": "string",
        "description": "active: with a server that runs, starts or stops",
        "required": false,
        "values": [
          "active",
          "inactive"
        ]
      },
      {
        "name": "name",
        "type": "string",
        "description": "Only those with this in their name",
        "required": false
      },
      {
        "name": "sort",
        "type": "string",
        "description": "-lastActivity: who was active last comes first",
        "required": false,
        "values": [
          "name",
          "-name",
          "lastActivity",
          "-lastActivity"
        ]
      }
    ],
    "fields": {
      "state": "string",
      "name": "string",
      "sort": "string"
    },
    "secrets": []
  },
  {
    "id": "userCreate",
    "noun": "user",
    "plural": "users",
    "verb": "create",
    "summary": "Make accounts in a hub",
    "description": "Those that are there already are told and left as they are. Refused where an account alone would let nobody in.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/users",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "body",
    "flags": [
      {
        "name": "names",
        "type": "string",
        "description": "As the login names them; JupyterHub writes them in lower case",
        "required": true,
        "repeated": true
      },
      {
        "name": "admin",
        "type": "boolean",
        "description": "Make them admins, who see and stop everybody's servers",
        "required": false
      },
      {
        "name": "letIn",
        "type": "boolean",
        "description": "false makes accounts of people whom the hub does not let in yet",
        "required": false
      }
    ],
    "fields": {
      "names": "list",
      "admin": "boolean",
      "letIn": "boolean"
    },
    "secrets": []
  },
  {
    "id": "userGet",
    "noun": "user",
    "plural": "users",
    "verb": "get",
    "summary": "A user of a hub: servers, groups, disks and what those cost",
    "description": "Asked of the hub itself.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/users/{user}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "user"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "userUpdate",
    "noun": "user",
    "plural": "users",
    "verb": "update",
    "summary": "Make a user an admin of the hub, or take that back",
    "description": "Whom the spec names as admin is one again at each start of the hub, so that is changed in the spec.",
    "method": "PATCH",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/users/{user}",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "user"
    ],
    "input": "body",
    "flags": [
      {
        "name": "admin",
        "type": "boolean",
        "description": "",
        "required": true
      }
    ],
    "fields": {
      "admin": "boolean"
    },
    "secrets": []
  },
  {
    "id": "userDelete",
    "noun": "user",
    "plural": "users",
    "verb": "delete",
    "summary": "Delete an account, and decide over the home",
    "description": "Stops what the user runs. The result tells what became of the disks. The disks of an account that is gone already can be deleted in the same way.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/users/{user}",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub",
      "user"
    ],
    "input": "query",
    "flags": [
      {
        "name": "home",
        "type": "string",
        "description": "keep: the disk stays, is billed, and is there again for an account of the same name; delete: the files are lost",
        "required": true,
        "values": [
          "keep",
          "delete"
        ]
      }
    ],
    "fields": {
      "home": "string"
    },
    "secrets": []
  },
  {
    "id": "hubValues",
    "noun": "hub",
    "plural": "hubs",
    "verb": "values",
    "summary": "What is in force for a hub, and which layer decided it",
    "description": "The fields of the spec, and the values that helm gets; secrets are masked.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/values",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "query",
    "flags": [
      {
        "name": "path",
        "type": "string",
        "description": "Only what is here or below, as memory.limit or /memory/limit",
        "required": false
      }
    ],
    "fields": {
      "path": "string"
    },
    "secrets": []
  },
  {
    "id": "hubVariance",
    "noun": "hub",
    "plural": "hubs",
    "verb": "variance",
    "summary": "What a hub cost in a month beside what was expected, with the reasons for the difference",
    "description": "What was expected is kept with each change of a hub. The reasons add up to the difference, to the micro-dollar.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/hubs/{hub}/variance",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "hub"
    ],
    "input": "query",
    "flags": [
      {
        "name": "month",
        "type": "string",
        "description": "By the tenant's clock; without it, the month before this one",
        "required": false
      },
      {
        "name": "months",
        "type": "integer",
        "description": "So many, of which that is the last",
        "required": false
      }
    ],
    "fields": {
      "month": "string",
      "months": "integer"
    },
    "secrets": []
  },
  {
    "id": "keyList",
    "noun": "key",
    "plural": "keys",
    "verb": "list",
    "summary": "The keys of a tenant",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/keys",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "keyCreate",
    "noun": "key",
    "plural": "keys",
    "verb": "create",
    "summary": "Make a key; it is shown this once",
    "description": "",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/keys",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "body",
    "flags": [
      {
        "name": "name",
        "type": "string",
        "description": "",
        "required": true
      },
      {
        "name": "role",
        "type": "string",
        "description": "reader looks, operator runs hubs, admin also makes and deletes them. In the tenant `platform`: over all tenants",
        "required": true,
        "values": [
          "reader",
          "operator",
          "admin"
        ]
      },
      {
        "name": "expiresAt",
        "type": "string",
        "description": "",
        "required": false
      }
    ],
    "fields": {
      "name": "string",
      "role": "string",
      "expiresAt": "string"
    },
    "secrets": []
  },
  {
    "id": "keyGet",
    "noun": "key",
    "plural": "keys",
    "verb": "get",
    "summary": "A key, without the secret",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/keys/{key}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "key"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "keyDelete",
    "noun": "key",
    "plural": "keys",
    "verb": "delete",
    "summary": "Revoke a key",
    "description": "Servers remember a key for up to 5 seconds: so long it may still work.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/keys/{key}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "key"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "operationList",
    "noun": "operation",
    "plural": "operations",
    "verb": "list",
    "summary": "The operations of a tenant",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/operations",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "target",
        "type": "string",
        "description": "Only those of this hub or cluster, by id",
        "required": false
      },
      {
        "name": "state",
        "type": "string",
        "description": "",
        "required": false
      }
    ],
    "fields": {
      "target": "string",
      "state": "string"
    },
    "secrets": []
  },
  {
    "id": "operationGet",
    "noun": "operation",
    "plural": "operations",
    "verb": "get",
    "summary": "An operation",
    "description": "Always answers 200 with the current state; the outcome is in the body.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/operations/{operation}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "operation"
    ],
    "input": "query",
    "flags": [
      {
        "name": "wait",
        "type": "integer",
        "description": "Seconds to wait for a change of a running operation before answering",
        "required": false
      }
    ],
    "fields": {
      "wait": "integer"
    },
    "secrets": []
  },
  {
    "id": "operationCancel",
    "noun": "operation",
    "plural": "operations",
    "verb": "cancel",
    "summary": "Stop pursuing an operation",
    "description": "Nothing is rolled back: a hub is paused where it is. `resume` goes on, another update goes elsewhere (and needs a resume too), `delete` removes it.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/operations/{operation}/cancel",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "operation"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "personErase",
    "noun": "person",
    "plural": "persons",
    "verb": "erase",
    "summary": "Take the name of somebody out of all that was measured and noted",
    "description": "All amounts stay as they are. What comes late, or as long as there is an account, comes without the name. It cannot be taken back. By name, or by what reports call the person; done again, it takes what is left.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/persons/{person}/erase",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "person"
    ],
    "input": "body",
    "flags": [],
    "fields": {
      "confirm": "list"
    },
    "secrets": []
  },
  {
    "id": "personIdentify",
    "noun": "person",
    "plural": "persons",
    "verb": "identify",
    "summary": "Learn who is behind a pseudonym",
    "description": "Of one person, and the audit tells that it was asked. Given a name, it answers with the pseudonym.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/persons/{person}/identify",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "person"
    ],
    "input": "body",
    "flags": [
      {
        "name": "reason",
        "type": "string",
        "description": "Why it must be known; an event tells it",
        "required": true
      }
    ],
    "fields": {
      "reason": "string"
    },
    "secrets": []
  },
  {
    "id": "planList",
    "noun": "plan",
    "plural": "plans",
    "verb": "list",
    "summary": "The saved plans of a tenant",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/plans",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "hub",
        "type": "string",
        "description": "Only those of this hub, by its id",
        "required": false
      },
      {
        "name": "state",
        "type": "string",
        "description": "Only those in this state; expired ones have the state in which they expired",
        "required": false
      }
    ],
    "fields": {
      "hub": "string",
      "state": "string"
    },
    "secrets": []
  },
  {
    "id": "planGet",
    "noun": "plan",
    "plural": "plans",
    "verb": "get",
    "summary": "A plan: in words first, then in detail",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/plans/{plan}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "plan"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "planDelete",
    "noun": "plan",
    "plural": "plans",
    "verb": "delete",
    "summary": "Throw a plan away",
    "description": "What was applied of it stays.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/plans/{plan}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "plan"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "planApply",
    "noun": "plan",
    "plural": "plans",
    "verb": "apply",
    "summary": "Do what a plan says",
    "description": "Exactly that: where anything is no more as the plan found it, nothing happens, and the problem `plan-outdated` lists what changed. Applied again, it answers with the same operation.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/plans/{plan}/apply",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "plan"
    ],
    "input": "body",
    "flags": [],
    "fields": {
      "confirm": "list"
    },
    "secrets": []
  },
  {
    "id": "planApprove",
    "noun": "plan",
    "plural": "plans",
    "verb": "approve",
    "summary": "Let a plan beyond the tenant's limits be applied",
    "description": "By another person: not with the key that made it, nor with one that descends from the same key of the tenant.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/plans/{plan}/approve",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "plan"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "templateList",
    "noun": "template",
    "plural": "templates",
    "verb": "list",
    "summary": "The templates of a tenant, and those of the platform",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/templates",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "query",
    "flags": [
      {
        "name": "managedBy",
        "type": "string",
        "description": "Only what this set of files made",
        "required": false
      }
    ],
    "fields": {
      "managedBy": "string"
    },
    "secrets": []
  },
  {
    "id": "templateCreate",
    "noun": "template",
    "plural": "templates",
    "verb": "create",
    "summary": "Make a template",
    "description": "What hubs of one kind have in common. A template of the tenant `platform` can be used by every tenant, and the policy of a tenant is not asked about what it fixes.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/templates",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "body",
    "flags": [
      {
        "name": "name",
        "type": "string",
        "description": "A DNS label: lower-case letters, digits and hyphens, at most 63",
        "required": true
      },
      {
        "name": "description",
        "type": "string",
        "description": "",
        "required": false
      },
      {
        "name": "managedBy",
        "type": "string",
        "description": "The set of files that it was made by, as `hubfleet apply` names it",
        "required": false
      }
    ],
    "fields": {
      "name": "string",
      "description": "string",
      "parameters": "list",
      "spec": "any",
      "managedBy": "string"
    },
    "secrets": []
  },
  {
    "id": "templateGet",
    "noun": "template",
    "plural": "templates",
    "verb": "get",
    "summary": "A template",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/templates/{template}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "template"
    ],
    "input": "query",
    "flags": [
      {
        "name": "atVersion",
        "type": "integer",
        "description": "Which version of it; default: the newest",
        "required": false
      }
    ],
    "fields": {
      "atVersion": "integer"
    },
    "secrets": []
  },
  {
    "id": "templateUpdate",
    "noun": "template",
    "plural": "templates",
    "verb": "update",
    "summary": "Make the next version of a template",
    "description": "Hubs that were made from it stay as they are until `hubRebase` or a change of their template moves them on.",
    "method": "PATCH",
    "path": "/v1/tenants/{tenant}/templates/{template}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "template"
    ],
    "input": "body",
    "flags": [
      {
        "name": "description",
        "type": "string",
        "description": "",
        "required": false
      },
      {
        "name": "managedBy",
        "type": "string",
        "description": "The set of files that it was made by, as `hubfleet apply` names it",
        "required": false
      }
    ],
    "fields": {
      "description": "string",
      "parameters": "list",
      "spec": "any",
      "managedBy": "string"
    },
    "secrets": []
  },
  {
    "id": "templateDelete",
    "noun": "template",
    "plural": "templates",
    "verb": "delete",
    "summary": "Delete a template with all its versions",
    "description": "Never while a hub stands on it.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/templates/{template}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "template"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "tenantTrust",
    "noun": "tenant",
    "plural": "tenants",
    "verb": "trust",
    "summary": "What a cloud is told so that it takes the tokens that Hubfleet signs for the tenant",
    "description": "For credentials of the types `…-federation`. Clouds fetch the keys from the issuer themselves.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/trust",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "webhookList",
    "noun": "webhook",
    "plural": "webhooks",
    "verb": "list",
    "summary": "Where a tenant's events are sent",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/webhooks",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "webhookCreate",
    "noun": "webhook",
    "plural": "webhooks",
    "verb": "create",
    "summary": "Have events sent to an address, signed",
    "description": "In the Standard Webhooks format. The secret that verifies them is shown this once. An event is sent at least once, in no certain order, and again for three days while the address does not answer 2xx.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/webhooks",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant"
    ],
    "input": "body",
    "flags": [
      {
        "name": "name",
        "type": "string",
        "description": "A DNS label: lower-case letters, digits and hyphens, at most 63",
        "required": true
      },
      {
        "name": "url",
        "type": "string",
        "description": "An https address; redirects are not followed",
        "required": true
      },
      {
        "name": "events",
        "type": "string",
        "description": "Types of events: hub.culled, all of a noun as budget.*, what happened to any as *.failed, or *. The webhooks of the OpenAPI document list all types",
        "required": true,
        "repeated": true
      }
    ],
    "fields": {
      "name": "string",
      "url": "string",
      "events": "list"
    },
    "secrets": []
  },
  {
    "id": "webhookGet",
    "noun": "webhook",
    "plural": "webhooks",
    "verb": "get",
    "summary": "Where events are sent, and how that goes",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/webhooks/{webhook}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "webhook"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "webhookUpdate",
    "noun": "webhook",
    "plural": "webhooks",
    "verb": "update",
    "summary": "Change where events are sent, which, and whether",
    "description": "What happens while it is disabled is not sent later; what waited before is.",
    "method": "PATCH",
    "path": "/v1/tenants/{tenant}/webhooks/{webhook}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "webhook"
    ],
    "input": "body",
    "flags": [
      {
        "name": "url",
        "type": "string",
        "description": "An https address; redirects are not followed",
        "required": false
      },
      {
        "name": "events",
        "type": "string",
        "description": "Types of events: hub.culled, all of a noun as budget.*, what happened to any as *.failed, or *. The webhooks of the OpenAPI document list all types",
        "required": false,
        "repeated": true
      },
      {
        "name": "enabled",
        "type": "boolean",
        "description": "",
        "required": false
      }
    ],
    "fields": {
      "url": "string",
      "events": "list",
      "enabled": "boolean"
    },
    "secrets": []
  },
  {
    "id": "webhookDelete",
    "noun": "webhook",
    "plural": "webhooks",
    "verb": "delete",
    "summary": "Have events sent to an address no more",
    "description": "What waits to be sent is not sent, and its deliveries are forgotten.",
    "method": "DELETE",
    "path": "/v1/tenants/{tenant}/webhooks/{webhook}",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "webhook"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "deliveryList",
    "noun": "delivery",
    "plural": "deliveries",
    "verb": "list",
    "summary": "What was and will be sent to an address, the oldest first",
    "description": "Kept for 30 days.",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/webhooks/{webhook}/deliveries",
    "kind": "list",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "webhook"
    ],
    "input": "query",
    "flags": [
      {
        "name": "state",
        "type": "string",
        "description": "",
        "required": false,
        "values": [
          "pending",
          "succeeded",
          "failed"
        ]
      }
    ],
    "fields": {
      "state": "string"
    },
    "secrets": []
  },
  {
    "id": "deliveryGet",
    "noun": "delivery",
    "plural": "deliveries",
    "verb": "get",
    "summary": "An event on its way to an address",
    "description": "",
    "method": "GET",
    "path": "/v1/tenants/{tenant}/webhooks/{webhook}/deliveries/{delivery}",
    "kind": "answer",
    "plans": false,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "webhook",
      "delivery"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "deliveryReplay",
    "noun": "delivery",
    "plural": "deliveries",
    "verb": "replay",
    "summary": "Send an event again, with the same id",
    "description": "Whether it was taken before or given up; one that waits is sent now. It is tried as often as a new one. A receiver that had it knows it by its id.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/webhooks/{webhook}/deliveries/{delivery}/replay",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "webhook",
      "delivery"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  },
  {
    "id": "webhookRotate",
    "noun": "webhook",
    "plural": "webhooks",
    "verb": "rotate",
    "summary": "Make another secret; it is shown this once",
    "description": "For a while both secrets sign each message, so that a receiver can change over at any moment of it.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/webhooks/{webhook}/rotate",
    "kind": "answer",
    "plans": true,
    "savesPlans": false,
    "conditional": true,
    "params": [
      "tenant",
      "webhook"
    ],
    "input": "body",
    "flags": [
      {
        "name": "overlapSeconds",
        "type": "integer",
        "description": "So long the secret before signs, too; 0 where somebody else may have it",
        "required": false
      }
    ],
    "fields": {
      "overlapSeconds": "integer"
    },
    "secrets": []
  },
  {
    "id": "webhookTest",
    "noun": "webhook",
    "plural": "webhooks",
    "verb": "test",
    "summary": "Send an event of the type webhook.test to an address, once",
    "description": "The operation tells what it answered. Also while the webhook is disabled, and whichever events it is for.",
    "method": "POST",
    "path": "/v1/tenants/{tenant}/webhooks/{webhook}/test",
    "kind": "operation",
    "plans": true,
    "savesPlans": false,
    "conditional": false,
    "params": [
      "tenant",
      "webhook"
    ],
    "input": null,
    "flags": [],
    "fields": {},
    "secrets": []
  }
]
