import { named, prorated } from '../formula/index.js'
import { attribute, type Component, component, type Writing } from '../pay/index.js'
import { prorationSources } from '../pay/internal.js'
import type { Label } from '../problem/index.js'
import { minorUnits, money, type Rounding } from '../quantity/index.js'

/** A part of pay that is agreed with each person: a base salary, an allowance. */
export interface SalaryTerms {
  /** The attribute that holds the amount for a whole period. */
  readonly component: string
  /** `assignment`: of each post of a person; of the person unless said. */
  readonly of?: 'assignment' | undefined
  /** Whether only the paid part of the period is paid. */
  readonly prorated: boolean
  /** Half up unless said. Of what is not prorated nothing is rounded. */
  readonly rounding?: Rounding | undefined
  readonly label?: Label | undefined
  readonly clause?: string | undefined
}

/**
 * A part of pay as a component of the person, or of each post of theirs, due, whose amount is an attribute. One
 * below zero withholds the line: what is taken off is an adjustment, or a deduction.
 *
 * - `prorated`: amount × days paid ÷ days of the period, by the basis, cut where the amount changes, and
 *   rounded once for the whole period, to the currency's minor unit.
 * - else the whole amount that holds on the last day employed in the period, whenever it began: an
 *   allowance that rises on the 31st is paid at the new amount for all of the month.
 *
 * @example
 * salaryComponents({ component: 'base', prorated: true }, { id: 'base', currency: 'CNY' })[0]?.each //=> 'stretch'
 */
export function salaryComponents(
  { component: name, of, prorated: byDays, rounding = 'half-up', label, clause }: SalaryTerms,
  { id, currency, eligible, basis, retro }: Writing,
): readonly Component[] {
  const whole = { en: 'Amount for the whole period', 'zh-CN': '整期金额' }
  const amount = attribute(name, money(currency), minorUnits(currency), {
    label: whole,
    least: '0',
  })
  const paid = byDays ? prorated(amount, { currency, rounding }) : amount
  return [
    component(
      id,
      {
        pays: 'due',
        of,
        label,
        clause,
        eligible,
        retro,
        ...(byDays && { each: 'stretch', reads: prorationSources({ basis }) }),
      },
      named(label ?? name, paid, clause),
    ),
  ]
}
