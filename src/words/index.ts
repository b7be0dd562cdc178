import type { Locale } from '../problem/index.js'
import type { Explained } from './explained.js'
import { explainedEn } from './explained-en.js'
import { explainedZhCN } from './explained-zh-CN.js'

export type { LinkCode, PayCode, PayValues } from './codes.js'
export type { CreditCode, CreditValues } from './credit-codes.js'
export type { Explained, Taking } from './explained.js'
export type { Counted, DataChangeValues, MigrateCode, MigrateValues } from './migrate-codes.js'
export { oneOf } from './one-of.js'
export { creditProblem, migrateText, payProblem } from './problems.js'
export type { Taken } from './said.js'

/** What explanations of pay say, by language. */
export const explainedWords: Readonly<Record<Locale, Explained>> = {
  en: explainedEn,
  'zh-CN': explainedZhCN,
}
