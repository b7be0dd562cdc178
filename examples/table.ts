/** How many columns a text takes: a Chinese character takes two. */
function widthOf(cell: string): number {
  return cell.length + (cell.match(/[\u2e80-\uffef]/g)?.length ?? 0)
}

/** Rows as text columns under their heads: numbers to the right, words to the left. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? ''))
  const padded = columns.map((cells) => {
    const width = Math.max(...cells.map(widthOf))
    const numeric = cells.slice(1).every((cell) => /^[-−\d.,%]*$/.test(cell))
    return cells.map((cell) => {
      const space = ' '.repeat(width - widthOf(cell))
      return numeric ? space + cell : cell + space
    })
  })
  return rows
    .map((_, i) =>
      padded
        .map((cells) => cells[i])
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}
