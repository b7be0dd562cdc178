import type { Locale } from '../problem/index.js'
import type { Changed } from './changed.js'
import { changedEn } from './changed-en.js'
import { changedZhCN } from './changed-zh-CN.js'
import type { Explained } from './explained.js'
import { explainedEn } from './explained-en.js'
import { explainedZhCN } from './explained-zh-CN.js'

export { buildProblem } from './build.js'
export type { ChainCode, ChainValues, ProofCode, ProofValues } from './chain-codes.js'
export type { LinkCode, PayCode, PayValues } from './codes.js'
export type { CreditCode, CreditValues } from './credit-codes.js'
export { disclosureProblem } from './disclosure.js'
export type { Explained, Taking } from './explained.js'
export { oneOf } from './one-of.js'
export { type Payslip, payslipWords } from './payslip.js'
export { creditProblem, ledgerProblem, payProblem, proofProblem, wageProblem } from './problems.js'
export type { Taken } from './said.js'

/** What explanations of pay say, by language. */
export const explainedWords: Readonly<Record<Locale, Explained>> = {
  en: explainedEn,
  'zh-CN': explainedZhCN,
}

/** What explanations of a change between runs say, by language. */
export const changedWords: Readonly<Record<Locale, Changed>> = {
  en: changedEn,
  'zh-CN': changedZhCN,
}
