// Generated from openapi/openapi.json by `npm run generate`; changes here are lost.

export const clusterRole = {
  "apiVersion": "rbac.authorization.k8s.io/v1",
  "kind": "ClusterRole",
  "metadata": {
    "name": "hubfleet",
    "labels": {
      "app.kubernetes.io/managed-by": "hubfleet"
    }
  },
  "rules": [
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "namespaces"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "create",
        "delete"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "services",
        "persistentvolumeclaims",
        "secrets",
        "configmaps",
        "serviceaccounts",
        "pods"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "create",
        "update",
        "patch",
        "delete",
        "deletecollection"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "pods/portforward"
      ],
      "verbs": [
        "get",
        "create"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "pods/log"
      ],
      "verbs": [
        "get"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "events"
      ],
      "verbs": [
        "get",
        "list",
        "watch"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "nodes"
      ],
      "verbs": [
        "get",
        "list",
        "watch"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "persistentvolumes"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "patch"
      ]
    },
    {
      "apiGroups": [
        "storage.k8s.io"
      ],
      "resources": [
        "storageclasses"
      ],
      "verbs": [
        "get",
        "list",
        "watch"
      ]
    },
    {
      "apiGroups": [
        "apps"
      ],
      "resources": [
        "deployments",
        "statefulsets",
        "daemonsets"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "create",
        "update",
        "patch",
        "delete",
        "deletecollection"
      ]
    },
    {
      "apiGroups": [
        "apps"
      ],
      "resources": [
        "statefulsets/scale"
      ],
      "verbs": [
        "get",
        "update",
        "patch"
      ]
    },
    {
      "apiGroups": [
        "batch"
      ],
      "resources": [
        "jobs"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "create",
        "update",
        "patch",
        "delete",
        "deletecollection"
      ]
    },
    {
      "apiGroups": [
        "policy"
      ],
      "resources": [
        "poddisruptionbudgets"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "create",
        "update",
        "patch",
        "delete",
        "deletecollection"
      ]
    },
    {
      "apiGroups": [
        "networking.k8s.io"
      ],
      "resources": [
        "networkpolicies",
        "ingresses"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "create",
        "update",
        "patch",
        "delete",
        "deletecollection"
      ]
    },
    {
      "apiGroups": [
        "gateway.networking.k8s.io"
      ],
      "resources": [
        "httproutes"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "create",
        "update",
        "patch",
        "delete",
        "deletecollection"
      ]
    },
    {
      "apiGroups": [
        "gateway.networking.k8s.io"
      ],
      "resources": [
        "gateways"
      ],
      "verbs": [
        "get",
        "list",
        "watch"
      ]
    },
    {
      "apiGroups": [
        "rbac.authorization.k8s.io"
      ],
      "resources": [
        "roles",
        "rolebindings",
        "clusterroles",
        "clusterrolebindings"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "create",
        "update",
        "patch",
        "delete",
        "deletecollection"
      ]
    },
    {
      "apiGroups": [
        "scheduling.k8s.io"
      ],
      "resources": [
        "priorityclasses"
      ],
      "verbs": [
        "get",
        "list",
        "watch",
        "create",
        "update",
        "patch",
        "delete",
        "deletecollection"
      ]
    },
    {
      "apiGroups": [
        "",
        "events.k8s.io"
      ],
      "resources": [
        "events"
      ],
      "verbs": [
        "create",
        "patch",
        "update"
      ]
    },
    {
      "apiGroups": [
        "coordination.k8s.io"
      ],
      "resources": [
        "leases"
      ],
      "verbs": [
        "create",
        "get",
        "update"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "bindings",
        "pods/binding"
      ],
      "verbs": [
        "create"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "pods/status"
      ],
      "verbs": [
        "patch",
        "update"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "replicationcontrollers"
      ],
      "verbs": [
        "get",
        "list",
        "watch"
      ]
    },
    {
      "apiGroups": [
        "apps",
        "extensions"
      ],
      "resources": [
        "replicasets"
      ],
      "verbs": [
        "get",
        "list",
        "watch"
      ]
    },
    {
      "apiGroups": [
        ""
      ],
      "resources": [
        "persistentvolumes"
      ],
      "verbs": [
        "update"
      ]
    },
    {
      "apiGroups": [
        "authentication.k8s.io"
      ],
      "resources": [
        "tokenreviews"
      ],
      "verbs": [
        "create"
      ]
    },
    {
      "apiGroups": [
        "authorization.k8s.io"
      ],
      "resources": [
        "subjectaccessreviews"
      ],
      "verbs": [
        "create"
      ]
    },
    {
      "apiGroups": [
        "storage.k8s.io"
      ],
      "resources": [
        "csinodes",
        "csidrivers",
        "csistoragecapacities"
      ],
      "verbs": [
        "get",
        "list",
        "watch"
      ]
    }
  ]
}
