{{- /* The address families of a Service. */}}
{{- define "standin.ipFamilies" -}}
{{- with .ipFamilyPolicy }}
ipFamilyPolicy: {{ . }}
{{- end }}
{{- with .ipFamilies }}
ipFamilies: {{ toJson . }}
{{- end }}
{{- end }}

{{- /* "true" when traefik ends TLS with certificates of its own. */}}
{{- define "standin.autohttps" -}}
{{- if and .Values.proxy.https.enabled (eq (.Values.proxy.https.type | default "") "letsencrypt") .Values.proxy.https.hosts }}true{{ end -}}
{{- end }}
