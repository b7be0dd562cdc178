import { describe, expect, test } from 'vitest'
import {
  explainStatement as explainDisclosed,
  redact,
  type Statement,
  statementPage,
} from '../../src/run/index.js'
import { ann, month, statementOf as ownOf } from './company.js'

const statementOf = (id: string) => ownOf(month(), id)
const explainStatement = (statement: Statement, { locale }: { locale: 'en' | 'zh-CN' }) =>
  explainDisclosed(redact(statement, 'auditor'), { locale })

test('adds up its lines', () => {
  const { lines, total } = statementOf('ann')
  const { how, value } = explainStatement(statementOf('ann'), { locale: 'en' })
  expect(lines).toHaveLength(3)
  expect(how).toEqual(['3,000.00 CNY + 6,666.67 CNY + 520.25 CNY'])
  expect(value).toBe('10,186.92 CNY')
  expect(total).toBe('10186.92')
})

test('subtracts lines that take from the pay', () => {
  const statement = statementOf('ann')
  const [first, second] = statement.lines.map((line) => ({ ...line, amount: `-${line.amount}` }))
  const lines = [first, second, statement.lines[2]] as Statement['lines']
  expect(explainStatement({ ...statement, lines }, { locale: 'en' }).how).toEqual([
    '−3,000.00 CNY − 6,666.67 CNY + 520.25 CNY',
  ])
})

test('has no sum where there is one line', () => {
  const statement = statementOf('ann')
  const alone = { ...statement, lines: statement.lines.slice(0, 1) }
  expect(explainStatement(alone, { locale: 'en' }).how).toEqual([])
})

test('says the days of a line that is paid for a part of the period', () => {
  const [first, second, commission] = explainStatement(statementOf('ann'), { locale: 'en' }).steps
  expect(first?.how[0]).toBe('From 2026-06-01 to 2026-06-10')
  expect(second?.how[0]).toBe('From 2026-06-11 to 2026-06-30')
  expect(commission?.how[0]).not.toMatch(/^From/)
})

test('is plain JSON', () => {
  const statement = statementOf('li')
  expect(JSON.parse(JSON.stringify(statement))).toEqual(statement)
})

test('a page escapes every text', () => {
  const hostile = '<img src=x onerror="alert(1)">'
  const run = month({ people: [{ ...ann, name: hostile }] })
  const page = statementPage(redact(ownOf(run, 'ann'), 'auditor'), { locale: 'en' })
  expect(page).not.toContain('<img')
  expect(page).toContain('&lt;img')
})

describe('a commission settled later', () => {
  const [commission] = ownOf(month(), 'ann').lines.filter(({ kind }) => kind === 'commission')
  const how = (settled: object, locale: 'en' | 'zh-CN' = 'en') => {
    const statement = ownOf(month(), 'ann')
    const line = { ...(commission as Extract<typeof commission, { kind: 'commission' }>) }
    const changed = { ...line, settled: { ...line.settled, ...settled } }
    return explainStatement({ ...statement, lines: [changed] } as Statement, { locale }).steps[0]
      ?.how
  }

  test('says what was settled before, what is held back and what is new', () => {
    const late = { period: '2026-05', accrued: '620.00', payable: '600.00', settled: '79.75' }
    expect(how(late)).toEqual([
      'Earned in 2026-05: 600.00 CNY by now, 79.75 CNY settled before, so 520.25 CNY is due',
      '20.00 CNY more is earned, and held back until it is collected',
      'New since: first, large, back',
    ])
    expect(how(late, 'zh-CN')?.at(-1)).toBe('此后新增：first、large、back')
    expect(how({ ...late, events: [] }, 'zh-CN')).toEqual([
      '2026-05 所得：至今应付 600.00 CNY，此前已结 79.75 CNY，本次应结 520.25 CNY',
      '另有 20.00 CNY 已计提，待回款后发放',
    ])
    expect(how({ ...late, payable: '620.00', events: [...'abcdef'] })?.at(-1)).toBe(
      'New since: a, b, c, d, e, …',
    )
  })

  test('of the period itself says so only where something is held back', () => {
    expect(how({})?.[0]).not.toMatch(/^Earned/)
    expect(how({ accrued: '600.00' })).toEqual([
      'Earned in 2026-06: 520.25 CNY by now, 0.00 CNY settled before, so 520.25 CNY is due',
      '79.75 CNY more is earned, and held back until it is collected',
    ])
    expect(how({ settled: '1.00' })?.[0]).toMatch(/^Earned/)
  })
})

test('a recovery says each of its movements', () => {
  const moved = {
    recovered: '1.00',
    advanced: '2.00',
    repaid: '3.00',
    forgiven: '4.00',
    carried: '5.00',
  }
  const line = { kind: 'recovery', source: 'r', label: 'Recovery', amount: '-4.00', payment: moved }
  const how = (locale: 'en' | 'zh-CN') =>
    explainStatement({ ...ownOf(month(), 'ann'), lines: [line] } as unknown as Statement, {
      locale,
    }).steps[0]?.how
  expect(how('en')).toEqual([
    'Taken to recover what was paid too much: 1.00 CNY',
    'Advanced on the draw: 2.00 CNY',
    'Paid back of the draw: 3.00 CNY',
    'Forgiven of what was owed: 4.00 CNY',
    'Carried forward to later periods: 5.00 CNY',
  ])
  expect(how('zh-CN')).toEqual([
    '扣回此前多发：1.00 CNY',
    '保底预支：2.00 CNY',
    '归还保底：3.00 CNY',
    '免除欠额：4.00 CNY',
    '结转以后各期：5.00 CNY',
  ])
})
