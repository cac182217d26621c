import type { Row } from './columns.ts'
import { oneLine } from './text.ts'

interface Image { pointer: string; image: string; pinned: boolean; moving: string | null; digest: string | null; current: boolean | null; platforms: string[]; sizeBytes: number | null; jupyterhub: { version: string; by: string } | null; problem: string | null }

/** Each image of a hub with what its registry has of it; most of that is too wide for a table. */
export function imageList({ items }: Row): string {
  const images = items as Image[]
  if (images.length === 0) return 'The spec names no image: servers run the one that the chart brings. Set image.name and image.tag for another.\n'
  return images.map(({ pointer, image, problem, ...facts }) => [`${oneLine(image)}\n`, `    Field: ${oneLine(pointer)}\n`, ...(problem === null ? wordsOf(facts) : [`Not found out: ${oneLine(problem)}`]).map((line) => `    ${line}\n`)].join('')).join('')
}

const wordsOf = ({ pinned, moving, current, digest, platforms, sizeBytes, jupyterhub }: Omit<Image, 'pointer' | 'image' | 'problem'>): string[] => [
  ...(pinned ? [`Pinned by its digest${current === null ? '' : current ? '; its tag is still the same' : `; its tag is another image now: ${oneLine(digest)}. hubfleet hub pin moves the hub to it`}`] : []),
  ...(moving === null ? [] : [`Its tag ${oneLine(moving)}: nodes that pulled it at different times run different things`]),
  ...(sizeBytes === null ? [] : [`A node downloads ${(sizeBytes / 2 ** 20).toFixed(0)} MiB`]),
  ...(platforms.length === 0 ? [] : [`For ${oneLine(platforms.join(', '))}`]),
  ...(jupyterhub === null ? [] : [`JupyterHub ${oneLine(jupyterhub.version)}, by ${oneLine(jupyterhub.by)}`]),
]
