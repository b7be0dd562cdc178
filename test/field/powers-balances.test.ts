import { describe, expect, test } from 'vitest'
import {
  above,
  atLeast,
  constant,
  divide,
  type Expression,
  interpolate,
  minimum,
  multiply,
  round,
  subtract,
  when,
} from '../../src/formula/index.js'
import { amount, figure } from '../../src/pay/index.js'
import { statementOf } from '../../src/payroll/index.js'
import type { Locale } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'
import { found } from '../found.js'
import { staff } from '../payroll/bonus-months.js'
import { bookJson, component, policy, version } from '../payroll/policies.js'
import { held, type Proven, proven, readBy, stated, why } from './proven.js'

describe('powers 13: a Scanlon plan with a reserve', () => {
  const yuan = money('CNY')
  const gain = component(
    'gain',
    { of: 'company', label: { en: 'Gain', 'zh-CN': '节约额' } },
    subtract(
      multiply(
        constant('0.44'),
        figure('sales_value', yuan, 0, { label: { en: 'Sales value', 'zh-CN': '产值' } }),
      ),
      figure('payroll', yuan, 0, { label: { en: 'Payroll', 'zh-CN': '工资总额' } }),
    ),
  )
  const sharing = (reserve: object = {}) => ({
    funding: {
      rounding: 'half-up',
      source: { kind: 'profit-share', rate: '0.75' },
      reserve: { share: '0.25', paid: 'year', ...reserve },
    },
    sharing: {
      label: { en: 'Gain sharing', 'zh-CN': '收益分享' },
      ties: 'id',
      by: ['salary'],
    },
    reads: {
      profit: { from: 'component', name: 'gain' },
      salary: { from: 'attribute', name: 'base' },
    },
  })
  const scanlon = (reserve?: object, more: object = {}) =>
    policy(
      'profitSharing',
      'scanlon',
      {},
      { versions: [version(sharing(reserve), { from: '2026-07-01' })], ...more },
    )
  const rhythms = { quarter: { kind: 'quarter' }, year: { kind: 'year' } }
  const book = (reserve?: object) => bookJson([gain, scanlon(reserve)], { rhythms })
  const quarter = (period: string, value: string, payroll: string) => [
    { name: 'sales_value', period, value },
    { name: 'payroll', period, value: payroll },
  ]
  const third = quarter('2026-Q3', '18000000', '7000000')
  const fourth = quarter('2026-Q4', '20000000', '9000000')
  const workers = [staff('li', { base: '6000.00' }), staff('wu', { base: '4000.00' })]
  const told = (figures: readonly object[], people: readonly object[] = workers) => ({
    people,
    groups: [{ of: 'company', figures }],
  })
  const half = ['2026-Q3', '2026-Q4']
  const fundsOf = ({ runs }: Proven) =>
    runs.map(({ period, divisions }) =>
      divisions.flatMap(({ earned, value }) => (earned.period === period ? [value] : [])).join(),
    )
  const monthly = (of: typeof gain) => ({ ...of, period: 'quarter' })

  test('Q3 pays 517,500 and keeps 230,000; Q4 takes 200,000 of it, and 22,500 are paid at the end of the year', () => {
    const all = proven(book(), told([...third, ...fourth]), half)
    expect(stated(all)).toEqual([
      '2026-Q3 li scanlon 310500.00',
      '2026-Q3 wu scanlon 207000.00',
      '2026-Q4 li scanlon 13500.00',
      '2026-Q4 wu scanlon 9000.00',
    ])
    expect(fundsOf(all)).toEqual(['517500.00', '22500.00'])
    expect(held(all, 'scanlon.reserve')).toEqual(['230000.00', '0.00'])
  })

  test.each<[Locale, string, readonly string[]]>([
    [
      'en',
      '2026-Q3',
      [
        'Gain sharing, 2026-Q3: 310,500.00 CNY',
        'Share of 517,500.00 CNY by Weight, 2 members of the company',
        'round(75% × 690,000.00 CNY)',
        '920,000.00 CNY − 230,000.00 CNY',
        '44% × 18,000,000.00 CNY − 7,000,000.00 CNY',
        'Kept in reserve: 230,000.00 CNY',
      ],
    ],
    [
      'en',
      '2026-Q4',
      [
        'Paid out of the reserve: 22,500.00 CNY',
        '230,000.00 CNY − 200,000.00 CNY',
        'Because Profit −200,000.00 CNY is not above 0.00 CNY',
      ],
    ],
    [
      'zh-CN',
      '2026-Q4',
      [
        '收益分享（2026-Q4）：13,500.00 CNY',
        '准备金发放：22,500.00 CNY',
        '上期准备金 + 准备金计提或冲减',
      ],
    ],
  ])('it is told why, %s of %s', (locale, period, lines) => {
    const all = proven(book(), told([...third, ...fourth]), half)
    const text = why(all, { component: 'scanlon', person: 'li', period }, locale)
    for (const line of lines) expect(text).toContain(line)
  })

  const only = (value: string, payroll: string, at = 'Q4') => quarter(`2026-${at}`, value, payroll)
  test.each<[string, readonly object[], readonly string[], readonly (string | undefined)[]]>([
    [
      'no gain keeps nothing and pays nothing',
      [...only('10000000', '4400000', 'Q3'), ...only('10000000', '4400000')],
      ['0.00', '0.00'],
      ['0.00', '0.00'],
    ],
    [
      'a loss beyond the reserve is borne by the company at the end of the year',
      [...third, ...only('10000000', '9000000')],
      ['517500.00', '0.00'],
      ['230000.00', '0.00'],
    ],
    [
      'a loss first is made good by what later gains keep',
      [...only('10000000', '4500000', 'Q3'), ...only('20000000', '8000000')],
      // 75 % of 600,000, and of the 100,000 that are left.
      ['0.00', '525000.00'],
      ['-100000.00', '0.00'],
    ],
    [
      'two gains pay both parts out',
      [...third, ...only('18000000', '7000000')],
      // 517,500 and 75 % of 460,000.
      ['517500.00', '862500.00'],
      ['230000.00', '0.00'],
    ],
  ])('%s', (_, figures, funds, reserve) => {
    const all = proven(book(), told(figures), half)
    expect(fundsOf(all)).toEqual(funds)
    expect(held(all, 'scanlon.reserve')).toEqual(reserve)
  })

  test('a reserve that is never paid out is carried from year to year', () => {
    const next = quarter('2027-Q1', '10000000', '4500000')
    const all = proven(book({ paid: undefined }), told([...third, ...fourth, ...next]), [
      ...half,
      '2027-Q1',
    ])
    expect(fundsOf(all)).toEqual(['517500.00', '0.00', '0.00'])
    expect(held(all, 'scanlon.reserve')).toEqual(['230000.00', '30000.00', '-70000.00'])
  })

  test('the next year begins with nothing in reserve', () => {
    const next = quarter('2027-Q1', '10000000', '4000000')
    const all = proven(book(), told([...third, ...fourth, ...next]), [...half, '2027-Q1'])
    expect(fundsOf(all)).toEqual(['517500.00', '22500.00', '225000.00'])
    expect(held(all, 'scanlon.reserve').at(-1)).toBe('100000.00')
  })

  test('in runs of months it is paid with the month that ends the quarter', () => {
    const json = bookJson([monthly(gain), scanlon({}, { period: 'quarter' })], {
      rhythms: { month: { kind: 'month' }, ...rhythms },
    })
    const figures = [...third, ...fourth].map((each) => ({ ...each, rhythm: 'quarter' }))
    const months = ['2026-09', '2026-10', '2026-11', '2026-12']
    expect(stated(proven(json, told(figures), months))).toEqual([
      '2026-09 li scanlon 2026-Q3 310500.00',
      '2026-09 wu scanlon 2026-Q3 207000.00',
      '2026-12 li scanlon 2026-Q4 13500.00',
      '2026-12 wu scanlon 2026-Q4 9000.00',
    ])
  })

  const late = { name: 'payroll', period: '2026-Q3', value: '7100000', recorded: '2026-11-05' }
  const learning = (period: string) =>
    told(period === '2026-Q3' ? third : [...third, ...fourth, late])

  test('a payroll that is told late changes nothing of what is divided, and the reserve stands with it', () => {
    const all = proven(book(), learning, half)
    expect(fundsOf(all)).toEqual(['517500.00', '22500.00'])
    expect(held(all, 'scanlon.reserve')).toEqual(['230000.00', '0.00'])
  })

  test('or is settled with the next quarter, reserve and shares, where the policy keeps it open', () => {
    const open = { ...scanlon(), retro: 1 }
    const all = proven(bookJson([gain, open], { rhythms }), learning, half)
    // A gain of 820,000 keeps 205,000 and shares 461,250; 5,000 are left in the end, of which 3,750 are paid.
    expect(stated(all)).toEqual([
      '2026-Q3 li scanlon 310500.00',
      '2026-Q3 wu scanlon 207000.00',
      '2026-Q4 li scanlon 2026-Q3 -33750.00',
      '2026-Q4 li scanlon 2250.00',
      '2026-Q4 wu scanlon 2026-Q3 -22500.00',
      '2026-Q4 wu scanlon 1500.00',
    ])
    expect(held(all, 'scanlon.reserve')).toEqual(['230000.00', '0.00'])
  })

  test('is shared by who is there: without a leaver, with a joiner, without who is not eligible', () => {
    const permanent = { contract: 'permanent' }
    const people = [
      staff('li', { base: '6000.00', ...permanent }),
      staff(
        'wu',
        { base: '4000.00', ...permanent },
        {},
        { employment: [{ from: '2020-01-01', to: '2026-09-30' }] },
      ),
      staff('na', { base: '3000.00', ...permanent }, {}, { employment: [{ from: '2026-10-01' }] }),
      staff('mo', { base: '9000.00', contract: 'temporary' }),
    ]
    const eligible = { where: { contract: ['permanent'] } }
    const own = policy(
      'profitSharing',
      'scanlon',
      {},
      { versions: [version(sharing(), { from: '2026-07-01', eligible })] },
    )
    const json = bookJson([gain, own], { rhythms })
    expect(stated(proven(json, told([...third, ...fourth], people), half))).toEqual([
      '2026-Q3 li scanlon 310500.00',
      '2026-Q3 wu scanlon 207000.00',
      '2026-Q4 li scanlon 15000.00',
      '2026-Q4 na scanlon 7500.00',
    ])
  })

  test('a quarter of which nobody tells the payroll is withheld, and settled when it is told', () => {
    const untold = (period: string) =>
      told(period === '2026-Q3' ? third.slice(0, 1) : [...third, ...fourth])
    const all = proven(book(), untold, half)
    expect(all.runs[0]?.withheld.map(({ component: id }) => id)).toEqual(['scanlon', 'scanlon'])
    expect(stated({ ...all, runs: all.runs.slice(1) })).toEqual([
      '2026-Q4 li scanlon 13500.00',
      '2026-Q4 li scanlon 2026-Q3 310500.00',
      '2026-Q4 wu scanlon 9000.00',
      '2026-Q4 wu scanlon 2026-Q3 207000.00',
    ])
  })

  test.each<[string, object, readonly (readonly [string, string])[]]>([
    [
      'beside a share of growth',
      { source: { kind: 'growth-share', rate: '0.1' } },
      [['not-together', 'funding.reserve']],
    ],
    ['of more than all', { reserve: { share: '1.2' } }, [['above-whole', 'funding.reserve.share']]],
    ['without a share', { reserve: { paid: 'year' } }, [['missing', 'funding.reserve.share']]],
  ])('a reserve %s is refused', (_, funding, problems) => {
    const { funding: usual, ...terms } = sharing()
    const wrong = policy('profitSharing', 'scanlon', {
      ...terms,
      funding: { ...usual, ...funding },
    })
    const at = (path: string) => `policies[1].versions[0].terms.${path}`
    expect(found(() => proven(bookJson([gain, wrong], { rhythms }), {}, []))).toEqual(
      problems.map(([code, path]) => [code, at(path)]),
    )
  })

  test('a reserve that is paid out in a rhythm that the book does not have is refused', () => {
    expect(found(() => proven(book({ paid: 'decade' }), {}, []))).toEqual([
      ['unknown-rhythm', 'policies[1].versions[0].scanlon.ends.period'],
    ])
  })
})

describe('powers 13: draws, recovery, a bank and caps that carry', () => {
  const yuan = money('CNY')
  const due = (id: string) =>
    component(
      id,
      { pays: 'due', tags: ['variable'], label: { en: 'Commission', 'zh-CN': '提成' } },
      figure(id, yuan, 2, { missing: '0' }),
    )
  const monthsOf = (count: number) =>
    Array.from({ length: count }, (_, i) => `2026-${String(i + 1).padStart(2, '0')}`)
  const earning = (name: string, values: readonly string[], more = {}, id = 'li') =>
    staff(
      id,
      {},
      Object.fromEntries(values.map((value, i) => [monthsOf(values.length)[i], { [name]: value }])),
      more,
    )
  const totals = ({ book, runs, dataOf }: Proven, id = 'li') =>
    runs.map((made) => statementOf(book, dataOf(made), made, id).total)

  const payments = (said: object) =>
    policy('payments', 'draw', { payments: { rounding: 'half-up', ...said }, of: ['commission'] })
  const drawn = (repaid: object | undefined, more: object = {}) =>
    bookJson([
      due('commission'),
      payments({
        draw: { kind: 'recoverable', amount: '1000', ...(repaid && { repaid }), ...more },
      }),
    ])
  const dues = ['500.00', '1400.00', '1400.00', '1400.00', '1400.00']
  const hired = (day: string) => ({
    attributes: { hired: [{ from: '2020-01-01', value: day }] },
  })

  // Oracle Incentive Compensation: a draw of which the recovery begins with the fourth period.
  test.each<[string, object | undefined, readonly string[]]>([
    ['at once', undefined, ['1000.00', '1000.00', '1300.00', '1400.00', '1400.00']],
    [
      'from a day on',
      { from: '2026-04-01' },
      ['1000.00', '1400.00', '1400.00', '1000.00', '1300.00'],
    ],
    [
      'from the fourth period since hire on',
      { from: { months: 3 } },
      ['1000.00', '1400.00', '1400.00', '1000.00', '1300.00'],
    ],
    [
      'by half of what is above the draw',
      { share: '0.5' },
      ['1000.00', '1200.00', '1200.00', '1300.00', '1400.00'],
    ],
    [
      'by no more than so much',
      { most: '150' },
      ['1000.00', '1250.00', '1250.00', '1250.00', '1350.00'],
    ],
    [
      'by a share, and no more than so much, from a day on',
      { from: '2026-03-01', share: '0.5', most: '150' },
      ['1000.00', '1400.00', '1250.00', '1250.00', '1250.00'],
    ],
  ])('Oracle: a draw is paid back %s', (_, repaid, expected) => {
    const li = earning('commission', dues, hired('2026-01-01'))
    expect(totals(proven(drawn(repaid), { people: [li] }, monthsOf(5)))).toEqual(expected)
  })

  test('each by their own hire, and what is open when somebody leaves is told', () => {
    const people = [
      earning('commission', dues, hired('2025-01-01')),
      earning('commission', dues, hired('2026-02-10'), 'na'),
      earning(
        'commission',
        dues,
        { ...hired('2026-01-01'), employment: [{ from: '2026-01-01', to: '2026-02-28' }] },
        'wu',
      ),
    ]
    const all = proven(drawn({ from: { months: 2 } }), { people }, monthsOf(5))
    expect(totals(all, 'li')).toEqual(['1000.00', '1000.00', '1300.00', '1400.00', '1400.00'])
    expect(totals(all, 'na')).toEqual(['1000.00', '1400.00', '1400.00', '1000.00', '1300.00'])
    expect(
      all.runs.map(({ leftOver }) => leftOver.map(({ owner, value }) => [owner.person, value])),
    ).toEqual([[], ...Array.from({ length: 4 }, () => [['wu', '500']])])
  })

  test('a debt of refunds is recovered from a day on, and no faster than so much a period', () => {
    const recovered = ['-900.00', '400.00', '400.00', '400.00', '400.00']
    const json = (recovery: object) => bookJson([due('commission'), payments({ recovery })])
    const pays = (recovery: object) =>
      totals(proven(json(recovery), { people: [earning('commission', recovered)] }, monthsOf(5)))
    expect(pays({})).toEqual(['0.00', '0.00', '0.00', '300.00', '400.00'])
    expect(pays({ from: '2026-03-01' })).toEqual(['0.00', '400.00', '0.00', '0.00', '300.00'])
    expect(pays({ most: '250' })).toEqual(['0.00', '150.00', '150.00', '150.00', '250.00'])
    expect(pays({ share: '0.5', most: '150', from: '2026-03-01' })).toEqual([
      ...['0.00', '400.00', '250.00', '250.00', '250.00'],
    ])
  })

  test.each<[Locale, string]>([
    ['en', 'Because "Not taken back yet" holds'],
    ['zh-CN', '因为“尚未开始扣回”成立'],
  ])('and it is told why nothing is paid back yet: %s', (locale, line) => {
    const all = proven(
      drawn({ from: '2026-04-01' }),
      { people: [earning('commission', dues)] },
      monthsOf(2),
    )
    const asked = { component: 'draw.draw', person: 'li', period: '2026-02' }
    expect(why(all, asked, locale)).toContain(line)
  })

  test('who has no date of hire is withheld, and told why', () => {
    const all = proven(
      drawn({ from: { months: 3, since: 'joined' } }),
      {
        people: [
          earning('commission', dues, { attributes: { joined: [] } }),
          earning(
            'commission',
            dues,
            { attributes: { joined: [{ from: '2026-01-01', value: '2026-01-01' }] } },
            'na',
          ),
        ],
      },
      monthsOf(1),
    )
    expect(stated(all, 'draw.draw')).toEqual([
      '2026-01 li draw.draw failed-component nothing-there',
      '2026-01 na 500.00',
    ])
  })

  const years = ['2026', '2027', '2028', '2029']
  const yearly = { year: { kind: 'year' } }
  const bank = (said: object = {}) =>
    policy('cap', 'bank', {
      of: ['bonus'],
      most: { parts: 3 },
      least: '0',
      carries: true,
      label: { en: 'Bonus bank', 'zh-CN': '奖金银行' },
      ...said,
    })
  const bonuses = (values: readonly string[], more = {}) =>
    staff(
      'li',
      {},
      Object.fromEntries(values.map((value, i) => [years[i], { bonus: value }])),
      more,
    )
  const banked = (values: readonly string[], said?: object, more?: object) =>
    proven(
      bookJson([due('bonus'), bank(said)], { rhythms: yearly }),
      { people: [bonuses(values, more)] },
      years.slice(0, values.length),
    )

  test('a bonus bank pays a third of what it holds each year, and a negative year reduces it', () => {
    const all = banked(['90000.00', '30000.00', '-50000.00', '-40000.00'])
    // 90,000 → 30,000; 60,000 + 30,000 → 30,000; 60,000 − 50,000 → 3,333.33; 6,666.67 − 40,000 → nothing.
    expect(totals(all)).toEqual(['30000.00', '30000.00', '3333.33', '0.00'])
    expect(held(all, 'bank.carried')).toEqual(['60000.00', '60000.00', '6666.67', '-33333.33'])
  })

  test.each<[Locale, readonly string[]]>([
    [
      'en',
      ['Bonus bank, 2027: 0.00 CNY', 'Carried from before', '90,000.00 CNY ÷ 3', 'One of 3 parts'],
    ],
    ['zh-CN', ['奖金银行（2027）：0.00 CNY', '上期结转', '3 分之一']],
  ])('and tells why: %s', (locale, lines) => {
    const all = banked(['90000.00', '30000.00'])
    const text = why(all, { component: 'bank', person: 'li', period: '2027' }, locale)
    for (const line of lines) expect(text).toContain(line)
  })

  test('what the bank holds of a leaver is told by the run of the last period, and nothing more is paid', () => {
    const all = banked(
      ['90000.00', '0.00', '0.00'],
      {},
      {
        employment: [{ from: '2020-01-01', to: '2026-12-31' }],
      },
    )
    expect(totals(all)).toEqual(['30000.00', '0.00', '0.00'])
    expect(
      all.runs.map(({ leftOver }) => leftOver.map(({ component: id, value }) => [id, value])),
    ).toEqual([[['bank.carried', '60000']], [], []])
  })

  test('without a least a negative year is paid back at once', () => {
    expect(totals(banked(['-30000.00', '0.00'], { least: undefined }))).toEqual([
      '-30000.00',
      '0.00',
    ])
  })

  const capped = (said: object, policies: readonly object[] = [due('commission'), due('spiff')]) =>
    bookJson([...policies, policy('cap', 'cap', { of: { tag: 'variable' }, ...said })])
  const pays = (said: object, values: readonly string[], more = {}) =>
    totals(
      proven(
        capped(said),
        { people: [earning('commission', values, more)] },
        monthsOf(values.length),
      ),
    )

  test.each<[string, object, readonly string[], readonly string[]]>([
    [
      'what is beyond a maximum is paid later',
      { most: '1000', carries: true },
      ['1500.00', '800.00', '0.00', '1200.00'],
      ['1000.00', '1000.00', '300.00', '1000.00'],
    ],
    [
      'or is lost without it',
      { most: '1000' },
      ['1500.00', '800.00', '0.00', '1200.00'],
      ['1000.00', '800.00', '0.00', '1000.00'],
    ],
    [
      'what is taken back is taken off what is carried first',
      { most: '1000', carries: true },
      ['1500.00', '-300.00', '100.00'],
      ['1000.00', '200.00', '100.00'],
    ],
    [
      'what a guarantee tops up is taken off later',
      { least: '500', carries: true },
      ['200.00', '600.00', '900.00'],
      ['500.00', '500.00', '700.00'],
    ],
    [
      'nothing earned pays nothing',
      { most: '1000', carries: true },
      ['0.00', '0.00'],
      ['0.00', '0.00'],
    ],
    [
      'a cap of the year over all plans together',
      { most: '2000', over: 'year' },
      ['1500.00', '800.00', '500.00', '-400.00'],
      ['1500.00', '500.00', '0.00', '0.00'],
    ],
  ])('%s', (_, said, values, expected) => {
    expect(pays(said, values)).toEqual(expected)
  })

  test('a commission that is told late takes the room of its own month', () => {
    const more = { name: 'commission', period: '2026-01', value: '900.00', recorded: '2026-02-05' }
    const li = (period: string) => {
      const own = earning('commission', ['600.00', '200.00'])
      return {
        people: [
          { ...own, figures: [...(own.figures ?? []), ...(period === '2026-01' ? [] : [more])] },
        ],
      }
    }
    const all = proven(capped({ most: '700', carries: true }), li, monthsOf(2))
    expect(stated(all)).toEqual([
      '2026-01 li commission 600.00',
      '2026-02 li commission 2026-01 300.00',
      '2026-02 li commission 200.00',
      '2026-02 li cap 2026-01 -200.00',
      '2026-02 li cap 200.00',
    ])
  })

  test.each<[string, object, string, string]>([
    ['a part that is lost', { most: { parts: 3 } }, 'part-lost', 'most.parts'],
    ['one part', { most: { parts: 1 }, carries: true }, 'too-small', 'most.parts'],
    ['carried on over a year', { most: '5', over: 'year', carries: true }, 'not-beside', 'carries'],
    [
      'cut by days over a year',
      { most: '5', over: 'year', prorated: true },
      'not-beside',
      'prorated',
    ],
    [
      'a part, cut by days',
      { most: { parts: 3 }, carries: true, prorated: true },
      'not-beside',
      'prorated',
    ],
    ['carried on or not', { most: '5', carries: false }, 'not-offered', 'carries'],
  ])('a cap by %s is refused', (_, said, code, path) => {
    expect(found(() => proven(capped(said), {}, []))).toContainEqual([
      code,
      `policies[2].versions[0].terms.${path}`,
    ])
  })
})

describe('powers 14: share units, relative TSR, deferral and malus', () => {
  const years = ['2026', '2027', '2028', '2029']
  const tranches = [12, 24, 36, 48].map((months) => ({ months, share: '0.25' }))
  const deferred = {
    kind: 'deferred',
    in: 'units',
    vesting: { kind: 'tranches', tranches },
    leaving: { good: 'pro-rata', bad: 'none' },
    label: { en: 'Restricted units', 'zh-CN': '限制性股票单位' },
  }
  const ltip = (terms: object = {}, more: object = {}) =>
    policy(
      'grant',
      'ltip',
      {},
      { versions: [version({ grant: deferred, ...terms }, { from: '2020-01-01', ...more })] },
    )
  const granted = (id: string, units: string, more: object = {}) => ({
    ...{ id, grant: id, on: '2025-12-31', person: 'li', units },
    ...more,
  })
  const cut = (id: string, on: string, share: string, more: object = {}) => ({
    ...{ id, grant: 'g1', on, person: 'li', share },
    ...more,
  })
  const prices = (of: readonly (readonly [period: string, value: string])[]) => ({
    of: 'company',
    figures: of.map(([period, value]) => ({ name: 'share_price', period, value })),
  })
  const always = prices(years.map((period) => [period, '10.00']))
  const deferral = (
    terms: object,
    told: {
      readonly grants?: readonly object[]
      readonly malus?: readonly object[]
      readonly people?: readonly object[]
      readonly groups?: readonly object[]
      readonly records?: object
      readonly more?: object
    } = {},
  ) => {
    const { grants = [granted('g1', '1000')], people = [staff('li')], groups = [always] } = told
    const { malus = [], records = {}, more } = told
    return proven(
      bookJson([ltip(terms, more)], { rhythms: { year: { kind: 'year' } } }),
      { people, groups, records: { ltip: grants, malus, ...records } },
      years,
    )
  }
  const unitsOf = (all: Proven, of = 'ltip.vested') => readBy(all, 'ltip', of)

  test('a malus of 30 % on the second of four tranches of 250: 250 + 175 + 250 + 250 = 925', () => {
    const all = deferral({ malus: 'malus' }, { malus: [cut('m1', '2027-12-31', '0.30')] })
    expect(unitsOf(all)).toEqual(['250', '175', '250', '250'])
    expect(stated(all)).toEqual([
      '2026 li ltip 2500.00',
      '2027 li ltip 1750.00',
      '2028 li ltip 2500.00',
      '2029 li ltip 2500.00',
    ])
  })

  test.each<[Locale, readonly string[]]>([
    [
      'en',
      [
        'Restricted units, 2027: 1,750.00 CNY',
        '175 × 10.00 CNY',
        '250 × 70%',
        'Left by the malus: 70%',
        'Vests with time: 250',
        '500 − 250',
      ],
    ],
    ['zh-CN', ['限制性股票单位（2027）：1,750.00 CNY', '扣减后比例：70%', '按期归属：250']],
  ])('it is told why: %s', (locale, lines) => {
    const all = deferral({ malus: 'malus' }, { malus: [cut('m1', '2027-12-31', '0.30')] })
    const text = why(all, { component: 'ltip', person: 'li', period: '2027' }, locale)
    for (const line of lines) expect(text).toContain(line)
  })

  test.each<[string, readonly object[], readonly string[]]>([
    ['of nothing', [], ['250', '250', '250', '250']],
    ['of all of it', [cut('m1', '2027-12-31', '1')], ['250', '0', '250', '250']],
    [
      'of two together, never more than all',
      [cut('m1', '2028-03-01', '0.75'), cut('m2', '2028-04-01', '0.5')],
      ['250', '250', '0', '250'],
    ],
    [
      'in whole units, rounded down',
      [cut('m1', '2027-12-31', '0.333')],
      ['250', '166', '250', '250'],
    ],
    [
      'decided in time, of the year in which the tranche vests',
      [cut('m1', '2026-05-01', '0.30', { counts: '2029-12-31' })],
      ['250', '250', '250', '175'],
    ],
    [
      'that was lifted',
      [
        cut('m1', '2027-02-01', '0.3'),
        cut('m1', '2027-02-01', '0.3', { void: true, recorded: '2027-03-01' }),
      ],
      ['250', '250', '250', '250'],
    ],
    [
      'of another grant, or of somebody else',
      [
        cut('m1', '2027-12-31', '0.30', { grant: 'g2' }),
        cut('m2', '2027-12-31', '0.30', { person: 'wu' }),
      ],
      ['250', '250', '250', '250'],
    ],
  ])('a malus %s', (_, malus, expected) => {
    expect(unitsOf(deferral({ malus: 'malus' }, { malus }))).toEqual(expected)
  })

  test('a malus that is told after the tranche was paid is taken back, as long as the year is open', () => {
    const malus = [cut('m1', '2027-12-31', '0.30', { recorded: '2028-02-10' })]
    expect(stated(deferral({ malus: 'malus' }, { malus }))).toEqual([
      '2026 li ltip 2500.00',
      '2027 li ltip 2500.00',
      '2028 li ltip 2027 -750.00',
      '2028 li ltip 2500.00',
      '2029 li ltip 2500.00',
    ])
  })

  test('a deferred bonus of money has a malus too', () => {
    const { in: _, ...grant } = deferred
    const grants = [{ ...granted('g1', '0'), amount: '100000.01' }]
    const all = deferral(
      { grant, malus: 'malus' },
      { grants, malus: [cut('m1', '2027-12-31', '0.30')] },
    )
    expect(stated(all)).toEqual([
      '2026 li ltip 25000.00',
      '2027 li ltip 17500.00',
      '2028 li ltip 25000.00',
      '2029 li ltip 25000.01',
    ])
  })

  test('each grant by its own days, whole units until the last tranche has the rest', () => {
    const grants = [granted('g1', '1003'), granted('g2', '10', { on: '2026-12-31' })]
    const all = deferral({}, { grants })
    // Of 1,003: 250, 251, 251, 251. Of 10 a year later: 2, 3, 2, and 3 in 2030.
    expect(unitsOf(all)).toEqual(['250', '253', '254', '253'])
  })

  test.each<[string, string, object, readonly string[]]>([
    ['a bad leaver', 'bad', {}, ['250', '0']],
    // 20 of 48 months of 1,000 are 416.67.
    ['a good leaver', 'good', {}, ['250', '166']],
    [
      'a good leaver with a malus',
      'good',
      { malus: [cut('m1', '2027-08-31', '0.5')] },
      ['250', '83'],
    ],
  ])('%s before the second tranche', (_, how, told, expected) => {
    const to = '2027-08-31'
    const people = [
      staff(
        'li',
        {},
        {},
        {
          employment: [{ from: '2020-01-01', to }],
          attributes: { leaving: [{ from: to, value: how }] },
        },
      ),
    ]
    expect(unitsOf(deferral({ malus: 'malus' }, { people, ...told }))).toEqual(expected)
  })

  test('nobody vests who is not eligible, and a joiner vests from their own grant on', () => {
    const people = [
      staff('li', { grade: 'junior' }),
      staff('wu', { grade: 'senior' }, {}, { employment: [{ from: '2027-01-01' }] }),
    ]
    const grants = [
      granted('g1', '1000'),
      granted('g2', '1000', { person: 'wu', on: '2027-01-15' }),
    ]
    const more = { eligible: { where: { grade: ['senior'] } } }
    expect(stated(deferral({}, { people, grants, more }))).toEqual([
      '2028 wu ltip 2500.00',
      '2029 wu ltip 2500.00',
    ])
  })

  test('half of it is delivered as shares, rounded down, and paid by no line', () => {
    const all = deferral({ shares: '0.5' }, { grants: [granted('g1', '1004')] })
    expect(unitsOf(all)).toEqual(['251', '251', '251', '251'])
    expect(unitsOf(all, 'ltip.shares')).toEqual(['125', '125', '125', '125'])
    expect(stated(all).at(0)).toBe('2026 li ltip 1260.00')
  })

  test('all of it as shares needs no price, and pays dividend equivalents alone', () => {
    const dividends = [
      { id: 'd0', on: '2025-06-01', amount: '9.99' },
      { id: 'd1', on: '2026-06-01', amount: '0.3535' },
      { id: 'd2', on: '2028-06-01', amount: '0.20' },
    ]
    const all = deferral(
      { shares: '1', dividends: 'dividends' },
      { records: { dividends }, groups: [] },
    )
    expect(unitsOf(all, 'ltip.shares')).toEqual(['250', '250', '250', '250'])
    // 250 × 0.3535 = 88.375; from 2028 on 250 × 0.5535 = 138.375.
    expect(stated(all)).toEqual([
      '2026 li ltip 88.38',
      '2027 li ltip 88.38',
      '2028 li ltip 138.38',
      '2029 li ltip 138.38',
    ])
  })

  test('equivalents go with what vests: a malus cuts them too, and the price has places of its own', () => {
    const dividends = [{ id: 'd1', on: '2026-06-01', amount: '0.40' }]
    const all = deferral(
      { malus: 'malus', dividends: 'dividends', price: 'closing' },
      {
        malus: [cut('m1', '2027-12-31', '0.30')],
        records: { dividends },
        groups: [
          {
            of: 'company',
            figures: years.map((period) => ({ name: 'closing', period, value: '10.1234' })),
          },
        ],
      },
    )
    // 250 × 10.1234 + 100.00; 175 × 10.1234 + 70.00.
    expect(stated(all).slice(0, 2)).toEqual(['2026 li ltip 2630.85', '2027 li ltip 1841.60'])
  })

  test('units that vest at a price that is not given are withheld, and paid when it is', () => {
    const known = (period: string) =>
      prices(
        years.filter((each) => each !== '2027' || period !== '2027').map((each) => [each, '10.00']),
      )
    const all = proven(
      bookJson([ltip()], { rhythms: { year: { kind: 'year' } } }),
      (period: string) => ({
        people: [staff('li')],
        groups: [known(period)],
        records: { ltip: [granted('g1', '1000')] },
      }),
      years.slice(0, 3),
    )
    expect(stated(all)).toEqual([
      '2026 li ltip 2500.00',
      '2027 li ltip division-by-zero',
      '2028 li ltip 2027 2500.00',
      '2028 li ltip 2500.00',
    ])
    expect(all.runs[1]?.withheld[0]?.problems[0]?.message).toEqual({
      en: 'divides by the input "share_price.given", which is zero',
      'zh-CN': '除数“share_price.given”为零',
    })
  })

  // The field of peers: the company is at the 50th percentile where half of its peers are not ahead.
  const tsr = figure('tsr', 'ratio', 6, { label: { en: 'TSR', 'zh-CN': '股东总回报' } })
  const own = amount('own_tsr', 'ratio', 6, { label: { en: 'Own TSR', 'zh-CN': '本公司回报' } })
  const ofPeers = (as: 'count' | 'sum') =>
    amount('ahead', 'count', 0, {
      among: { group: 'company', as },
      input: as === 'count' ? 'peers' : 'ahead',
      label:
        as === 'count'
          ? { en: 'Peers', 'zh-CN': '同业公司' }
          : { en: 'Ahead', 'zh-CN': '领先公司' },
    })
  const one = constant('1', 'count')
  const none = constant('0', 'count')
  const annual = { period: 'year' }
  const percentile = amount('percentile', 'ratio', 6, {
    label: { en: 'Percentile', 'zh-CN': '百分位' },
  })
  const places = { places: 6, rounding: 'half-up' } as const
  const curve = when(
    atLeast(percentile, constant('0.25')),
    interpolate(
      percentile,
      [
        { at: '0.25', value: '0.25' },
        { at: '0.50', value: '1' },
        { at: '0.75', value: '1.5' },
      ],
      places,
    ),
    constant('0'),
  )
  // At most the target where the own return is below zero; half as much again by a modifier.
  const bounded = when(above(constant('0'), own), minimum(curve, constant('1')), curve)
  const plan = (payout: Expression = bounded) => [
    component('own_tsr', { of: 'company', ...annual }, tsr),
    component('ahead', { of: { by: 'peer' }, ...annual }, when(above(tsr, own), one, none)),
    component(
      'percentile',
      { of: 'company', ...annual, label: { en: 'Percentile', 'zh-CN': '百分位' } },
      divide(subtract(ofPeers('count'), ofPeers('sum')), ofPeers('count'), places),
    ),
    component(
      'payout',
      { of: 'company', ...annual, label: { en: 'Payout', 'zh-CN': '归属系数' } },
      payout,
    ),
    ltip({
      grant: { ...deferred, kind: 'retention', vesting: { kind: 'cliff', months: 36 } },
      performance: 'payout',
    }),
  ]
  const peersOf = (returns: readonly string[], period = '2026') =>
    returns.map((value, i) => ({
      of: { by: 'peer', value: `peer ${i + 1}` },
      figures: [{ name: 'tsr', rhythm: 'year', period, value }],
    }))
  const company = (ownTsr: string | undefined, more: readonly object[] = []) => ({
    of: 'company',
    figures: [
      { name: 'share_price', rhythm: 'year', period: '2026', value: '10.00' },
      ...['2023', '2024', '2025', '2026']
        .filter((period) => period !== '2026' || ownTsr !== undefined)
        .map((period) => ({ name: 'tsr', rhythm: 'year', period, value: ownTsr ?? '0' })),
      ...more,
    ],
  })
  const field = ['0.30', '0.22', '0.11', '-0.05']
  const performing = (
    ownTsr: string | undefined,
    peers: readonly object[] = peersOf(field),
    payout?: Expression,
  ) =>
    proven(
      bookJson(plan(payout), { rhythms: { year: { kind: 'year' } } }),
      {
        people: [staff('li')],
        groups: [company(ownTsr), ...peers],
        records: { ltip: [granted('g1', '1000', { on: '2023-12-31' })] },
      },
      ['2026'],
    )

  test('TSR of 0.18 among 0.30, 0.22, 0.11 and -0.05 is the 50th percentile: 1,000 units', () => {
    const all = performing('0.18')
    expect(unitsOf(all)).toEqual(['1000'])
    expect(stated(all)).toEqual(['2026 li ltip 10000.00'])
    const text = why(all, { component: 'ltip', person: 'li', period: '2026' }, 'en')
    for (const line of ['1,000 × 100%', 'Percentile: 50%', '(4 − 2) ÷ 4'])
      expect(text).toContain(line)
    expect(why(all, { component: 'ltip', person: 'li', period: '2026' }, 'zh-CN')).toContain(
      '百分位：50%',
    )
  })

  test.each<[string, string, readonly string[], string]>([
    ['at the top of the field', '0.31', field, '1500'],
    ['at the 75th percentile', '0.25', field, '1500'],
    ['at the 25th percentile', '0.00', field, '250'],
    ['below all', '-0.10', field, '0'],
    ['level with a peer stands before it', '0.22', field, '1500'],
    ['level with all is ahead of none and behind none', '0.10', ['0.10', '0.10'], '1500'],
    ['a return below zero pays no more than the target', '-0.01', ['-0.02', '-0.03'], '1000'],
    // Two of three are not ahead: 0.666667 on the line from 1 to 1.5 is 1.333334.
    ['a peer that is not told is not in the field', '0.18', ['0.30', '0.11', '-0.05'], '1333'],
    ['a peer alone', '0.18', ['0.30'], '0'],
  ])('%s', (_, ownTsr, peers, units) => {
    expect(unitsOf(performing(ownTsr, peersOf(peers)))).toEqual([units])
  })

  test('a modifier multiplies, and a cap bounds what it comes to', () => {
    const modified = round(minimum(multiply(bounded, constant('1.25')), constant('1.6')), places)
    expect(unitsOf(performing('0.18', peersOf(field), modified))).toEqual(['1250'])
    expect(unitsOf(performing('0.31', peersOf(field), modified))).toEqual(['1600'])
  })

  test.each<[string, string | undefined, readonly object[], string]>([
    ['the own return', undefined, peersOf(field), 'nothing-there'],
    ['a field of peers', '0.18', peersOf(field, '2025'), 'division-by-zero'],
  ])('without %s the grant is withheld', (_, ownTsr, peers, code) => {
    const all = performing(ownTsr, peers)
    expect(stated(all)).toHaveLength(1)
    expect(stated(all)[0]).toContain(code)
  })

  test('returns that are told late, and put right, are settled by the next run', () => {
    const right = {
      name: 'tsr',
      rhythm: 'year',
      period: '2026',
      value: '0.25',
      recorded: '2027-03-01',
    }
    const all = proven(
      bookJson(plan(), { rhythms: { year: { kind: 'year' } } }),
      (period: string) => ({
        people: [staff('li')],
        groups: [
          company('0.18', [
            { name: 'tsr', rhythm: 'year', period: '2027', value: '0' },
            ...(period === '2027' ? [right] : []),
          ]),
          ...peersOf(field),
        ],
        records: { ltip: [granted('g1', '1000', { on: '2023-12-31' })] },
      }),
      ['2026', '2027'],
    )
    expect(stated(all)).toEqual([
      '2026 li ltip 10000.00',
      '2027 li ltip 2026 5000.00',
      '2027 li ltip failed-component failed-component failed-component division-by-zero',
    ])
  })

  const monthly = { month: { kind: 'month' }, year: { kind: 'year' } }
  const inMonths = (on: string) =>
    proven(
      bookJson(plan(), { rhythms: monthly }),
      {
        people: [staff('li')],
        groups: [
          company(
            '0.18',
            ['2026-11', '2026-12'].map((period) => ({
              name: 'share_price',
              period,
              value: '9.00',
            })),
          ),
          ...peersOf(field),
        ],
        records: { ltip: [granted('g1', '1000', { on })] },
      },
      ['2026-11', '2026-12'],
    )

  test('in months they vest with the one in which the year of the performance ends', () => {
    expect(stated(inMonths('2023-12-31'))).toEqual(['2026-12 li ltip 9000.00'])
  })

  test('and what vests in another month has no performance, and is withheld', () => {
    expect(stated(inMonths('2023-11-15'))).toEqual([
      '2026-11 li ltip failed-component division-by-zero',
      '2026-12 li ltip failed-component division-by-zero',
    ])
  })

  test.each<[string, object, string, string]>([
    [
      'a price of money',
      { grant: { ...deferred, in: undefined }, price: 'p' },
      'not-together',
      'price',
    ],
    [
      'shares of money',
      { grant: { ...deferred, in: undefined }, shares: '0.5' },
      'not-together',
      'shares',
    ],
    [
      'dividends of money',
      { grant: { ...deferred, in: undefined }, dividends: 'd' },
      'not-together',
      'dividends',
    ],
    ['more shares than units', { shares: '1.5' }, 'above-whole', 'shares'],
    [
      'units that are paid back',
      { grant: { ...deferred, clawback: { months: 12, good: 'none', bad: 'all' } } },
      'not-together',
      'grant.clawback',
    ],
    [
      'a malus beside what is paid back',
      {
        grant: { ...deferred, in: undefined, clawback: { months: 12, good: 'none', bad: 'all' } },
        malus: 'malus',
      },
      'not-together',
      'malus',
    ],
    [
      'units that are called otherwise',
      { grant: { ...deferred, in: 'shares' } },
      'not-offered',
      'grant.in',
    ],
  ])('%s are refused', (_, terms, code, path) => {
    expect(found(() => proven(bookJson([ltip(terms)]), {}, []))).toEqual([
      [code, `policies[0].versions[0].terms.${path}`],
    ])
  })
})

describe('powers 13: sales beyond the quota count in the next period', () => {
  const planOf = (carry: object | undefined, plan: object = {}, terms: object = {}) =>
    policy('plan', 'plan', {
      plan: {
        period: 'month',
        measure: { sum: 'sales' },
        quota: 'quota',
        tiers: {
          kind: 'retroactive',
          of: 'quota',
          steps: [
            { from: '0', rate: '0.05' },
            { from: '1', rate: '0.10' },
          ],
        },
        ...plan,
      },
      ...(carry && { carry }),
      ...terms,
    })
  const sale = (on: string, sales: string, more: object = {}) => ({
    ...{ id: `${on} ${sales}`, on, person: 'li', sales },
    ...more,
  })
  const months = ['2026-01', '2026-02', '2026-03'] as const
  const quotas = (value: string) =>
    Object.fromEntries(months.map((period) => [period, { quota: value }]))
  const li = staff('li', {}, quotas('1000'))
  const sold = [sale('2026-01-10', '1500'), sale('2026-02-10', '600'), sale('2026-03-10', '500')]
  const runsOf = (
    policies: readonly object[],
    credits: readonly object[] | ((period: string) => readonly object[]) = sold,
    people: readonly object[] = [li],
  ) =>
    proven(
      bookJson(policies),
      (period: string) => ({
        people,
        records: { credits: typeof credits === 'function' ? credits(period) : credits },
      }),
      months,
    )
  const paysOf = (...given: Parameters<typeof runsOf>) => stated(runsOf(...given), 'plan')

  test('1,500 of a quota of 1,000 leave 500 for February, which reaches it with 600', () => {
    const all = runsOf([planOf({ beyond: '1' })])
    expect(stated(all)).toEqual([
      '2026-01 li plan 100.00',
      '2026-02 li plan 100.00',
      '2026-03 li plan 30.00',
    ])
    expect(held(all, 'plan.carried')).toEqual(['500.000000', '100.000000', '0.000000'])
    expect(paysOf([planOf(undefined)])).toEqual([
      '2026-01 li 150.00',
      '2026-02 li 30.00',
      '2026-03 li 25.00',
    ])
  })

  test.each<[Locale, readonly string[]]>([
    ['en', ['Credited sales (Counts in the period): 1,000.00 CNY', '600.00 CNY + 500.00 CNY']],
    ['zh-CN', ['上期结转业绩', '本期最多计入']],
  ])('it is told why: %s', (locale, lines) => {
    const all = runsOf([planOf({ beyond: '1' })])
    const text = why(all, { component: 'plan', person: 'li', period: '2026-02' }, locale)
    for (const line of lines) expect(text).toContain(line)
  })

  const refund = sale('2026-02-20', '-600', { counts: '2026-01-10' })
  test.each<[string, object, readonly object[], readonly string[]]>([
    [
      'beyond half as much again',
      { beyond: '1.5' },
      sold,
      ['2026-01 li 150.00', '2026-02 li 30.00', '2026-03 li 25.00'],
    ],
    ['of no sales nothing', { beyond: '1' }, [sale('2025-12-01', '9')], []],
    [
      'a month of refunds is less than nothing, and carries none',
      { beyond: '1' },
      [sale('2026-01-10', '-200'), sale('2026-02-10', '900')],
      ['2026-02 li 45.00'],
    ],
    [
      'what comes back late moves what was carried',
      { beyond: '1' },
      [...sold, refund],
      // January sold 900: 45.00; nothing is carried; February sold 600: 30.00; March 500: 25.00.
      ['2026-01 li 100.00', '2026-02 li 2026-01 -55.00', '2026-02 li 30.00', '2026-03 li 25.00'],
    ],
  ])('%s', (_, carry, credits, expected) => {
    expect(paysOf([planOf(carry)], credits)).toEqual(expected)
  })

  test('from a quota of another policy, for a joiner, and told of who leaves', () => {
    const quota = policy('quota', 'target', { quota: { rounding: 'half-up', prorated: true } })
    const reads = { quota: { from: 'component', name: 'target' } }
    const people = [
      staff(
        'li',
        { target: '1000' },
        {},
        { employment: [{ from: '2026-01-17', to: '2026-02-28' }] },
      ),
    ]
    // Half of January: a quota of 483.87, so that 1,016.13 are carried, and 616.13 in February.
    const all = runsOf(
      [quota, planOf({ beyond: '1' }, {}, { reads })],
      [sale('2026-01-20', '1500'), sold[1] as object],
      people,
    )
    expect(stated(all)).toEqual(['2026-01 li plan 48.39', '2026-02 li plan 100.00'])
    expect(all.runs.map(({ leftOver }) => leftOver.map(({ value }) => value))).toEqual([
      [],
      ['616.13'],
      [],
    ])
  })

  test('a quota of zero is refused, or all of it counts where the plan says what it means', () => {
    const none = [staff('li', {}, quotas('0'))]
    expect(paysOf([planOf({ beyond: '1' })], sold, none)[0]).toContain('not-above')
    expect(paysOf([planOf({ beyond: '1' }, { quotaOfZero: 'reached' })], sold, none)).toEqual([
      '2026-01 li 150.00',
      '2026-02 li 60.00',
      '2026-03 li 50.00',
    ])
  })

  test.each<[string, object, object, string, string]>([
    [
      'no quota',
      { quota: undefined, tiers: { kind: 'flat', rate: '0.1' } },
      {},
      'no-quota',
      'carry',
    ],
    ['a year to date', { measuring: 'year-to-date' }, {}, 'not-together', 'carry'],
    [
      'a cap of each deal',
      { dealCap: '5', tiers: { kind: 'flat', rate: '0.1' } },
      {},
      'not-together',
      'carry',
    ],
    [
      'deals by themselves',
      { per: 'deal', tiers: { kind: 'flat', rate: '0.1' } },
      {},
      'not-together',
      'carry',
    ],
    [
      'a floor of each deal',
      { dealFloor: '5', tiers: { kind: 'flat', rate: '0.1' } },
      {},
      'not-together',
      'carry',
    ],
    ['a list of deals', { deals: 'listed' }, {}, 'not-together', 'carry'],
    [
      'rates by category',
      { tiers: { kind: 'category', by: 'line', rates: { a: '0.1' } } },
      {},
      'not-together',
      'carry',
    ],
    ['a holdback', { holdback: { share: '0.5' } }, {}, 'not-together', 'carry'],
    ['nothing', {}, { beyond: '0' }, 'not-above', 'carry.beyond'],
    ['too fine a part', {}, { beyond: '1.23456' }, 'too-many-places', 'carry.beyond'],
    ['no part', {}, { beyond: '-1' }, 'not-a-non-negative-decimal', 'carry.beyond'],
  ])('carrying beside %s is refused', (_, plan, carry, code, path) => {
    expect(found(() => runsOf([planOf({ beyond: '1', ...carry }, plan)]))).toContainEqual([
      code,
      `policies[0].versions[0].terms.${path}`,
    ])
  })
})
