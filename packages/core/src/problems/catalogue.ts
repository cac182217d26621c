/**
 * Every problem a user can meet. The code is part of the API's contract and never changes its meaning; `{name}` in a text
 * is a parameter, whose type is derived from the text. A page per code is generated under `openapi/problems/`.
 */
export const catalogue = {
  // what was sent
  'invalid-request': entry(400, 'The request is not valid', 'The request has {count} error(s); the first: {first}', 'Correct the fields that `errors` names and send the request again.'),
  'malformed-body': entry(400, 'The body cannot be read', 'The body is not valid {format}: {reason}', 'Send a body that parses, with the matching content-type.'),
  'unsupported-media-type': entry(415, 'The content type is not supported', 'This API reads application/json; it was sent {contentType}.', 'Set content-type: application/json.'),
  'invalid-cursor': entry(400, 'The cursor is not valid', 'The cursor does not belong to this list and these filters.', 'Start again from the first page, without a cursor.'),
  'route-not-found': entry(404, 'No such address', '{method} {path} is not part of this API.', 'See /docs for the addresses there are.'),
  'method-not-allowed': entry(405, 'The method is not allowed here', '{method} is not possible at {path}.', 'Use one of: {allowed}.'),
  'payload-too-large': entry(413, 'The body is too large', 'The body has more than {limitBytes} bytes.', 'Send less: move large files into the image or a volume.'),
  // who is asking
  'unauthenticated': entry(401, 'The key is missing or not valid', 'This call needs a key: Authorization: Bearer <key>.', 'Check that the key is complete, not expired and not revoked; make a new one with `hubfleet key create`.'),
  'forbidden': entry(403, 'The key may not do this', 'The role {role} may not do {action}.', 'Use a key of the role {needed}, or ask an admin of the tenant for one.'),
  'not-found': entry(404, 'Not found', 'There is no {noun} {ref}, or this key may not see it.', 'List what there is with `hubfleet {noun} list`.'),
  'rate-limited': entry(429, 'Too many requests', 'More than {limit} requests a minute.', 'Wait as long as Retry-After says; the SDK does it by itself.', true),
  // concurrency and idempotency
  'precondition-failed': entry(412, 'It was changed by somebody else', 'If-Match named {given}, the current revision is {current}.', 'Read the resource again, look at what changed, and send the change with the new ETag.'),
  'idempotency-key-reused': entry(422, 'The Idempotency-Key was used for another request', 'The key {key} came with another body or for another call.', 'Use a new key for a new request.'),
  'idempotency-in-flight': entry(409, 'The first request with this key is still running', 'A request with the key {key} has not ended yet.', 'Wait as long as Retry-After says and send it again with the same key.', true),
  'name-taken': entry(409, 'The name is taken', 'There is a {noun} named {name} already.', 'Choose another name, or change the existing one.'),
  'host-taken': entry(409, 'The host is used by another hub', 'The host {host} belongs to a hub already.', 'Choose another host, or free it by changing the other hub.'),
  'budget-exists': entry(409, 'There is a budget already', 'The budget {budget} is of {of} already.', 'Change that one: `hubfleet budget update`. It may have many thresholds.'),
  'budget-exceeded': entry(422, 'The budget would be passed', 'The budget {budget} is {amount} a month; {expected} are expected, and a month of this change costs {more} more.', 'Want less, raise the amount (`hubfleet budget update`), or ask an admin of the tenant, who can also have it warn only: `--on-plan warn`.'),
  'still-in-use': entry(409, 'It is still in use', 'The {noun} {ref} still has {count} {users}.', 'Delete those first.'),
  'managed-by-files': entry(409, 'Files decide over it', 'The {noun} {ref} was made by the files of {owner}.', 'Change it in those files, or take it out of these.'),
  'layer-changed': entry(409, 'A layer changed meanwhile', 'A template or the defaults under the hub {ref} were changed while this was planned.', 'Send the same request again.', true),
  'being-deleted': entry(409, 'It is being deleted', 'The {noun} {ref} is being deleted and takes no more changes.', 'Wait for the delete to end, then make a new one.'),
  'hub-stopped': entry(409, 'The hub is stopped', 'The hub {hub} is stopped; there is nothing to {what}.', 'Start it first: `hubfleet hub start`.'),
  'not-cancelable': entry(409, 'The operation cannot be canceled', 'The operation is {state}.', 'Only an operation that is queued or running can be canceled.'),
  'confirmation-required': entry(422, 'This needs an explicit confirmation', '{what}', 'If this is meant, send the same request with "confirm": ["{confirmation}"].'),
  'approval-required': entry(422, 'This change needs an approval', '{reasons}; the tenant lets such a change happen only as a plan that another person approved.', 'Send the same request with savePlan=true (on the command line with --save-plan), and let another admin approve the plan.'),
  'approval-own': entry(403, 'Nobody approves a plan of his own', 'The plan {plan} cannot be approved with this key: {why}.', 'Let another person approve it, with a key that a platform admin made for him, or a platform admin: `hubfleet plan approve {plan}`.'),
  'plan-waiting': entry(409, 'The plan waits for an approval', '{reasons}; nobody has approved the plan {plan}.', 'Let another admin approve it: `hubfleet plan approve {plan}`.'),
  'plan-not-ready': entry(409, 'The plan is not in this state', 'The plan {plan} is {state}.', '`hubfleet plan get {plan}` shows it, with what can be done next; a plan that is being made is ready within a minute.'),
  'plan-outdated': entry(409, 'The plan does not hold any more', 'What the plan {plan} was made for has changed: {first}', 'Look at what `errors` lists, and make a new plan.'),
  'not-plannable': entry(422, 'This cannot be planned and done later', 'There are no saved plans of {verb}.', 'Use validateOnly to see what it would do.'),
  'hub-paused': entry(409, 'The hub is paused', 'The hub {hub} is paused: Hubfleet leaves it and its people as they are.', 'Go on with it first: `hubfleet hub resume`.'),
  // people
  'user-named-by-spec': entry(409, 'The spec of the hub names this person', 'The spec names {user} in {field}; JupyterHub would make it so again at its next start.', 'Take the name out of {field} with `hubfleet hub update`, then send this again.'),
  'user-not-let-in': entry(422, 'An account alone would let nobody in', 'The hub {hub} lets in only whom its spec names, or its login; {users} would have an account and could not log in.', 'Set access.allowExisting to true, or name them in access.users, with `hubfleet hub update`; or send letIn=false for accounts that wait.'),
  'user-name-invalid': entry(422, 'A name that JupyterHub does not take', 'JupyterHub says: {reason}', 'A name is not empty, has no slash, no space at its ends, and fits the rules of the hub\'s login.'),
  'home-cannot-be-kept': entry(422, 'The hub deletes homes with their accounts', 'In the hub {hub} the spawner deletes the home when the account goes, because of {field}.', 'Change {field} with `hubfleet hub update` first, or send home=delete if the files may go.'),
  'home-is-shared': entry(422, 'The home is a folder of a shared volume', 'In the hub {hub} homes are folders of one volume, or there are none: there is no disk of {user} to delete.', 'Send home=keep, and delete the folder where the volume is served.'),
  'groups-managed': entry(409, 'The login decides over groups', 'The groups of the hub {hub} come with the login ({field}); what is changed here would be undone at the next login.', 'Change the groups where people log in, or turn {field} off.'),
  'server-refused': entry(422, 'JupyterHub refuses to start the server', 'JupyterHub says: {reason}', 'Read the reason: a limit or a rule of the hub says no, and asking again alone will not help.'),
  'server-start-failed': entry(502, 'The server did not start', 'The server of {user} did not start: {reason}', 'Read the reason and `hubfleet hub logs --user`; correct the image, the profile or the quota and start it again.'),
  'hub-full': entry(503, 'The hub starts no more servers right now', 'JupyterHub says: {reason}', 'It is tried again by itself. If the hub is at its limit of servers, raise it: `hubfleet hub scale --max-servers`.', true),
  'hub-role-outdated': entry(409, 'The hub has an older role for us', 'The hub {hub} was installed before this was possible, so its service has not the right to it: {reason}', 'The next pass over the hub renews the role; a paused hub gets it after `hubfleet hub resume`.'),
  // the spec
  'unknown-value': entry(422, 'The chart does not know a value', 'The chart {chart} refuses the values: {first}', 'Correct the fields that `errors` names.'),
  'policy-denied': entry(422, 'The policy denies a value', 'The policy of this tenant denies {what}.', 'Leave it out, or ask a platform admin to allow it.'),
  'chart-unknown': entry(422, 'The chart is not known', 'There is no chart {chart}: {reason}', 'Name a released version such as 4.4.0, or a chart archive that the server can read.'),
  'chart-changed': entry(409, 'The chart is not what it was', 'The chart {chart} had the digest {pinned} before and has {found} now.', 'Give the changed chart another version; a published version never changes.'),
  'grant-missing': entry(422, 'The tenant may not use this cluster', 'No grant lets this tenant place hubs on {cluster}.', 'Ask a platform admin for a grant on it, or register a cluster of your own.'),
  'grant-exceeded': entry(422, 'The grant on the cluster is used up', '{what} would be {wanted}; the grant allows {allowed}.', 'Ask for less, or ask a platform admin for a larger grant.'),
  'sandbox-only': entry(422, 'This is possible in the sandbox only', '{what} needs a tenant that is marked as sandbox.', 'Create a tenant with "sandbox": true.'),
  'kubernetes-only': entry(422, 'This needs a real Kubernetes', '{what} needs a Kubernetes API; {cluster} is simulated.', 'Place the hub on a registered cluster; in the sandbox `hubfleet hub get` and `hubfleet hub logs` show what happens.'),
  'managed-only': entry(422, 'This cluster is not managed', '{what} needs a cluster that Hubfleet manages; {cluster} is registered.', 'Change it with the tools it was made with, or use a managed cluster.'),
  'homes-undecided': entry(422, 'Say what happens to the homes', 'Deleting a hub needs a decision: "homes": "keep" or "homes": "delete".', 'Send homes=keep (disks stay and are billed) or homes=delete (people\'s files are lost).'),
  'server-too-large': entry(422, 'No server fits on a node', 'A server with {memoryGiB} GiB and {cpu} CPU does not fit on {machine}: its {binding} is too small.', 'Lower the guarantee, or choose a larger machine type.'),
  'server-fits-nowhere': entry(422, 'No node could hold such a server', 'No node of the cluster {cluster} could ever hold {server}. {reasons}.', 'Ask for less, or give the cluster a larger machine type; `hubfleet cluster fit` tells what fits. New nodes of a registered cluster are seen within five minutes.'),
  'price-unknown': entry(422, 'There is no price for this', 'The catalogue has no price for {what}.', 'Choose from `hubfleet region list` and `hubfleet machine-type list`, or give a price of your own.'),
  'kubeconfig-refused': entry(422, 'The kubeconfig is refused', 'The kubeconfig {what}.', 'Register with `hubfleet cluster register`, which makes a token on your machine, or give a kubeconfig with a token or a client certificate inside.'),
  'image-missing': entry(422, 'There is no such image', 'The registry {registry} has no image {image}: {reason}', 'Correct the name or the tag; `hubfleet hub images` shows what a hub uses.'),
  'image-denied': entry(422, 'The registry does not give the image', 'The registry {registry} refuses {image}: {reason}', 'Give imagePullSecret a name and a token that may pull it, or correct the name: a registry says the same of what it does not have.'),
  'image-architecture': entry(422, 'The image does not run on these nodes', 'The image {image} is for {has}; the nodes of {cluster} are {wanted}.', 'Choose an image that is built for these nodes, or send servers to others with scheduling.nodeSelector.'),
  'puller-stuck': entry(502, 'Images are not pulled', 'The release {release} waits for images on all nodes (prePuller.hook): {nodes}', 'Do what is said of the nodes, or leave prePuller.hook off as Hubfleet does: images are then pulled beside the upgrade. It is tried again by itself.', true),
  'builds-denied': entry(422, 'The policy denies builds', 'The policy of this tenant denies builds of images in the cluster (imageBuilds).', 'Build it outside: `hubfleet hub build-workflow {hub}` writes a CI workflow file that does the same; or ask a platform admin to allow imageBuilds.'),
  'build-unset': entry(422, 'It is not set where builds go', 'The hub {hub} does not say where images that are built for it are pushed.', 'Set build.image, and build.username and build.password where the registry wants a login.'),
  'build-running': entry(409, 'A build is running', 'The hub {hub} has a build already: {build}.', 'Wait for it, or end it with `hubfleet build cancel {build} --hub {hub}`.'),
  'build-barred': entry(422, 'The cluster takes no builds', 'The cluster of {hub} does not let the pod of a build in: {reason}', 'The CI workflow file in the result of the operation does the same outside; `hubfleet hub build-workflow {hub}` writes it for other CI systems. Or have the cluster allow it: a build needs the Pod Security level privileged in its namespace, for an unconfined seccomp profile.'),
  'build-failed': entry(422, 'The build failed', 'The image {image} was not built: {reason}', 'Read its log: `hubfleet build logs {build} --hub {hub}`; then correct the repository and build again.'),
  'commit-unknown': entry(422, 'The commit is not known', '{ref} of {repository} cannot be found: {reason}', 'Correct the address, the branch or the tag; for one that is not public give build.git (its address and a token that may read it).'),
  'image-pin-unknown': entry(503, 'The tag cannot be resolved', 'What {image} is now could not be found out: {reason}', 'Try again, or give image.digest yourself and leave image.pin out.', true),
  'nothing-pinned': entry(422, 'No image is pinned', 'None of the images of the hub is pinned.', 'Set image.pin to true, which looks the tag up at once.'),
  'registry-not-answering': entry(503, 'The registry does not answer', 'The registry {registry} says nothing about {image}: {reason}', 'It may pass by itself; check that the server reaches the registry.', true),
  'address-refused': entry(422, 'The address is refused', 'The address {address} is {reason}; the outgoing guard refuses it.', 'Use a public address, or have the operator allow its network with HUBFLEET_ALLOW_NETWORKS.'),
  // what came up while working
  'cluster-unreachable': entry(503, 'The cluster cannot be reached', 'The cluster {cluster} does not answer at {server}: {reason}', 'Check that its address is reachable from the worker and that it runs; the work goes on by itself once it answers.', true),
  'cluster-denied': entry(422, 'The cluster refuses our credentials', 'The cluster {cluster} refuses: {reason}', 'Register the cluster again with `hubfleet cluster register` to renew its token and role; for a cloud\'s cluster look at its credential.'),
  'cluster-token-missing': entry(503, 'There is no token for the cluster', 'A new token for the cluster {cluster} could not be had: {reason}', 'It may pass; if it stays, look whether the worker reaches the cloud and has the right time.', true),
  'cluster-permissions-missing': entry(422, 'The cluster grants us too little', 'On {cluster} these permissions are missing: {missing}', 'Apply the published ClusterRole again: `hubfleet cluster register` does it.'),
  'kubernetes-too-old': entry(422, 'The Kubernetes version is too old', '{cluster} runs Kubernetes {version}; the chart needs {needed} or newer.', 'Upgrade the cluster, or choose an older chart version.'),
  'storage-class-missing': entry(422, 'There is no default StorageClass', '{cluster} has no default StorageClass, so no volume would ever be made.', 'Mark one as default, or name one in storage.storageClass and database.storageClass.'),
  'storage-class-unknown': entry(422, 'The StorageClass is not known', '{cluster} has no StorageClass {name}; it has {known}.', 'Name one of these, or leave it out for the default class.'),
  'openshift-only': entry(422, 'This needs an OpenShift', '{what} needs an OpenShift; {cluster} is none.', 'Choose another exposure.type, such as ingress; `hubfleet cluster get` shows what the cluster serves.'),
  'openshift-not-found': entry(422, 'The cluster is no OpenShift', '{cluster} was registered as an OpenShift, and serves none of its API groups: {missing} are missing.', 'Register it with the provider kubernetes.'),
  'cluster-unfit': entry(422, 'The cluster cannot hold such a hub', '{cluster} cannot hold the hub: {first}', 'Change the hub as it is said; `hubfleet cluster get` shows what the cluster can do.'),
  'disk-cannot-change': entry(422, 'A disk cannot become so', 'The disk {claim} has {has} and cannot become {wanted}: {reason}', 'Set database.capacity to what the disk has, or grow the disk by a StorageClass with allowVolumeExpansion.'),
  'dns-not-answering': entry(503, 'The DNS does not answer', 'The DNS says nothing about {host}: {reason}', 'It may pass; check that the worker reaches its DNS servers.', true),
  'login-not-checked': entry(503, 'The login could not be checked', '{provider} could not be asked whether it knows the hub: {reason}', 'It may pass; check that the worker reaches it. Whether people can log in shows when the first one tries.', true),
  'helm-missing': entry(503, 'helm is not installed on the worker', 'The program helm (version 4) was not found: {reason}', 'Install helm 4 on the worker or set HUBFLEET_HELM to its path; `hubfleet doctor` shows what is missing.', true),
  'helm-failed': entry(502, 'helm refused the release', 'helm {verb} of {release} failed: {reason}', 'Read the reason; if the cause is gone, `hubfleet hub resume` or any change tries again.', true),
  'namespace-foreign': entry(409, 'The namespace belongs to somebody else', 'The namespace {namespace} exists and is not labelled as this hub\'s.', 'Remove or rename that namespace.'),
  'namespace-stuck': entry(503, 'The namespace does not go', 'The namespace {namespace} is still terminating: {reason}', 'Remove what holds it (the reason names it); the delete goes on by itself.', true),
  'database-disk-full': entry(507, 'The disk of the hub\'s database is full', 'The hub can write nothing any more into its database, on the claim {claim} of {size}: nobody can log in or start a server.', '{mend}'),
  'pods-failing': entry(502, 'A pod of the hub does not start', '{pod}: {reason}', 'Correct the image or the configuration and update the hub; `hubfleet hub get` shows the conditions.', true),
  'hub-api-refused': entry(502, 'The hub refuses our service token', 'JupyterHub answers {status}: {reason}', 'Do not override hub.services.hubfleet or hub.loadRoles.hubfleet in the raw values.', true),
  'hub-not-answering': entry(503, 'The hub does not answer', 'JupyterHub\'s API does not answer: {reason}', 'It may be restarting; the work goes on by itself once it answers.', true),
  // of clouds: what they say is told apart by what mends it
  'credential-denied': entry(422, 'Only the platform may have such a credential', 'A credential of the type {type} is the worker\'s own identity; with it the tenant {tenant} would act as the platform.', 'Use the type {instead}, or another with a secret of the tenant\'s own.'),
  'federation-unset': entry(422, 'Hubfleet has no public address', 'A credential of the type {type} needs that the cloud reaches this server, and HUBFLEET_PUBLIC_URL is not set.', 'Have the operator set HUBFLEET_PUBLIC_URL to the https address of this server, on servers and workers; or use the type {instead}.'),
  'signing-key-in-use': entry(409, 'It signs', 'The key {key} signs tokens now; without it no cloud would take any.', 'Make another with `hubfleet signing-key create`, and delete this one when that one signs: `hubfleet signing-key list` tells.'),
  'credential-in-use': entry(409, 'A cluster uses it', 'The credential {credential} is used by the clusters: {clusters}.', 'Delete those first. To replace its secret, or how it gets in, use `hubfleet credential update`.'),
  'credential-missing': entry(422, 'There is no credential', 'The cluster {cluster} has no credential for {cloud}.', 'Register one with `hubfleet credential create`, and name it in the cluster\'s credential.'),
  'cloud-credential-refused': entry(422, 'The cloud does not take the credential', '{cloud} refuses the credential: {reason}', '{fix}'),
  'cloud-denied': entry(422, 'The cloud does not permit it', '{cloud} denies {action}: {reason}', '{fix}'),
  'cloud-permissions-missing': entry(422, 'The credential may too little', 'In {account} of {cloud} these permissions are missing: {missing}.', 'Give the published role to {identity}; then `hubfleet credential check` looks again.'),
  'cloud-account-unusable': entry(422, 'The cloud account cannot be used', '{cloud} refuses to work for {account}: {reason}', '{fix}'),
  'cloud-policy-denied': entry(422, 'A policy of the cloud account forbids it', 'A policy in {account} of {cloud} forbids {action}: {reason}', 'Ask who keeps the policies of the account for an exception, or choose what the policy permits.'),
  'cloud-throttled': entry(503, 'The cloud asks for patience', '{cloud} takes no more calls for now: {reason}', 'Nothing; the work goes on by itself.', true),
  'cloud-unavailable': entry(503, 'The cloud does not answer', '{cloud} does not answer: {reason}', 'It may pass; if it stays, look at the cloud\'s own status page, and whether the worker reaches it.', true),
  'cloud-failed': entry(502, 'The cloud could not make it', '{what} failed in {cloud}: {reason}', '{fix}'),
  'cloud-choice-unknown': entry(422, 'The cloud does not have that', '{cloud} has no {what} {name}; nearest: {nearest}.', 'Choose one that there is; `hubfleet machine-type list` shows those whose prices are known.'),
  'cluster-foreign': entry(409, 'The name is taken in the cloud', 'In {account} of {cloud} there is a {kind} {name} that is not this cluster\'s: {reason}', 'Choose another name; or register the one that exists with `hubfleet cluster register`.'),
  'cluster-vanished': entry(409, 'The cluster was deleted in the cloud', 'The cluster {cluster} was made and is no longer there; somebody deleted it in {cloud}.', 'Have it made again, empty, with `hubfleet cluster rebuild`; or delete it here too.'),
  'quota-exceeded': entry(422, 'The quota does not suffice', '{what}: wanted {wanted}, allowed {allowed}.', 'Ask for more {where}, or want fewer nodes.'),
  'deadline-exceeded': entry(504, 'The operation took too long', 'Not reached within {seconds} s; it was waiting for: {waiting}', 'Look at what it waits for; the hub keeps trying, and `hubfleet hub get` shows it.'),
  'provider-failed': entry(502, 'The provider refused', '{provider}: {reason}', 'Read the reason; the work is tried again by itself.', true),
  // ours
  'internal': entry(500, 'A fault of Hubfleet', 'Something went wrong on the server; it is logged under the request id.', 'Try again; if it stays, report the request id.', true),
  'unavailable': entry(503, 'Not available right now', 'The database does not answer.', 'Try again in a moment; the SDK does it by itself.', true),
  'query-too-expensive': entry(400, 'The query asks for too much', 'The query\'s {measure} is {actual}; the limit is {limit}.', 'Ask for fewer items (`first`), fewer levels, or in several queries.'),
  'query-invalid': entry(400, 'The GraphQL query is not valid', '{reason}', 'Check the query against the schema at /graphiql.'),
} as const satisfies Record<string, Entry>

export type ProblemCode = keyof typeof catalogue

type Names<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}` ? Name | Names<Rest> : never
/** The parameters that the texts of a code name. */
export type ProblemParams<Code extends ProblemCode> = {
  [Name in Names<(typeof catalogue)[Code]['detail']> | Names<(typeof catalogue)[Code]['nextStep']>]: string | number
}

interface Entry { status: number; title: string; detail: string; nextStep: string; retryable: boolean }

function entry<const Detail extends string, const Next extends string>(status: number, title: string, detail: Detail, nextStep: Next, retryable = false) {
  return { status, title, detail, nextStep, retryable }
}
