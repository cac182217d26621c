/** Left-aligned columns, as wide as their longest cell; colours count as no width. */
export function table(head: string[], rows: string[][]): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => widthOf(row[column] ?? ''))))
  const line = (cells: string[]) => cells.map((cell, column) => cell + ' '.repeat(Math.max(0, widths[column]! - widthOf(cell)))).join('  ').trimEnd()
  return [head, ...rows].map(line).join('\n') + '\n'
}

const colours = /\u001b\[[0-9;]*m/g
const widthOf = (text: string): number => text.replace(colours, '').length
