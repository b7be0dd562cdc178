/** Rows as text columns under their heads: numbers to the right, words to the left. */
export function table(rows: readonly (readonly string[])[]): string {
  const columns = (rows[0] ?? []).map((_, i) => rows.map((row) => row[i] ?? ''))
  const padded = columns.map((cells) => {
    const width = Math.max(...cells.map((cell) => cell.length))
    const numeric = cells.slice(1).every((cell) => /^[-−\d.,%]*$/.test(cell))
    return cells.map((cell) => (numeric ? cell.padStart(width) : cell.padEnd(width)))
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
