import { repo2docker } from './build-job.ts'
import type { CiSystem } from './build-settings.ts'
import { registryOf } from '../images/image-reference.ts'

export interface WorkflowFor { ci: CiSystem; image: string; hub: string; tenant: string; server: string; branch: string }

/** A workflow file that does outside of the cluster what a build does in it: the commit's image is built, pushed, and the hub moved to it. */
export function buildWorkflow(of: WorkflowFor): { path: string; content: string; secrets: string[] } {
  const secrets = ['REGISTRY_USERNAME', 'REGISTRY_PASSWORD', 'HUBFLEET_KEY']
  return of.ci === 'github' ? { path: '.github/workflows/hub-image.yaml', content: github(of), secrets } : { path: '.gitlab-ci.yml', content: gitlab(of), secrets }
}

const build = (image: string, commit: string): string => `jupyter-repo2docker --no-run --push --user-id 1000 --user-name jovyan --image-name "${image}:${commit}" .`
const roll = ({ image, hub }: WorkflowFor, commit: string): string => `npx --yes @hubfleet/cli hub update ${hub} --set image.name=${image} --set image.tag="${commit}" --set image.pin=true`

const github = (of: WorkflowFor): string => `name: Image of the hub ${of.hub}
on:
  push:
    branches: [${of.branch}]
  workflow_dispatch: {}
permissions:
  contents: read
concurrency: hub-image
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 90
    steps:
      - uses: actions/checkout@v4
        with:
          submodules: recursive
      - uses: docker/setup-buildx-action@v3
      - uses: docker/login-action@v3
        with:
          registry: ${registryOf(of.image) ?? ''}
          username: \${{ secrets.REGISTRY_USERNAME }}
          password: \${{ secrets.REGISTRY_PASSWORD }}
      - run: pipx install jupyter-repo2docker==${repo2docker.version}
      - run: ${build(of.image, '${{ github.sha }}')}
      - run: ${roll(of, '${{ github.sha }}')}
        env:
          HUBFLEET_URL: ${of.server}
          HUBFLEET_TENANT: ${of.tenant}
          HUBFLEET_KEY: \${{ secrets.HUBFLEET_KEY }}
`

const gitlab = (of: WorkflowFor): string => `stages: [build, roll]
build:
  stage: build
  image: docker:27
  services: [docker:27-dind]
  timeout: 90m
  rules:
    - if: $CI_COMMIT_BRANCH == "${of.branch}"
  before_script:
    - apk add --no-cache git pipx
    - echo "$REGISTRY_PASSWORD" | docker login --username "$REGISTRY_USERNAME" --password-stdin ${registryOf(of.image) ?? ''}
  script:
    - pipx install jupyter-repo2docker==${repo2docker.version}
    - /root/.local/bin/${build(of.image, '$CI_COMMIT_SHA')}
roll:
  stage: roll
  image: node:24
  rules:
    - if: $CI_COMMIT_BRANCH == "${of.branch}"
  variables:
    HUBFLEET_URL: ${of.server}
    HUBFLEET_TENANT: ${of.tenant}
  script:
    - ${roll(of, '$CI_COMMIT_SHA')}
`
