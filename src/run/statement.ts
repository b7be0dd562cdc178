import type { IsoDate, Period } from '../calendar/index.js'
import { type Explanation, explain, type Step } from '../formula/index.js'
import { type Label, type Locale, labelIn } from '../problem/index.js'
import { type Currency, formatQuantity, money } from '../quantity/index.js'

/** One payment of a statement, with the run of the formula that led to it. */
export interface StatementLine {
  readonly kind: 'component' | 'bonus' | 'commission'
  /** The name of the pay component, the scorecard or the plan that pays it. */
  readonly source: string
  /** A decimal string with the places of the currency's minor unit. */
  readonly amount: string
  /** The days it is paid for, where changes cut the period. */
  readonly from?: IsoDate
  readonly to?: IsoDate
  readonly trace: Step
}

/** What one person is paid for a period, and how each figure came about. Plain JSON. */
export interface Statement {
  readonly person: string
  readonly name: string
  readonly department: string
  readonly departmentLabel: Label
  readonly period: Period
  readonly currency: Currency
  readonly lines: readonly StatementLine[]
  /** The exact sum of the lines. */
  readonly total: string
}

const words = {
  en: {
    title: (period: string, name: string, department: string) =>
      `Pay statement ${period}: ${name}, ${department}`,
    days: (from: string, to: string) => `From ${from} to ${to}`,
  },
  'zh-CN': {
    title: (period: string, name: string, department: string) =>
      `工资单 ${period}：${name}（${department}）`,
    days: (from: string, to: string) => `${from} 至 ${to}`,
  },
} as const

/**
 * A statement in words: each line with its arithmetic, down to the data and the clause it came from.
 * Render it with `renderText`, `renderMarkdown` or `renderHtml`.
 *
 * @example
 * renderText(explainStatement(statement, { locale: 'zh-CN' }))
 */
export function explainStatement(
  statement: Statement,
  { locale }: { readonly locale: Locale },
): Explanation {
  const { period, name, departmentLabel, currency, total, lines } = statement
  const say = words[locale]
  const written = (amount: string) => formatQuantity(amount, money(currency), locale)
  return {
    label: say.title(period.name, name, labelIn(departmentLabel, locale)),
    value: written(total),
    how: lines.length > 1 ? [lines.map(({ amount }) => written(amount)).join(' + ')] : [],
    steps: lines.map((line) => {
      const explained = explain(line, { locale })
      const { from, to } = line
      return from === undefined || to === undefined
        ? explained
        : { ...explained, how: [say.days(from, to), ...explained.how] }
    }),
  }
}
