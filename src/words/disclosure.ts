import { type Problem, problem } from '../problem/index.js'
import type { DisclosureCode, DisclosureValues } from './disclosure-codes.js'
import { disclosureEn } from './disclosure-en.js'
import { disclosureZhCN } from './disclosure-zh-CN.js'

/** The problem of a code of what is disclosed at a place, in each language. */
export function disclosureProblem<Code extends DisclosureCode>(
  code: Code,
  path: string,
  values: DisclosureValues[Code],
): Problem {
  return problem(code, path, disclosureEn[code](values), disclosureZhCN[code](values))
}
