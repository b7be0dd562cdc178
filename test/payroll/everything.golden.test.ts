import { describe, expect, it } from 'vitest'
import { renderText } from '../../src/index.js'
import type { LinkedComponent, Run } from '../../src/pay/index.js'
import { lastVersion, titleOf } from '../../src/pay/internal.js'
import {
  explain,
  limitStatus,
  type PolicyKind,
  parseBook,
  parseRunData,
  run,
  statements,
  totals,
  verify,
  verifyChain,
  vocabulary,
} from '../../src/payroll/index.js'
import { describeProblems, type Label, type Locale, labelIn } from '../../src/problem/index.js'
import { decimal, total } from '../../src/quantity/index.js'
import { expectGolden } from '../golden.js'
import { everything } from './everything.js'
import { knownBy, months, told } from './everything-told.js'

const book = parseBook(everything)
const { data, reconciliation } = parseRunData(book, told)
const runs: Run[] = []
for (const period of months) runs.push(run(book, data, { period, before: runs.at(-1) ?? 'first' }))

const policies = everything.policies as readonly {
  readonly kind: PolicyKind
  readonly id: string
}[]
const idsOf = (kind: string) => policies.filter((each) => each.kind === kind).map(({ id }) => id)
const isPaid = ({ amount }: { readonly amount: string }) => !decimal(amount).isZero()
const sumOf = (lines: readonly { readonly amount: string }[]) =>
  total(
    lines.map(({ amount }) => amount),
    2,
  )

describe('a book with every kind of the vocabulary', () => {
  it('has every kind, and every one of them pays but a quota and a subtotal', () => {
    expect([...new Set(policies.map(({ kind }) => kind))].sort()).toEqual(
      Object.keys(vocabulary).sort(),
    )
    const paid = new Set(
      runs.flatMap(({ lines }) => lines.filter(isPaid)).map((line) => line.component),
    )
    const unpaid = Object.keys(vocabulary).filter((kind) => !idsOf(kind).some((id) => paid.has(id)))
    expect(unpaid).toEqual(['quota', 'subtotal'])
    expect(Object.values(reconciliation).flat()).toEqual([])
  })

  it('runs half a year that verifies, run by run and as a chain', () => {
    for (const [i, each] of runs.entries())
      expect(verify(book, data, each, { before: runs[i - 1] ?? 'first' })).toEqual([])
    expect(verifyChain(runs, { book, head: runs.at(-1)?.digest })).toEqual([])
  })

  it.each(months.map((month, i) => [month, i] as const))(
    'pays %s alike by all that is told and by what was recorded by then',
    (period, i) => {
      const known = parseRunData(book, knownBy(runs[i]?.asOf ?? '')).data
      const again = run(book, known, { period, before: runs[i - 1] ?? 'first' })
      expect(again).toEqual(runs[i])
    },
  )

  it('pays nothing more when the last month is run again', () => {
    const last = runs.at(-1) as Run
    const again = run(book, data, { period: last.period, before: last })
    expect([again.lines.filter(isPaid), again.withheld]).toEqual([[], []])
  })

  it('withholds the objectives that nobody told of, and what depends on them, until they are told', () => {
    const withheld = runs.map((each) =>
      each.withheld.map(({ component, owner, earned }) => [owner.person, component, earned.period]),
    )
    const waiting = (month: string) => [
      ['zhou', 'objectives', '2026-Q1'],
      ['zhou', 'damage', month],
      ['zhou', 'rounding', month],
    ]
    expect(withheld).toEqual([[], [], waiting('2026-03'), waiting('2026-04'), [], []])
    expect(runs.flatMap(({ unread, absentPeople }) => [...unread, ...absentPeople])).toEqual([])
  })

  it('sums up to what the lines come to, and pays whole yuan wherever all is known', () => {
    const { paid, earned } = totals(book, data, runs, { smallest: 1 })
    expect(paid.map(({ company }) => company.total)).toEqual(runs.map(({ lines }) => sumOf(lines)))
    const all = sumOf(runs.flatMap(({ lines }) => lines))
    expect(
      total(
        earned.map(({ company }) => company.total),
        2,
      ),
    ).toBe(all)
    for (const each of runs)
      for (const stated of statements(book, data, each))
        if (stated.withheld.length === 0) expect(decimal(stated.total).isInteger()).toBe(true)
  })

  it('tells in each month which limit was breached', () => {
    const breached = runs.flatMap((each) =>
      limitStatus(book, data, [each], book.limits)
        .filter((status) => status.breached)
        .map(({ limit, group, sum }) => `${each.period} ${limit} ${group} ${sum}`),
    )
    expect(breached).toEqual(['2026-02 department service 22200.00'])
  })
})

const nameOf = (id: string | undefined) =>
  data.people.find((person) => person.id === id)?.name ?? id

/** What a clerk reads of a run: who is paid what, what waits, what came late, what is left over. */
function sheetOf(each: Run, locale: Locale): string {
  const called = (label: Label, period: string) =>
    `${labelIn(label, locale)}${period === each.period ? '' : ` (${period})`}`
  const labelOf = (component: string) =>
    titleOf(lastVersion(book.components.get(component) as LinkedComponent))
  const paid = statements(book, data, each).flatMap(({ name, lines, total }) => [
    `  ${name}: ${total}`,
    ...lines
      .filter(isPaid)
      .map(({ label, earned, amount }) => `    ${called(label, earned.period)}: ${amount}`),
  ])
  const withheld = each.withheld.map(
    ({ component, owner, earned, problems }) =>
      `  withheld ${nameOf(owner.person)}, ${called(labelOf(component), earned.period)}\n    ${describeProblems(problems, locale).replaceAll('\n', '\n    ')}`,
  )
  const late = each.late.map(({ key, period }) => `  late ${key} (${period})`)
  const leftOver = each.leftOver.map(
    ({ component, owner, value }) =>
      `  left over ${nameOf(owner.person)}, ${component === undefined ? each.period : called(labelOf(component), each.period)}: ${value}`,
  )
  return [each.period, ...paid, ...withheld, ...late, ...leftOver].join('\n')
}

/** Why the first line of a kind that pays something pays it; of corrections, where there is one. */
function whyOf(kind: string, locale: Locale): readonly string[] {
  return idsOf(kind).flatMap((component) => {
    const paid = runs.flatMap((each) =>
      each.lines
        .filter((line) => line.component === component && isPaid(line))
        .map((line) => ({ each, line })),
    )
    const found = paid.find(({ line }) => !decimal(line.settled).isZero()) ?? paid[0]
    if (found === undefined) return []
    const { person, earned } = found.line
    const why = explain(book, data, found.each, {
      component,
      person,
      period: earned.period,
      locale,
    })
    return [`${kind}, ${nameOf(person)}\n${renderText(why)}`]
  })
}

describe('what half a year of every kind reads like', () => {
  it.each(['en', 'zh-CN'] as const)('in %s', (locale) => {
    const sheets = runs.map((each) => sheetOf(each, locale))
    const whys = Object.keys(vocabulary).flatMap((kind) => whyOf(kind, locale))
    expectGolden(`test/payroll/golden/everything.${locale}.txt`, [...sheets, ...whys].join('\n\n'))
  })
})
