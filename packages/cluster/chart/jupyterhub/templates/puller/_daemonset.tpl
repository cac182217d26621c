{{- /* Images that a user's pod may need: distinct, in order. */}}
{{- define "standin.userImages" -}}
{{- $images := list -}}
{{- if .Values.singleuser.cloudMetadata.blockWithIptables }}{{ $images = append $images (printf "%s:%s" .Values.singleuser.networkTools.image.name .Values.singleuser.networkTools.image.tag) }}{{ end -}}
{{- $images = append $images (printf "%s:%s" .Values.singleuser.image.name .Values.singleuser.image.tag) -}}
{{- if .Values.prePuller.pullProfileListImages }}
{{- range .Values.singleuser.profileList }}
{{- with dig "kubespawner_override" "image" "" . }}{{ $images = append $images . }}{{ end -}}
{{- range dig "profile_options" dict . }}{{ range .choices }}{{ with dig "kubespawner_override" "image" "" . }}{{ $images = append $images . }}{{ end }}{{ end }}{{ end -}}
{{- end }}
{{- end }}
{{- range .Values.prePuller.extraImages }}{{ $images = append $images (printf "%s:%s" .name .tag) }}{{ end -}}
{{- range concat .Values.singleuser.initContainers .Values.singleuser.extraContainers }}{{ $images = append $images .image }}{{ end -}}
{{ uniq $images | toJson }}
{{- end }}

{{- /* Spec of a DaemonSet that pulls the users' images: once as a hook, or for every new node. Takes (list root component account). */}}
{{- define "standin.pullerSpec" -}}
{{- $root := index . 0 -}}
{{- $puller := $root.Values.prePuller -}}
{{- if not (kindIs "invalid" $puller.revisionHistoryLimit) }}
revisionHistoryLimit: {{ $puller.revisionHistoryLimit }}
{{- end }}
selector:
  matchLabels: {{- include "standin.selector" (list $root (index . 1)) | nindent 4 }}
updateStrategy: {type: RollingUpdate, rollingUpdate: {maxUnavailable: 100%}}
template:
  metadata:
    labels:
      {{- include "standin.podLabels" (list $root (index . 1)) | nindent 6 }}
      {{- with $puller.labels }}{{ toYaml . | nindent 6 }}{{ end }}
    {{- with $puller.annotations }}
    annotations: {{ toJson . }}
    {{- end }}
  spec:
    {{- if $root.Values.scheduling.podPriority.enabled }}
    priorityClassName: {{ include "standin.clusterName" (list $root "image-puller-priority") }}
    {{- end }}
    {{- with $root.Values.singleuser.nodeSelector }}
    nodeSelector: {{ toJson . }}
    {{- end }}
    {{- with concat $root.Values.scheduling.userPods.tolerations $root.Values.singleuser.extraTolerations $puller.extraTolerations }}
    tolerations: {{ toJson . }}
    {{- end }}
    {{- with include "standin.userAffinity" $root | fromJson | dig "nodeAffinity" "requiredDuringSchedulingIgnoredDuringExecution" dict }}
    affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {{ toJson . }}}}
    {{- end }}
    {{- include "standin.pullSecrets" (list $root $root.Values.singleuser.image) | nindent 4 }}
    terminationGracePeriodSeconds: 0
    serviceAccountName: {{ index . 2 }}
    automountServiceAccountToken: false
    initContainers:
      {{- range $index, $image := include "standin.userImages" $root | fromJsonArray }}
      - name: image-pull-{{ $index }}
        image: {{ $image }}
        command: [/bin/sh, -c, "true"]
        resources: {{ toJson $puller.resources }}
        securityContext: {{ toJson $puller.containerSecurityContext }}
      {{- end }}
    containers:
      - name: pause
        {{- include "standin.image" $puller.pause.image | nindent 8 }}
        resources: {{ toJson $puller.resources }}
        securityContext: {{ toJson $puller.pause.containerSecurityContext }}
{{- end }}

{{- /* Of what the hook pulls; kept in the ConfigMap, so that an upgrade that changes no image needs no hook. */}}
{{- define "standin.hookChecksum" -}}
{{ include "standin.pullerSpec" (list . "hook-image-puller" "pinned") | sha256sum }}
{{- end }}

{{- /* "true" when this install or upgrade must pull images first. */}}
{{- define "standin.hookNeeded" -}}
{{- if .Values.prePuller.hook.enabled }}
{{- $live := lookup "v1" "ConfigMap" .Release.Namespace (include "standin.name" (list . "hub")) | default dict -}}
{{- $pulled := $live.data | default dict | dig "checksum_hook-image-puller" "" -}}
{{- if or (not .Values.prePuller.hook.pullOnlyOnChanges) (ne $pulled (include "standin.hookChecksum" .)) }}true{{ end -}}
{{- end }}
{{- end }}

{{- /* Metadata of a hook's object. Takes (list root component weight). */}}
{{- define "standin.hookMetadata" -}}
labels:
  {{- include "standin.labels" (list (index . 0) (index . 1)) | nindent 2 }}
  hub.jupyter.org/deletable: "true"
annotations:
  helm.sh/hook: pre-install,pre-upgrade
  helm.sh/hook-delete-policy: before-hook-creation,hook-succeeded
  helm.sh/hook-weight: {{ index . 2 | quote }}
{{- end }}
