import { type Problem, problem } from '../problem/index.js'
import type { ProofCode, ProofValues } from './chain-codes.js'
import { proofEn } from './chain-en.js'
import { proofZhCN } from './chain-zh-CN.js'
import type { PayCode, PayValues } from './codes.js'
import type { CreditCode, CreditValues } from './credit-codes.js'
import { creditEn } from './credit-en.js'
import { creditZhCN } from './credit-zh-CN.js'
import { en } from './en.js'
import type { LedgerCode, LedgerValues } from './ledger-codes.js'
import { ledgerEn } from './ledger-en.js'
import { ledgerZhCN } from './ledger-zh-CN.js'
import type { WageCode, WageValues } from './wage-codes.js'
import { wageEn } from './wage-en.js'
import { wageZhCN } from './wage-zh-CN.js'
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

/** The problem of a code of proof at a place, in each language. */
export function proofProblem<Code extends ProofCode>(
  code: Code,
  path: string,
  values: ProofValues[Code],
): Problem {
  return problem(code, path, proofEn[code](values), proofZhCN[code](values))
}

/** The problem of a code of what is made of runs at a place, in each language. */
export function ledgerProblem<Code extends LedgerCode>(
  code: Code,
  path: string,
  values: LedgerValues[Code],
): Problem {
  return problem(code, path, ledgerEn[code](values), ledgerZhCN[code](values))
}

/** The problem of a code of the terms of a pay sheet at a place, in each language. */
export function wageProblem<Code extends WageCode>(
  code: Code,
  path: string,
  values: WageValues[Code],
): Problem {
  return problem(code, path, wageEn[code](values), wageZhCN[code](values))
}
