import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parsePeriod } from '../../src/calendar/index.js'
import { type Audience, redact, type Statement } from '../../src/run/index.js'
import { book, month, statementOf } from './company.js'
import { adjustments, awards, pools, yearEnd } from './year-end.js'

const run = month({ book: { ...book, policies: yearEnd() }, pools, awards, adjustments })
const li = statementOf(run, 'li')
const ann = statementOf(run, 'ann')

/** Every text and number of a plain value, and every name of a member. */
function leaves(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return [String(value)]
  return Object.entries(value).flatMap(([name, inner]) =>
    Array.isArray(value) ? leaves(inner) : [`.${name}`, ...leaves(inner)],
  )
}

describe('who may see what of a statement', () => {
  test('the auditor sees all', () => {
    expect(redact(li, 'auditor')).toEqual({ ...li, audience: 'auditor' })
  })

  test('employees see all of their own, and nothing of how others fared', () => {
    const own = redact(li, 'employee')
    expect(own.lines.slice(0, 4)).toEqual(li.lines.slice(0, 4))
    expect(own.lines.slice(4)).toEqual([
      {
        kind: 'pool',
        source: 'profit',
        label: { en: 'Profit sharing', 'zh-CN': '分红' },
        clause: 'Handbook 6.1',
        amount: '461.54',
      },
      {
        kind: 'award',
        source: 'star',
        label: { en: 'Star agent', 'zh-CN': '服务之星' },
        clause: 'Handbook 7.2',
        amount: '500.00',
        place: 1,
      },
      {
        kind: 'award',
        source: 'team',
        label: { en: 'Best team', 'zh-CN': '最佳团队' },
        clause: 'Handbook 7.2',
        amount: '50.01',
        place: 1,
      },
    ])
    expect([own.total, own.person]).toEqual([li.total, 'li'])
    expect(leaves(own).some((text) => text.includes('Wang Wei'))).toBe(false)
    expect(leaves(li).some((text) => text.includes('Wang Wei'))).toBe(true)
  })

  test('managers see what is paid by which clause', () => {
    const { lines, ...seen } = redact(ann, 'manager')
    expect(seen).toEqual({
      audience: 'manager',
      name: 'Ann Lee',
      department: 'operations',
      departmentLabel: { en: 'Operations', 'zh-CN': '运营部' },
      period: parsePeriod('2026-06'),
      person: 'ann',
      costCentre: 'operations',
      currency: 'CNY',
      total: ann.total,
    })
    expect(lines.at(-1)).toEqual({
      kind: 'adjustment',
      source: 'a1',
      label: { en: 'Correction of May', 'zh-CN': '五月更正' },
      clause: 'Handbook 9.1',
      amount: '-20.50',
    })
    expect(lines[2]).not.toHaveProperty('clause')
  })

  test('peers see who won which award', () => {
    expect(redact(li, 'peer')).toEqual({
      audience: 'peer',
      name: 'Li Na',
      department: 'service',
      departmentLabel: { en: 'Customer service', 'zh-CN': '客服部' },
      period: parsePeriod('2026-06'),
      lines: [
        {
          kind: 'award',
          source: 'star',
          label: { en: 'Star agent', 'zh-CN': '服务之星' },
          place: 1,
        },
        {
          kind: 'award',
          source: 'team',
          label: { en: 'Best team', 'zh-CN': '最佳团队' },
          place: 1,
        },
      ],
    })
  })
})

/** What each audience's set holds, worked out from the statement by itself. */
function allowed(statement: Statement, audience: Audience): ReadonlySet<string> {
  const { name, department, departmentLabel, period, lines, person, costCentre, currency, total } =
    statement
  const shown = { audience, name, department, departmentLabel, period }
  const line = ({ kind, source, label }: Statement['lines'][number]) => ({ kind, source, label })
  const paid = lines.map((each) => ({
    ...line(each),
    clause: each.clause ?? '',
    amount: each.amount,
  }))
  const won = lines.flatMap((each) =>
    each.kind === 'award' ? [{ ...line(each), place: each.place }] : [],
  )
  const sets: Record<Audience, unknown> = {
    auditor: { ...statement, audience },
    employee: {
      ...shown,
      person,
      costCentre,
      currency,
      total,
      lines: lines.map((each) =>
        each.kind === 'pool' || each.kind === 'award'
          ? { ...paid[lines.indexOf(each)], ...('place' in each && { place: each.place }) }
          : each,
      ),
    },
    manager: { ...shown, person, costCentre, currency, total, lines: paid },
    peer: { ...shown, lines: won },
  }
  return new Set(leaves(sets[audience]))
}

describe.each(['employee', 'manager', 'peer', 'auditor'] as const)(
  'a statement for the %s',
  (audience) => {
    test('holds no value, name or input outside its set', () => {
      for (const statement of run.statements) {
        const set = allowed(statement, audience)
        const outside = leaves(redact(statement, audience)).filter((leaf) => !set.has(leaf))
        expect(outside).toEqual([])
      }
    })

    test('holds no mark that was planted in every value of what it may not see', () => {
      const some = fc
        .constantFrom(...run.statements)
        .chain((statement) =>
          fc.tuple(fc.constant(statement), fc.shuffledSubarray([...statement.lines])),
        )
      fc.assert(
        fc.property(some, ([statement, lines]) => {
          // Everything beside what the audience may see is given a mark: none may come through.
          const marked = { ...statement, lines: lines.map((line) => planted(line, audience)) }
          expect(JSON.stringify(redact(marked, audience))).not.toContain('§')
        }),
      )
    })
  },
)

/** A line with a mark in every text that the audience may not see. */
function planted(line: Statement['lines'][number], audience: Audience): Statement['lines'][number] {
  const own =
    audience === 'auditor' ||
    (audience === 'employee' && line.kind !== 'pool' && line.kind !== 'award')
  const kept = new Set(
    audience === 'peer'
      ? ['kind', 'source', 'label', 'place']
      : ['kind', 'source', 'label', 'place', 'clause', 'amount'],
  )
  const mark = (value: unknown): unknown => {
    if (typeof value === 'string') return `§${value}`
    if (typeof value !== 'object' || value === null) return value
    return Array.isArray(value)
      ? value.map(mark)
      : Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mark(inner)]))
  }
  const entries = Object.entries(line).map(([name, value]) => [
    name,
    own || kept.has(name) ? value : mark(value),
  ])
  return Object.fromEntries(entries) as Statement['lines'][number]
}
