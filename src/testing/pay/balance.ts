import type { Run } from '../../pay/index.js'
import { push } from '../../problem/push.js'
import { type Decimal, decimal } from '../../quantity/index.js'
import type { Figures } from '../arbitraries/figures.js'
import { aligned } from './aligned.js'
import { type Levelled, levelledIn } from './levels.js'
import { type Found, type PayCase, runsOf, shown } from './runs.js'

/**
 * What is divided is never overdrawn, and paid exactly where nobody is withheld, also where some alone are paid;
 * and by levels it is paid to the last.
 */
export function unbalanced(of: PayCase, pick: number): Found {
  const ids = of.data.people.map(({ id }) => id)
  const some = ids.filter((_, i) => i % 2 === 0)
  const rows = [
    ...wrongIn(runsOf(of)),
    ...wrongIn(runsOf(of, { request: (i) => (i === 1 ? {} : { only: some }) })),
    ...lostByLevels(of, pick),
  ]
  return shown({ en: 'What is divided is not what is paid', 'zh-CN': '分配额与发放额不符' }, rows)
}

/** What is divided by levels, where it is not what its last parts come to. */
function lostByLevels(of: PayCase, pick: number): readonly Figures[] {
  const levelled = levelledIn(of.book)
  if (levelled.length === 0) return []
  const { pays, by, book, witness } = levelled[pick % levelled.length] as Levelled
  const runs = runsOf({ ...of, book, data: aligned(of.data, by) })
  return runs.flatMap(({ period: run, divisions }) => {
    const known = new Map<string, Run['divisions'][number][]>()
    for (const each of divisions) push(known, each.earned.period, each)
    return [...known].flatMap(([earned, all]): readonly Figures[] => {
      const [first, last] = [witness, pays].map((name) =>
        all.filter(({ component }) => component === name),
      ) as [typeof all, typeof all]
      // What one of them settled before, the other may settle by later news.
      if (first.length === 0 || last.length === 0) return []
      if ([...first, ...last].some(({ withheld }) => withheld.length > 0)) return []
      const [divided, paid] = [first, last].map((each) =>
        sum(each.map(({ value }) => decimal(value))),
      ) as [Decimal, Decimal]
      if (divided.equals(paid)) return []
      return [{ run, component: pays, earned, divided: divided.toFixed(), pays: paid.toFixed() }]
    })
  })
}

const zero = decimal('0')
const sum = (values: readonly Decimal[]) => values.reduce((all, each) => all.plus(each), zero)

/** The least and the most that a group had to divide so far. */
interface Range {
  readonly least: Decimal
  readonly most: Decimal
}

function wrongIn(runs: readonly Run[]): readonly Figures[] {
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
