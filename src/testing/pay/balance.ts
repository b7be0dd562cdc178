import type { Run } from '../../pay/index.js'
import { push } from '../../problem/push.js'
import { type Decimal, decimal } from '../../quantity/index.js'
import type { Figures } from '../arbitraries/figures.js'
import { type Found, type PayCase, runsOf, shown } from './runs.js'

/** What is divided is never overdrawn, and paid exactly where nobody is withheld, also where some alone are paid. */
export function unbalanced(of: PayCase): Found {
  const ids = of.data.people.map(({ id }) => id)
  const some = ids.filter((_, i) => i % 2 === 0)
  const rows = [
    ...wrongIn(runsOf(of)),
    ...wrongIn(runsOf(of, { request: (i) => (i === 1 ? {} : { only: some }) })),
  ]
  return shown({ en: 'What is divided is not what is paid', 'zh-CN': '分配额与发放额不符' }, rows)
}

/** The least and the most that a group had to divide so far. */
interface Range {
  readonly least: Decimal
  readonly most: Decimal
}

function wrongIn(runs: readonly Run[]): readonly Figures[] {
  const zero = decimal('0')
  const ranges = new Map<string, Map<string, Range>>()
  const paid = new Map<string, Decimal>()
  return runs.flatMap(({ period: run, lines, divisions }) => {
    for (const { component, earned, amount } of lines) {
      const key = JSON.stringify([component, earned.period])
      paid.set(key, (paid.get(key) ?? zero).plus(amount))
    }
    const told = new Map<string, Run['divisions'][number][]>()
    for (const each of divisions)
      push(told, JSON.stringify([each.component, each.earned.period]), each)
    return [...told].flatMap(([key, groups]): readonly Figures[] => {
      const known = ranges.get(key) ?? new Map<string, Range>()
      ranges.set(key, known)
      for (const { group, value } of groups) {
        const { least, most } = known.get(group) ?? { least: zero, most: zero }
        const now = decimal(value)
        known.set(group, {
          least: now.lessThan(least) ? now : least,
          most: now.greaterThan(most) ? now : most,
        })
      }
      const sum = (values: readonly Decimal[]) => values.reduce((all, each) => all.plus(each), zero)
      const [all, value] = [[...known.values()], sum(groups.map((each) => decimal(each.value)))]
      const pays = paid.get(key) ?? zero
      const isWhole = groups.every(({ withheld }) => withheld.length === 0)
      const fits = isWhole
        ? pays.equals(value)
        : !pays.greaterThan(sum(all.map(({ most }) => most))) &&
          !pays.lessThan(sum(all.map(({ least }) => least)))
      if (fits) return []
      const [component, earned] = JSON.parse(key) as [string, string]
      return [{ run, component, earned, divided: value.toFixed(), pays: pays.toFixed() }]
    })
  })
}
