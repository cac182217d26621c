export { rest, type Chart, type Series } from './chart.ts'
export { pngOf } from './png.ts'
export { pictureSize, svgOf, type PictureOptions } from './svg.ts'
export { textOf, type TextOptions } from './text.ts'
