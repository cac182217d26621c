/*
 * repo2docker builds by calling `docker buildx build … FOLDER`. In a pod there is no docker: this script stands in its place and puts down what
 * it is asked to build, the folder and the options, for the container beside it that has BuildKit and no daemon. It runs in any POSIX shell.
 */
export const contextScript = `#!/bin/sh
set -eu
case "\${1-} \${2-}" in
  "version "*|"buildx version") exit 0 ;;
  "image inspect") exit 1 ;;
  "buildx build") shift 2 ;;
  *) echo "This docker only puts down what is to be built; it was asked to: $*" >&2; exit 64 ;;
esac
out="\${HUBFLEET_CONTEXT:-/context}"
mkdir -p "$out/files"
: > "$out/options"
folder=
dockerfile=Dockerfile
option() { printf '%s\\n' --opt "$1" >> "$out/options"; }
while [ $# -gt 0 ]; do
  case "$1" in
    --build-arg) option "build-arg:$2"; shift 2 ;;
    --label) option "label:$2"; shift 2 ;;
    --platform) option "platform=$2"; shift 2 ;;
    --file) dockerfile="$2"; shift 2 ;;
    --tag|--progress|--cache-from|--memory|--memory-swap) shift 2 ;;
    --push|--load) shift ;;
    -*) echo "The option $1 of docker buildx build is not known" >&2; exit 64 ;;
    *) folder="$1"; shift ;;
  esac
done
option "filename=$dockerfile"
cp -R "$folder/." "$out/files/"
echo "Put down $(find "$out/files" -type f | wc -l) files to build from"
`

/** Builds what was put down and pushes it. Options are one a line; the digest that was pushed is what the container ends with. */
export const buildScript = `set -eu
set -- build --progress plain --frontend dockerfile.v0 --local context=/context/files --local dockerfile=/context/files --output "type=image,name=$IMAGE,push=true" --metadata-file /tmp/metadata.json
while IFS= read -r line; do set -- "$@" "$line"; done < /context/options
buildctl-daemonless.sh "$@"
sed -n 's/.*"containerimage.digest": *"\\(sha256:[0-9a-f]*\\)".*/\\1/p' /tmp/metadata.json | head -n 1 > /dev/termination-log
`

/** Fetches the commit alone, and has repo2docker say how it is to be built. From a folder, repo2docker asks no other host where it comes from. */
export const fetchScript = `set -eu
cd "$(mktemp -d)"
git init --quiet
git config credential.useHttpPath true
git config credential.helper "$HUBFLEET_BIN/git-credential-hubfleet"
git fetch --quiet --depth 1 "$REPOSITORY" "$COMMIT"
git -c advice.detachedHead=false checkout --quiet FETCH_HEAD
git -c credential.useHttpPath=true -c credential.helper="$HUBFLEET_BIN/git-credential-hubfleet" submodule --quiet update --init --recursive --depth 1
echo "Fetched $COMMIT of $REPOSITORY"
PATH="$HUBFLEET_BIN:$PATH" jupyter-repo2docker --no-run --user-id 1000 --user-name jovyan --image-name "$IMAGE" ./
printf '%s\\n' --opt "label:org.opencontainers.image.source=$REPOSITORY" --opt "label:org.opencontainers.image.revision=$COMMIT" >> "\${HUBFLEET_CONTEXT:-/context}/options"
`
