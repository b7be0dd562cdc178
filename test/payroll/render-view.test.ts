import { describe, expect, test } from 'vitest'
import { book, parseData, settle } from '../../src/pay/index.js'
import { disclose, type RenderViewOptions, renderView, type View } from '../../src/payroll/index.js'
import { moneyText } from '../../src/payroll/money-text.js'
import { company as everything, runsOf } from '../pay/explain-company.js'
import { data as told } from '../pay/explain-company-people.js'
import { about, company, data, dataOf, key, march, people, runOf } from './disclosure-company.js'

const view = (audience: string, person = 'li', run = march, from = data): View =>
  disclose(company, from, run, { key, about, person, audience })
const en = (of: View, change: Partial<RenderViewOptions> = {}) =>
  renderView(of, { locale: 'en', format: 'text', ...change })
const [, april] = runsOf()
const li = disclose(everything, told, april as NonNullable<typeof april>, {
  key,
  person: 'li',
  audience: 'employee',
})

test('a view reads as a payslip in English', () => {
  const lines = en(li, { book: everything }).split('\n')
  expect(lines.slice(0, 14)).toEqual([
    'Payslip 2026-04: li: ¥12,412.05',
    '  By what was known on 2026-04-30',
    '    Base pay (earned in 2026-03): ¥545.45 [§2]',
    '      Entitled ¥7,636.36, settled before ¥7,090.91, amount ¥545.45',
    '        2026-03-01 to 2026-03-15: ¥2,727.27',
    '          Salary: ¥8,000.00',
    '          part: 7.5 days',
    '          whole: 22 days',
    '        2026-03-16 to 2026-03-31: ¥4,909.09',
    '          Salary: ¥9,000.00',
    '          part: 12 days',
    '          whole: 22 days',
    '    Base pay: ¥9,000.00 [§2]',
    '      2026-04-01 to 2026-04-30',
  ])
  expect(lines).toContain('    Damages withheld: −¥1,443.89')
  expect(lines).toContain('        o2 (2026-03-20): ¥100.00')
  expect(lines.at(-1)).toBe('    Subtotal wage: ¥10,252.34')
})

test('and in Chinese, as a list', () => {
  const lines = renderView(view('employee'), { locale: 'zh-CN', format: 'markdown', book: company })
  expect(lines.split('\n').slice(0, 7)).toEqual([
    '- **工资单 2026\\-03：Li Na**：3,267\\.69 元',
    '  - department：sales',
    '  - 依据截至 2026\\-03\\-31 的数据',
    '  - **基本工资**：3,000\\.00 元 (§2)',
    '    - 2026\\-03\\-01 至 2026\\-03\\-31',
    '    - salary：3,000\\.00 元',
    '    - part：31 天',
  ])
  expect(lines).toContain('原因：Taxi at night')
  expect(lines).toContain('- **小计（award）**：10\\.00 元')
})

test('what was earned before says so in Chinese too', () => {
  expect(renderView(li, { locale: 'zh-CN', format: 'text' })).toContain(
    '基本工资（所属期 2026-03）：545.45 元 [§2]',
  )
})

test('without the book inputs have neither labels nor units', () => {
  expect(en(li)).toContain('salary: 8000.00')
  expect(en(li)).not.toContain('Salary')
})

test('what is not shown is said so, and what was read of others to the auditor', () => {
  expect(en(view('peer'))).toBe(
    'Payslip 2026-03: Li Na: not shown\n  By what was known on 2026-03-31\n    Award: not shown',
  )
  const auditor = en(view('auditor'), { book: company })
  expect(auditor).toContain('Of others, teamScore: 147')
  expect(auditor).toContain(`Digest of the run: ${march.digest}`)
  expect(renderView(view('auditor'), { locale: 'zh-CN', format: 'text' })).toContain(
    '涉及他人，teamScore：147',
  )
  const bare = {
    ...li,
    head: { ...li.head, shown: {} },
    lines: li.lines.slice(0, 1).map((line) => ({ ...line, shown: {} })),
  }
  expect(renderView(bare, { locale: 'zh-CN', format: 'html' })).toContain(
    '<title>工资单 2026-04</title>',
  )
  expect(en(bare)).toBe(
    'Payslip 2026-04: not shown\n  By what was known on 2026-04-30\n    not shown: not shown',
  )
})

test('a page needs nothing beside it, and folds how each item came about', () => {
  const page = renderView(li, { locale: 'zh-CN', format: 'html', book: everything })
  expect(page).toMatch(/^<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">/)
  expect(page).toContain('<title>工资单 2026-04：li</title>')
  expect(page).toContain('<tr class="payproof-total"><th scope="row" colspan="2">合计</th>')
  expect(page).toContain('<details><summary>计算过程</summary>')
  expect(page).toContain('<td>2026-03</td><td>545.45 元</td>')
  expect(page).not.toMatch(/src=|href=|<script|undefined|null|NaN/)
  const auditor = renderView(view('auditor'), { locale: 'en', format: 'html' })
  expect(auditor).toContain(`<footer><div>Digest of the run: ${march.digest}</div>`)
  expect(renderView(view('peer'), { locale: 'en', format: 'html' })).not.toContain('<footer>')
})

describe('what is withheld', () => {
  const own = dataOf({ ...people, zhao: { ...people.zhao, salary: '1.00' } })
  const without = (name: string, of: readonly string[]) =>
    parseData({
      ...own,
      people: own.people.map((each) => ({
        ...each,
        attributes: Object.fromEntries(
          Object.entries(each.attributes).filter(([a]) => a !== name || !of.includes(each.id)),
        ),
      })),
    })
  const from = without('salary', ['wang'])
  const run = runOf(from)

  test('is told with its reason where that is of one’s own', () => {
    const wang = en(view('employee', 'wang', run, from))
    expect(wang).toContain('    Base pay: withheld\n')
    expect(wang).toContain('"salary" has no value: salary of wang')
  })

  test('without one where it may tell of others, but to the auditor', () => {
    const shown = en(view('employee', 'li', run, from))
    expect(shown).toContain('Profit share: withheld')
    expect(shown).toContain('reaches beyond your own data; ask who runs the payroll.')
    expect(shown).not.toContain('wang')
    expect(
      renderView(view('employee', 'li', run, from), { locale: 'zh-CN', format: 'text' }),
    ).toContain('该项的计算涉及本人以外的数据，请询问薪酬负责人。')
    expect(en(view('auditor', 'li', run, from))).toContain('of "wang"')
    const page = renderView(view('employee', 'li', run, from), { locale: 'en', format: 'html' })
    expect(page).toContain('<h2>Withheld</h2>\n<ul>\n<li>Profit share<div class="payproof-how">')
  })

  test('without any to the manager', () => {
    expect(en(view('manager', 'wang', run, from))).toMatch(/Base pay: withheld\n {4}Profit share/)
  })

  test('of a post and of an earlier period, in a further run', () => {
    const post = { id: 'shop', from: '2020-01-01', attributes: {} }
    const posts = parseData({
      ...from,
      people: from.people.map((each) => ({ ...each, assignments: [post] })),
    })
    const components = Object.values(company.definition.components).flat()
    const of = book(
      components.map((version) =>
        version.value.component === 'commission'
          ? { ...version, value: { ...version.value, of: 'assignment' as const } }
          : version,
      ),
      { currency: 'CNY', retro: 2 },
    )
    const first = settle(of, posts, { period: '2026-03', before: 'first' })
    const again = settle(of, posts, { period: '2026-03', before: first })
    const next = settle(of, posts, { period: '2026-04', before: again })
    const ask = { key, person: 'wang', audience: 'employee' }
    expect(en(disclose(of, posts, again, ask))).toContain('Payslip 2026-03, run 2: Wang Wei: ')
    const shown = disclose(of, posts, next, ask)
    expect(en(shown)).toContain('Commission (shop): ¥0.00')
    expect(en(shown)).toContain('Base pay (earned in 2026-03): withheld')
    expect(renderView(shown, { locale: 'zh-CN', format: 'html' })).toContain(
      '<span class="payproof-clause">2026-03</span>',
    )
    expect(
      renderView(disclose(of, posts, again, ask), { locale: 'zh-CN', format: 'text' }),
    ).toContain('工资单 2026-03（第 2 次发放）：Wang Wei')
  })
})

test('lines of another text, and of elsewhere, say so', () => {
  const { settlement, why } = li.lines[0]?.shown ?? {}
  const changed = {
    ...li,
    lines: li.lines.slice(0, 1).map((line) => ({
      ...line,
      shown: {
        ...line.shown,
        settlement: {
          ...(settlement as NonNullable<typeof settlement>),
          changedVersion: true as const,
        },
        why: { ...(why as NonNullable<typeof why>), line: 'Brought along' },
      },
    })),
  }
  expect(en(changed)).toContain('Reason: Brought along')
  expect(en(changed)).toContain('The rule was changed since this was settled')
})

test.each([
  ['-1234.5', 'CNY', '−¥1,234.50', '−1,234.50 元'],
  ['1234567.00', 'USD', '$1,234,567.00', '1,234,567.00 美元'],
  ['1200', 'JPY', '¥1,200', '1,200 日元'],
  ['-0.50', 'CHF', '−0.50 CHF', '−0.50 CHF'],
] as const)('%s %s is %s', (value, currency, inEnglish, inChinese) => {
  expect(moneyText(value, currency, 'en')).toBe(inEnglish)
  expect(moneyText(value, currency, 'zh-CN')).toBe(inChinese)
})

test('a payslip calls attributes as the book does', () => {
  const labels = { department: { sales: { en: 'Sales', 'zh-CN': '销售部' } }, grade: {} }
  const slip = (locale: 'en' | 'zh-CN', person: string, of: object = { labels }) =>
    renderView(view('employee', person), { locale, format: 'text', book: { ...company, ...of } })
  expect(slip('en', 'li')).toContain('department: Sales')
  expect(slip('zh-CN', 'li')).toContain('department：销售部')
  expect(slip('en', 'zhao')).toContain('department: office')
  expect(slip('en', 'li', {})).toContain('department: sales')
  expect(slip('en', 'li', { labels: { grade: {} } })).toContain('department: sales')
})

test('what is no view is not rendered', () => {
  expect(() => en({ ...li, hrNote: 'x' } as View)).toThrow('the key "hrNote" is not known here')
  expect(() => en({} as View)).toThrow('format: is missing')
})
