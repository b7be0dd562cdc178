import * as z from 'zod'
import type { Problem } from '../problem/index.js'
import { meaning } from '../problem/schema.js'
import { decimal } from '../quantity/index.js'
import { digitProblems, inputDigits, tooManyDigits } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'

const share = z.string().regex(/^((0|[1-9]\d*)(\.\d+)?|[1-9]\d*\/[1-9]\d*)$/, 'share')

/** A share of credit: a decimal of 0 or more, or a fraction of whole numbers that is at most 1. */
export const shareSchema = share.superRefine(meaning(shareProblems))

/** What part of somebody's credit goes to another: above 0, and at most 1. */
export const partSchema = share.superRefine(
  meaning((text) => {
    const problems = shareProblems(text)
    if (problems.length > 0 || text.includes('/')) return problems
    const part = decimal(text)
    return part.isZero() || part.greaterThan(1)
      ? [creditProblem('bad-part', '', { part: text })]
      : []
  }),
)

/** A whole number of shares, as text. */
export const weightSchema = z
  .string()
  .regex(/^[1-9]\d*$/, 'weight')
  .superRefine(meaning(digitProblems))

function shareProblems(text: string): readonly Problem[] {
  const [part = '', whole] = text.split('/')
  if (whole === undefined) return digitProblems(part)
  const digits = part.length + whole.length
  if (digits > inputDigits) return [tooManyDigits('', digits, inputDigits)]
  return BigInt(part) > BigInt(whole) ? [creditProblem('bad-part', '', { part: text })] : []
}
