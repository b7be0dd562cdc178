import { analyze, evaluate, payroll, quantity } from 'payproof'
import type { monthOf } from './desk.js'

type Month = ReturnType<typeof monthOf>

const person = 'li'
/** All that is earned, before what is owed for damage is taken off. */
const earning = ['base', 'commission', 'top_up']
const domain = { from: '0', to: '120000' }

/** A stretch of the last deal's amount, and the part of one more yuan that is earned, and paid. */
export interface Stretch {
  readonly from: string
  readonly to: string
  readonly earned: string
  readonly paid: string
}

/** The pay of the month as a formula of the amount of the last deal: what is paid, or some components alone. */
export function payByLastDeal({ book, data, run }: Month, of?: readonly string[]) {
  const id = data.records?.['credits']?.find(({ deal }) => deal === 'd3')?.id ?? ''
  return payroll.payFormula(book, data, run, {
    ...{ person, of },
    over: { table: 'credits', id, value: 'sales' },
  })
}

/** What is paid where the last deal is of an amount. */
export function paidAt(month: Month, amount: string): string {
  const { formula, over } = payByLastDeal(month)
  return evaluate(formula, { [over]: amount }).value
}

/** The stretches on which one more yuan sold pays alike. */
export function stretchesOf(month: Month): readonly Stretch[] {
  const [earned, paid] = [ratesOf(month, earning), ratesOf(month)]
  const starts = [...new Set([...earned, ...paid].map(({ from }) => from))].sort(compared)
  const all = starts.map((from) => ({
    from,
    earned: rateAt(earned, from),
    paid: rateAt(paid, from),
  }))
  const changes = all.filter(
    (each, i) => each.earned !== all[i - 1]?.earned || each.paid !== all[i - 1]?.paid,
  )
  return changes.map((each, i) => ({ ...each, to: changes[i + 1]?.from ?? domain.to }))
}

/** What it is worth to reach the gate, by what is earned. */
export function worthOfGate({ book, data, run }: Month): string {
  const of = { person, of: earning, over: { figure: 'satisfaction' } }
  const { formula, over } = payroll.payFormula(book, data, run, of)
  const { cliffs } = analyze(formula, { over, domain: { from: '0', to: '1' } })
  return quantity.total(
    cliffs.map(({ size }) => size),
    2,
  )
}

function ratesOf(month: Month, of?: readonly string[]) {
  const { formula, over } = payByLastDeal(month, of)
  return analyze(formula, { over, domain }).pieces.map((piece) => {
    if (!('slope' in piece)) throw new Error('no straight line')
    return { from: piece.from ?? domain.from, slope: piece.slope }
  })
}

function rateAt(rates: ReturnType<typeof ratesOf>, amount: string): string {
  return rates.findLast(({ from }) => compared(from, amount) <= 0)?.slope ?? '0'
}

function compared(a: string, b: string): number {
  return quantity.decimal(a).comparedTo(b)
}
