{{- /* Prefix of every name: empty with the default fullnameOverride "", so that the objects are called hub, proxy, … */}}
{{- define "standin.prefix" -}}
{{- if kindIs "string" .Values.fullnameOverride -}}
{{- with .Values.fullnameOverride }}{{ . }}-{{ end -}}
{{- else -}}
{{- $name := .Values.nameOverride | default .Chart.Name -}}
{{- contains $name .Release.Name | ternary .Release.Name (printf "%s-%s" .Release.Name $name) }}-
{{- end -}}
{{- end }}

{{- /* Name of a namespaced object. Takes (list root name). */}}
{{- define "standin.name" -}}
{{ include "standin.prefix" (index . 0) }}{{ index . 1 }}
{{- end }}

{{- /* Name of a cluster-scoped object: the release keeps it unique when there is no prefix. Takes (list root name). */}}
{{- define "standin.clusterName" -}}
{{ include "standin.prefix" (index . 0) | default (printf "%s-" (index . 0).Release.Name) }}{{ index . 1 }}
{{- end }}

{{- /* Name of a ServiceAccount. Takes (list root values name). */}}
{{- define "standin.account" -}}
{{- $account := index . 1 -}}
{{- if $account.create }}{{ $account.name | default (include "standin.name" (list (index . 0) (index . 2))) }}{{ else }}{{ $account.name | default "default" }}{{ end -}}
{{- end }}

{{- /* What selects an object's pods. Takes (list root component). */}}
{{- define "standin.selector" -}}
{{- $root := index . 0 -}}
component: {{ index . 1 }}
app: {{ $root.Values.nameOverride | default $root.Chart.Name }}
release: {{ $root.Release.Name }}
{{- end }}

{{- /* Labels of a pod: the selector and its modern spelling; none that changes with the chart's version. Takes (list root component). */}}
{{- define "standin.podLabels" -}}
{{- $root := index . 0 -}}
{{ include "standin.selector" . }}
app.kubernetes.io/component: {{ index . 1 }}
app.kubernetes.io/name: {{ $root.Values.nameOverride | default $root.Chart.Name }}
app.kubernetes.io/instance: {{ $root.Release.Name }}
{{- end }}

{{- /* Labels of an object. Takes (list root component). */}}
{{- define "standin.labels" -}}
{{- $root := index . 0 -}}
{{- $chart := printf "%s-%s" $root.Chart.Name ($root.Chart.Version | replace "+" "_") -}}
{{ include "standin.podLabels" . }}
chart: {{ $chart }}
heritage: {{ $root.Release.Service }}
helm.sh/chart: {{ $chart }}
app.kubernetes.io/managed-by: {{ $root.Release.Service }}
{{- end }}
