import { type Localized, type Problem, problem } from '../problem/index.js'
import type { PayCode, PayValues } from './codes.js'
import type { CreditCode, CreditValues } from './credit-codes.js'
import { creditEn } from './credit-en.js'
import { creditZhCN } from './credit-zh-CN.js'
import { en } from './en.js'
import type { MigrateCode, MigrateValues } from './migrate-codes.js'
import { migrateEn } from './migrate-en.js'
import { migrateZhCN } from './migrate-zh-CN.js'
import { zhCN } from './zh-CN.js'

/** The problem of a code at a place, in each language. */
export function payProblem<Code extends PayCode>(
  code: Code,
  path: string,
  values: PayValues[Code],
): Problem {
  return problem(code, path, en[code](values), zhCN[code](values))
}

/** The problem of a code of deals and credits at a place, in each language. */
export function creditProblem<Code extends CreditCode>(
  code: Code,
  path: string,
  values: CreditValues[Code],
): Problem {
  return problem(code, path, creditEn[code](values), creditZhCN[code](values))
}

/** What a migration changed, in each language. */
export function migrateText<Code extends MigrateCode>(
  code: Code,
  values: MigrateValues[Code],
): Localized {
  return { en: migrateEn[code](values), 'zh-CN': migrateZhCN[code](values) }
}
