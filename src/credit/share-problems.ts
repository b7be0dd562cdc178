import type { Problem } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { digitProblems, inputDigits, tooManyDigits } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'

/** A decimal of 0 or more, or a fraction of whole numbers above 0. */
export const sharePattern = /^((0|[1-9]\d*)(\.\d+)?|[1-9]\d*\/[1-9]\d*)$/

/** A whole number above 0. */
export const weightPattern = /^[1-9]\d*$/

/** What is wrong with a share of credit that is written as one. */
export function shareProblems(text: string): readonly Problem[] {
  const [part = '', whole] = text.split('/')
  if (whole === undefined) return digitProblems(part)
  const digits = part.length + whole.length
  if (digits > inputDigits) return [tooManyDigits('', digits, inputDigits)]
  return BigInt(part) > BigInt(whole) ? [creditProblem('bad-part', '', { part: text })] : []
}

/** What is wrong with a share as the part of what somebody has that goes to another. */
export function partProblems(text: string): readonly Problem[] {
  const problems = shareProblems(text)
  if (problems.length > 0 || text.includes('/')) return problems
  const part = decimal(text)
  return part.isZero() || part.greaterThan(1) ? [creditProblem('bad-part', '', { part: text })] : []
}

/** Whether a value is a share that its schema takes. */
export function isUsualShare(value: unknown): value is string {
  return isShort(value) && sharePattern.test(value) && shareProblems(value).length === 0
}

/** Whether a value is a part that its schema takes. */
export function isUsualPart(value: unknown): value is string {
  return isShort(value) && sharePattern.test(value) && partProblems(value).length === 0
}

/** Whether a value is a weight that its schema takes. */
export function isUsualWeight(value: unknown): value is string {
  return isShort(value) && weightPattern.test(value)
}

/** A text of so few characters that it has no more digits than a number may have. */
function isShort(value: unknown): value is string {
  return typeof value === 'string' && value.length <= inputDigits
}
