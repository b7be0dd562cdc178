import { expect } from 'vitest'
import { salaryComponents } from '../../../src/grade/index.js'
import { book, parseData, type Run, settle } from '../../../src/pay/index.js'
import { total } from '../../../src/quantity/index.js'
import {
  absencesOf,
  bases,
  type Draw,
  dayAt,
  employmentOf,
  historiesOf,
  months,
  type Paid,
} from './base.js'

export function byPayCore(draw: Draw): readonly Run[] {
  const about = { currency: 'CNY', basis: 'own' } as const
  const components = [
    ...salaryComponents({ component: 'salary', prorated: true }, { ...about, id: 'base' }),
    ...salaryComponents({ component: 'meal', prorated: false }, { ...about, id: 'meal' }),
  ]
  const of = book(components, { currency: 'CNY', retro: 3, basis: { own: bases[draw.basis] } })
  const { salary: history, meal } = historiesOf(draw)
  const recorded = new Map(draw.rises.map(({ day, told }) => [dayAt(day), dayAt(day + told)]))
  const { to: _, ...open } = employmentOf(draw)
  const told = { recorded: dayAt((draw.to ?? 0) + 1 + draw.toldOfLeaving) }
  const employment =
    draw.to === undefined || draw.toldOfLeaving === 0
      ? [employmentOf(draw)]
      : [open, { ...employmentOf(draw), ...told }]
  const person = {
    id: 'li',
    employment,
    attributes: {
      salary: history.map((each) => ({ ...each, recorded: recorded.get(each.from) ?? each.from })),
      meal,
    },
    absences: absencesOf(draw).map((each, i) => {
      const { from, told } = draw.absences[i] as Draw['absences'][number]
      return {
        ...each,
        id: String(i),
        kind: 'leave',
        ...(told > 0 && { recorded: dayAt(from + told) }),
      }
    }),
  }
  const data = parseData({ people: [person] })
  let before: Run | 'first' = 'first'
  return months.map((period) => {
    const run: Run = settle(of, data, { period, before })
    before = run
    expect(run.withheld).toEqual([])
    return run
  })
}

/** What each run pays, of whatever month. */
export function inRuns(runs: readonly Run[]): Paid {
  return runs.map(({ lines }) => [sumOf(lines, 'base'), sumOf(lines, 'meal')])
}

/** What all runs pay for each month. */
export function ofMonths(runs: readonly Run[]): Paid {
  const lines = runs.flatMap((run) => run.lines)
  return months.map((month) => {
    const own = lines.filter(({ earned }) => earned.period === month)
    return [sumOf(own, 'base'), sumOf(own, 'meal')]
  })
}

function sumOf(lines: Run['lines'], component: string): string {
  const own = lines.filter((line) => line.component === component)
  return total(
    own.map(({ amount }) => amount),
    2,
  )
}
