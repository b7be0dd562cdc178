import { likely } from '../problem/index.js'
import type { LedgerWords } from './ledger-codes.js'

/** The problems of what is made of runs in Chinese. */
export const ledgerZhCN: LedgerWords = {
  'beyond-limit': ({ limit, group, sum, most }) => [
    `${group === undefined ? '' : `“${group}”`}发放 ${sum}，超过“${limit}”的上限 ${most}`,
    '请提高上限，或调整发放内容',
  ],
  'earlier-runs': ({ period, number }) => [
    `${period} 的第 ${number} 次结算须与此前各次一并计入上限，而此前的结算未全部给出`,
    '请在“earlier”中给出该期间此前的结算',
  ],
  'nobody-has': ({ found, known }) => [`没有人具有属性“${found}”`, likely(found, known)[1]],
  'other-currency': ({ found, expected }) => [
    `发放币种为 ${found}，而此处应为 ${expected}`,
    '请将同一币种的发放放在一起',
  ],
  'other-period': ({ found, expected }) => [
    `发放期间为 ${found}，而此处应为 ${expected}`,
    '请将同一期间的发放放在一起',
  ],
  'repeated-run': ({ period, number }) => [
    `${period} 的第 ${number} 次发放给出了两次`,
    '每次发放只需给出一次',
  ],
}
