import { isObject } from '../json.ts'
import type { Draft } from './draft.ts'

interface Part { path: string; /** The chart's own image. */ own: RegExp; /** Whether this tag works with today's chart; undefined: only that of the chart's own version. */ fits?: (tag: string) => boolean }

const major = (tag: string): number => Number(/^v?(\d+)/.exec(tag)?.[1] ?? Infinity)
const minor = (tag: string): number => Number(/^v?\d+\.(\d+)/.exec(tag)?.[1] ?? Infinity)

/** Parts of the hub whose images are made for one chart, or for one form of its configuration. */
const parts: Part[] = [
  { path: 'hub.image', own: /(^|\/)k8s-hub$/ },
  { path: 'proxy.chp.image', own: /(^|\/)configurable-http-proxy$/, fits: (tag) => major(tag) >= 4 },
  { path: 'proxy.traefik.image', own: /^traefik$/, fits: (tag) => major(tag) >= 3 },
  { path: 'proxy.secretSync.image', own: /(^|\/)k8s-secret-sync$/ },
  { path: 'scheduling.userScheduler.image', own: /(^|\/)kube-scheduler(-amd64)?$/, fits: (tag) => major(tag) > 1 || minor(tag) >= 25 },
  { path: 'prePuller.hook.image', own: /(^|\/)k8s-image-awaiter$/ },
]

/** An image of the chart's own that a file pins to the version of its time would not work with today's. One's own image must be built anew. */
export function pinnedParts(draft: Draft, chartVersion: string): void {
  for (const { path, own, fits } of parts) {
    const image = draft.get(path)
    if (!isObject(image)) continue
    const [name, tag] = [image['name'], image['tag']].map((each) => (typeof each === 'string' && each !== '' ? each : undefined))
    if (tag === undefined || (fits ?? ((one: string) => one === chartVersion))(tag)) continue
    if (name !== undefined && !own.test(name)) draft.note('unsafe', path, path, `It is an image of your own: it must be made from that of chart ${chartVersion}.`)
    else {
      draft.take(`${path}.name`)
      draft.take(`${path}.tag`)
      draft.note('removed', path, null, `It pins a part of the chart to another version. Chart ${chartVersion} brings its own.`)
    }
  }
}
