{{- /* Affinity of pods for the nodes of a purpose, core or user. Takes (list matchNodePurpose purpose). */}}
{{- define "standin.purpose" -}}
{{- $expression := dict "key" "hub.jupyter.org/node-purpose" "operator" "In" "values" (list (index . 1)) -}}
{{- if eq (index . 0) "prefer" }}
preferredDuringSchedulingIgnoredDuringExecution:
  - weight: 100
    preference: {matchExpressions: [{{ toJson $expression }}]}
{{- else if eq (index . 0) "require" }}
requiredDuringSchedulingIgnoredDuringExecution:
  nodeSelectorTerms:
    - matchExpressions: [{{ toJson $expression }}]
{{- end }}
{{- end }}

{{- /* Where a core pod runs. Takes (list root values), values with nodeSelector and tolerations. */}}
{{- define "standin.corePlacement" -}}
{{- $root := index . 0 -}}
{{- $values := index . 1 -}}
{{- if $root.Values.scheduling.podPriority.enabled }}
priorityClassName: {{ include "standin.clusterName" (list $root "default-priority") }}
{{- end }}
{{- with $values.nodeSelector }}
nodeSelector: {{ toJson . }}
{{- end }}
{{- with concat $root.Values.scheduling.corePods.tolerations $values.tolerations }}
tolerations: {{ toJson . }}
{{- end }}
{{- with include "standin.purpose" (list $root.Values.scheduling.corePods.nodeAffinity.matchNodePurpose "core") }}
affinity:
  nodeAffinity: {{- . | nindent 4 }}
{{- end }}
{{- end }}

{{- /* Affinity of a user's pod; the terms of a requirement are alternatives. */}}
{{- define "standin.userAffinity" -}}
{{- $node := include "standin.purpose" (list .Values.scheduling.userPods.nodeAffinity.matchNodePurpose "user") | fromYaml -}}
{{- $required := concat (dig "requiredDuringSchedulingIgnoredDuringExecution" "nodeSelectorTerms" list $node) .Values.singleuser.extraNodeAffinity.required -}}
{{- $preferred := concat (dig "preferredDuringSchedulingIgnoredDuringExecution" list $node) .Values.singleuser.extraNodeAffinity.preferred -}}
{{- $nodes := dict -}}
{{- with $required }}{{ $_ := set $nodes "requiredDuringSchedulingIgnoredDuringExecution" (dict "nodeSelectorTerms" .) }}{{ end -}}
{{- with $preferred }}{{ $_ := set $nodes "preferredDuringSchedulingIgnoredDuringExecution" . }}{{ end -}}
{{- $affinity := dict -}}
{{- with $nodes }}{{ $_ := set $affinity "nodeAffinity" . }}{{ end -}}
{{- range $name, $rules := dict "podAffinity" .Values.singleuser.extraPodAffinity "podAntiAffinity" .Values.singleuser.extraPodAntiAffinity }}
{{- $terms := dict -}}
{{- with $rules.required }}{{ $_ := set $terms "requiredDuringSchedulingIgnoredDuringExecution" . }}{{ end -}}
{{- with $rules.preferred }}{{ $_ := set $terms "preferredDuringSchedulingIgnoredDuringExecution" . }}{{ end -}}
{{- with $terms }}{{ $_ := set $affinity $name . }}{{ end -}}
{{- end }}
{{- with $affinity }}{{ toJson . }}{{ end -}}
{{- end }}

{{- /* Resources of a user's pod, as written in the values. */}}
{{- define "standin.userResources" -}}
{{- $resources := dict -}}
{{- range $kind, $pair := dict "requests" (list "guarantee" "guarantees") "limits" (list "limit" "limits") }}
{{- $amounts := dict -}}
{{- with index $.Values.singleuser.cpu (index $pair 0) }}{{ $_ := set $amounts "cpu" . }}{{ end -}}
{{- with index $.Values.singleuser.memory (index $pair 0) }}{{ $_ := set $amounts "memory" . }}{{ end -}}
{{- range $name, $amount := index $.Values.singleuser.extraResource (index $pair 1) }}{{ $_ := set $amounts $name (toString $amount) }}{{ end -}}
{{- with $amounts }}{{ $_ := set $resources $kind . }}{{ end -}}
{{- end }}
{{- toJson $resources }}
{{- end }}

{{- /* imagePullSecrets of a pod, or nothing. Takes (list root image). */}}
{{- define "standin.pullSecrets" -}}
{{- $root := index . 0 -}}
{{- $names := list -}}
{{- if and $root.Values.imagePullSecret.create $root.Values.imagePullSecret.automaticReferenceInjection }}
{{- $names = append $names (include "standin.name" (list $root "image-pull-secret")) }}
{{- end }}
{{- range concat $root.Values.imagePullSecrets ((index . 1).pullSecrets | default list) }}
{{- $names = append $names (kindIs "map" . | ternary (get (kindIs "map" . | ternary . dict) "name") .) }}
{{- end }}
{{- with $names }}
imagePullSecrets:
{{- range . }}
  - name: {{ . }}
{{- end }}
{{- end }}
{{- end }}

{{- /* Image and pull policy of a container. */}}
{{- define "standin.image" -}}
image: {{ .name }}:{{ .tag }}
{{- with .pullPolicy }}
imagePullPolicy: {{ . }}
{{- end }}
{{- end }}

{{- /* Variables of extraEnv, a map (name to value, or to the body of a variable) or a list; each on a line. */}}
{{- define "standin.env" -}}
{{- if kindIs "slice" . }}
{{- range . }}
- {{ toJson . }}
{{- end }}
{{- else }}
{{- range $name, $value := . }}
- {{ kindIs "map" $value | ternary (merge (dict "name" $name) (kindIs "map" $value | ternary $value dict)) (dict "name" $name "value" (toString $value)) | toJson }}
{{- end }}
{{- end }}
{{- end }}

{{- /* A probe of a path at a named port, http or https. Takes (list values path port). */}}
{{- define "standin.probe" -}}
{{ merge (omit (index . 0) "enabled") (dict "httpGet" (dict "path" (index . 1) "port" (index . 2) "scheme" (index . 2 | upper))) | toJson }}
{{- end }}
