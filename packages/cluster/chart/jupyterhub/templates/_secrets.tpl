{{- /* A secret that was given, else the one that the live Secret holds, else a new one. Takes (list root given key generated). */}}
{{- define "standin.secret" -}}
{{- $root := index . 0 -}}
{{- $live := lookup "v1" "Secret" $root.Release.Namespace (include "standin.name" (list $root "hub")) | default dict -}}
{{- if index . 1 }}{{ index . 1 }}{{ else }}{{ with $live.data | default dict | dig (index . 2) "" }}{{ b64dec . }}{{ else }}{{ index . 3 }}{{ end }}{{ end -}}
{{- end }}

{{- define "standin.hex" -}}
{{ randAlphaNum 128 | sha256sum }}
{{- end }}

{{- define "standin.authToken" -}}
{{- $given := .Values.hub.config | dig "ConfigurableHTTPProxy" "auth_token" "" | default .Values.proxy.secretToken -}}
{{ include "standin.secret" (list . $given "hub.config.ConfigurableHTTPProxy.auth_token" (randAlphaNum 64)) }}
{{- end }}

{{- define "standin.cookieSecret" -}}
{{- $given := .Values.hub.config | dig "JupyterHub" "cookie_secret" "" | default .Values.hub.cookieSecret -}}
{{ include "standin.secret" (list . $given "hub.config.JupyterHub.cookie_secret" (include "standin.hex" .)) }}
{{- end }}

{{- define "standin.cryptKeys" -}}
{{ include "standin.secret" (list . (.Values.hub.config | dig "CryptKeeper" "keys" list | join ";") "hub.config.CryptKeeper.keys" (include "standin.hex" .)) }}
{{- end }}

{{- /* Token of a service. Takes (list root name values). */}}
{{- define "standin.serviceToken" -}}
{{- $given := index . 2 | default dict | dig "api_token" "" | default (index . 2 | default dict | dig "apiToken" "") -}}
{{ include "standin.secret" (list (index . 0) $given (printf "hub.services.%s.apiToken" (index . 1)) (include "standin.hex" .)) }}
{{- end }}

{{- /* The entries of extraFiles as stringData; `data` is written as the ending of the mounted file's name says. */}}
{{- define "standin.files" -}}
{{- range $name, $file := . }}
{{- with $file.stringData }}
{{ $name }}: {{ . | quote }}
{{- end }}
{{- with $file.data }}
{{- $path := $file.mountPath }}
{{ $name }}: {{ if hasSuffix ".json" $path }}{{ toJson . | quote }}{{ else if hasSuffix ".toml" $path }}{{ toToml . | quote }}{{ else }}{{ toYaml . | quote }}{{ end }}
{{- end }}
{{- with $file.binaryData }}
{{ $name }}: {{ b64dec . | quote }}
{{- end }}
{{- end }}
{{- end }}
