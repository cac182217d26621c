import { Type, type Static } from 'typebox'
import { pictureSize, pngOf, svgOf, type Chart, type PictureOptions } from '@hubfleet/charts'
import type { Form } from './verb.ts'

const pixels = (name: 'width' | 'height') => Type.Optional(Type.Integer({ minimum: pictureSize[name].min, maximum: pictureSize[name].max, default: pictureSize[name].default, description: `In pixels; a PNG has twice as many` }))

const optionsOf = {
  width: pixels('width'), height: pixels('height'),
  theme: Type.Optional(Type.Union([Type.Literal('light'), Type.Literal('dark')], { default: 'light', description: 'Whether it will stand on something light or dark' })),
}

/** A query's answer as pictures, for a mail or a portal: `.svg` and `.png`. `asked` is what else can be asked of them. */
export function pictures<Asked extends Record<string, ReturnType<typeof Type.Optional>>>(asked: Asked, chartOf: (answer: never, asked: { [Name in keyof Asked]?: Static<Asked[Name]> }) => Chart): Record<string, Form> {
  const input = Type.Object({ ...optionsOf, ...asked }, { additionalProperties: false })
  const form = (type: string, title: string, draw: (chart: Chart, options: PictureOptions) => Promise<string | Uint8Array>): Form => ({
    type, title, input,
    of: (answer, options) => {
      const { width = pictureSize.width.default, height = pictureSize.height.default, theme = 'light' } = options as Partial<PictureOptions>
      return draw(chartOf(answer as never, options as never), { width, height, theme })
    },
  })
  return { svg: form('image/svg+xml', 'as a picture', svgOf), png: form('image/png', 'as a picture', pngOf) }
}
