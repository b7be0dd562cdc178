import { likely } from '../problem/index.js'
import type { LedgerWords } from './ledger-codes.js'

/** The problems of what is made of runs in English. */
export const ledgerEn: LedgerWords = {
  'beyond-limit': ({ limit, group, sum, most }) => [
    `${sum} is paid${group === undefined ? '' : ` for "${group}"`}, more than the ${most} that "${limit}" allows`,
    'Raise the limit, or change what is paid',
  ],
  'earlier-runs': ({ period, number }) => [
    `run ${number} of ${period} counts against limits together with those before it, and not all of them are given`,
    'Give the runs of the period in "earlier"',
  ],
  'nobody-has': ({ found, known }) => [
    `nobody has the attribute "${found}"`,
    likely(found, known)[0],
  ],
  'other-currency': ({ found, expected }) => [
    `pays ${found}, where ${expected} is expected`,
    'Put runs of one currency together',
  ],
  'other-period': ({ found, expected }) => [
    `pays ${found}, where ${expected} is expected`,
    'Put runs of one period together',
  ],
  'repeated-run': ({ period, number }) => [
    `run ${number} of ${period} is given twice`,
    'Give each run once',
  ],
}
