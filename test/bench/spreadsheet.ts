import { HyperFormula } from 'hyperformula'
import type { Data, Rival } from './rival.js'

/**
 * A plan as a spreadsheet in HyperFormula: the inputs in columns A and on, the payout beside them.
 * Building the sheet computes it, so that is what is measured; few rows, since each is parsed.
 */
export function spreadsheet(
  inputs: (data: Data) => readonly Float64Array[],
  payout: (row: number) => string,
): Rival {
  return {
    most: 1_000,
    prepare: (data, rows) => {
      const columns = inputs(data)
      const sheet = Array.from({ length: rows }, (_, row) => [
        ...columns.map((column) => column[row] as number),
        payout(row + 1),
      ])
      return () => {
        const engine = HyperFormula.buildFromArray(sheet, { licenseKey: 'gpl-v3' })
        const payouts = engine.getSheetValues(0).map((cells) => cells[columns.length])
        engine.destroy()
        return payouts
      }
    },
    cents: (payout: number) => Math.round(payout * 100),
  }
}
