import { parsePlan } from '../../src/commission/index.js'
import { evaluate, explain, renderText } from '../../src/formula/index.js'
import { describeProblems, type Locale, problemsOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { flat } from './plans.js'

/** Plans of which little matters: their tables, and the numbers in them. */

export type Inputs = Readonly<Record<string, string>>

export const planOf = (more: object) => parsePlan({ ...flat, ...more })
export const paid = (more: object, inputs: Inputs) => evaluate(planOf(more).formula, inputs).value
export const told = (more: object, inputs: Inputs, locale: Locale = 'en') =>
  renderText(explain(evaluate(planOf(more).formula, inputs), { locale }))
export const wrong = (more: object) => found(() => planOf(more))
export const said = (more: object, locale: Locale) =>
  describeProblems(
    problemsOf(() => planOf(more)),
    locale,
  )
export const own = (figure: string) => ({ figure })

/** Cents as an amount, and millionths as a ratio. */
export const amount = (cents: number) => (cents / 100).toFixed(2)
export const ratio = (millionths: number) => (millionths / 1e6).toFixed(6)
