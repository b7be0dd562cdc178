import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseGrant } from '../../src/bonus/index.js'
import { compile, evaluate, explain, numberColumn, renderText } from '../../src/formula/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { decimal } from '../../src/quantity/index.js'
import { found } from '../found.js'

const grant = {
  id: 'stay',
  kind: 'retention',
  currency: 'CNY',
  vesting: { kind: 'cliff', months: 12 },
  leaving: { good: 'pro-rata', bad: 'none' },
}

const vestedBy = (vesting: object, granted: string, months: readonly number[]) => {
  const { vested } = parseGrant({ ...grant, vesting })
  return months.map((served) => evaluate(vested, { granted, 'service.months': served }).value)
}

describe('what is vested', () => {
  test('after a cliff is all at once', () => {
    const vesting = { kind: 'cliff', months: 12 }
    expect(vestedBy(vesting, '100.01', [-1, 0, 11, 12, 13])).toEqual([
      '0.00',
      '0.00',
      '0.00',
      '100.01',
      '100.01',
    ])
    expect(vestedBy({ kind: 'cliff', months: 0 }, '5', [-1, 0])).toEqual(['0.00', '5.00'])
  })

  // "Vesting Schedule", startuppercolator.com: 1/4 on the first anniversary and 1/48 each month
  // thereafter.
  test('over four years with a one-year cliff: the published schedule', () => {
    const vesting = { kind: 'graded', months: 48, every: 1, cliff: 12 }
    expect(vestedBy(vesting, '48000', [11, 12, 13, 24, 47, 48, 60])).toEqual([
      '0.00',
      '12000.00',
      '13000.00',
      '24000.00',
      '47000.00',
      '48000.00',
      '48000.00',
    ])
  })

  // "Vesting Schedule", 18insurance.com: 20% after 1 year up to 100% after 5 years of service.
  test('over five years by the year: the published schedule', () => {
    const vesting = { kind: 'graded', months: 60, every: 12 }
    expect(vestedBy(vesting, '1000', [11, 12, 23, 24, 36, 48, 60])).toEqual([
      '0.00',
      '200.00',
      '200.00',
      '400.00',
      '600.00',
      '800.00',
      '1000.00',
    ])
  })

  test('in thirds is rounded down until the end', () => {
    const vesting = { kind: 'graded', months: 36, every: 12 }
    expect(vestedBy(vesting, '100', [12, 24, 36])).toEqual(['33.33', '66.66', '100.00'])
  })

  test.each([
    // A cliff between two steps pays on its own day what the steps before it have built up.
    [
      { months: 24, every: 6, cliff: 9 },
      [6, 8, 9, 12],
      ['0.00', '0.00', '25.00', '50.00'],
      [9, 12, 18, 24],
    ],
    // One before the first step, or on a step, changes no day.
    [{ months: 24, every: 12, cliff: 3 }, [3, 11, 12], ['0.00', '0.00', '50.00'], [12, 24]],
    [{ months: 24, every: 6, cliff: 12 }, [6, 11, 12], ['0.00', '0.00', '50.00'], [12, 18, 24]],
    [{ months: 24, every: 12, cliff: 24 }, [12, 23, 24], ['0.00', '0.00', '100.00'], [24]],
  ])('with the cliff of %j', (schedule, months, expected, steps) => {
    const vesting = { kind: 'graded', ...schedule }
    expect(vestedBy(vesting, '100', months)).toEqual(expected)
    expect(parseGrant({ ...grant, vesting }).steps).toEqual(steps)
  })

  test('in tranches is the sum of those reached', () => {
    const tranches = [
      { months: 0, share: '0.5' },
      { months: 12, share: '0.3' },
      { months: 30, share: '0.2' },
    ]
    const vesting = { kind: 'tranches', tranches }
    expect(vestedBy(vesting, '999.99', [0, 11, 12, 30])).toEqual([
      '499.99',
      '499.99',
      '799.99',
      '999.99',
    ])
  })

  const vestings = fc.oneof(
    fc.record({ kind: fc.constant('cliff'), months: fc.nat(60) }),
    fc
      .record({
        every: fc.integer({ min: 1, max: 12 }),
        steps: fc.integer({ min: 1, max: 6 }),
        part: fc.nat(100),
      })
      .map(({ every, steps, part }) => {
        const months = every * steps
        return { kind: 'graded', months, every, cliff: Math.floor((months * part) / 100) }
      }),
  )

  test('never falls with time, and ends with all of it', () => {
    fc.assert(
      fc.property(vestings, fc.nat(10_000_000), (vesting, cents) => {
        const granted = decimal(String(cents)).times('0.01').toFixed(2)
        const months = Array.from({ length: 75 }, (_, i) => i - 1)
        const values = vestedBy(vesting, granted, months).map(decimal)
        values.forEach((value, i) => {
          expect(value.lessThan(values[i - 1] ?? '0')).toBe(false)
          expect(value.greaterThan(granted)).toBe(false)
        })
        expect(values.at(-1)?.toFixed(2)).toBe(granted)
      }),
    )
  })

  test('compiles, row by row what evaluate gives', () => {
    const { vested } = parseGrant({ ...grant, vesting: { kind: 'graded', months: 36, every: 12 } })
    const batch = compile(vested)({
      granted: numberColumn(['100', '100'], 2),
      'service.months': numberColumn(['12', '36'], 0),
    })
    expect([batch.value(0), batch.value(1)]).toEqual(['33.33', '100.00'])
  })
})

describe('what a leaver keeps', () => {
  const kept = (leaving: object, leaver: 'good' | 'bad', months: number, vesting: object) =>
    evaluate(parseGrant({ ...grant, leaving, vesting }).kept[leaver], {
      granted: '1000',
      'service.months': months,
    }).value
  const yearly = { kind: 'graded', months: 36, every: 12 }

  test.each([
    ['all', 5, '1000.00'],
    ['none', 5, '0.00'],
    ['none', 13, '333.33'],
    ['pro-rata', 5, '138.88'],
    ['pro-rata', 12, '333.33'],
    ['pro-rata', 40, '1000.00'],
    ['pro-rata', -1, '0.00'],
  ])('under %s after %i months is %s', (part, months, expected) => {
    expect(kept({ good: part, bad: 'none' }, 'good', months, yearly)).toBe(expected)
    expect(kept({ good: 'none', bad: part }, 'bad', months, yearly)).toBe(expected)
  })

  test('of what vests at once is all', () => {
    expect(kept({ good: 'pro-rata', bad: 'none' }, 'good', 0, { kind: 'cliff', months: 0 })).toBe(
      '1000.00',
    )
  })
})

describe('a grant', () => {
  test('is explained, with its clause', () => {
    const vesting = { kind: 'graded', months: 36, every: 12 }
    const named = parseGrant({ ...grant, vesting, label: 'Stay bonus', clause: '§8' })
    const inputs = { granted: '1000', 'service.months': 30 }
    expect(renderText(explain(evaluate(named.vested, inputs), { locale: 'en' }))).toBe(
      [
        'Stay bonus: 666.66 CNY [§8]',
        '  Granted × Steps vested of 3 ÷ 3',
        '  1,000.00 CNY × 2 ÷ 3',
        '  Rounded down to 0.01 CNY',
        '    Granted: 1,000.00 CNY',
        '    Steps vested of 3: 2',
        '      Months served is at least 24 and below 36'.replace(' is', ' 30 is'),
        '        Months served: 30',
      ].join('\n'),
    )
    const chinese = renderText(explain(evaluate(named.kept.good, inputs), { locale: 'zh-CN' }))
    for (const words of [
      '离职时保留：833.33 CNY [§8]',
      '按服务月数',
      '已归属期数（共 3 期）',
      '授予金额',
      '已服务月数',
    ])
      expect(chinese).toContain(words)
    const tranche = parseGrant(grant)
    expect(renderText(explain(evaluate(tranche.vested, inputs), { locale: 'zh-CN' }))).toContain(
      '已归属比例：100%',
    )
    expect(explain(evaluate(tranche.vested, inputs), { locale: 'zh-CN' }).label).toBe('已归属')
  })

  test.each([
    [{ kind: 'gift' }, 'not-offered', 'kind'],
    [{ vesting: { kind: 'graded', months: 12, every: 5 } }, 'uneven-steps', 'vesting.every'],
    [
      { vesting: { kind: 'graded', months: 12, every: 6, cliff: 13 } },
      'cliff-too-long',
      'vesting.cliff',
    ],
    [{ vesting: { kind: 'graded', months: 0, every: 1 } }, 'too-small', 'vesting.months'],
    [{ vesting: { kind: 'cliff', months: 1.5 } }, 'wrong-type', 'vesting.months'],
    [{ vesting: { kind: 'tranches', tranches: [] } }, 'too-small', 'vesting.tranches'],
    [{ leaving: { good: 'some', bad: 'none' } }, 'not-offered', 'leaving.good'],
    [{ clawback: { months: 0, good: 'none', bad: 'all' } }, 'too-small', 'clawback.months'],
  ])('is refused for %j', (wrong, code, path) => {
    expect(found(() => parseGrant({ ...grant, ...wrong }))).toEqual([[code, path]])
  })

  test('is refused for tranches out of order or not whole, in both languages', () => {
    const tranches = [
      { months: 12, share: '0.5' },
      { months: 12, share: '0.4' },
    ]
    const problems = problemsOf(() =>
      parseGrant({ ...grant, vesting: { kind: 'tranches', tranches } }),
    )
    expect(describeProblems(problems)).toBe(
      [
        'vesting.tranches[1].months: 12 does not come after 12. List the steps from the earliest, each once.',
        'vesting.tranches: the weights add up to 0.9, not to 1. Make them add up to exactly 1.',
      ].join('\n'),
    )
    expect(describeProblems(problems, 'zh-CN')).toContain('12 不在 12 之后。请按先后排列')
    const graded = (vesting: object) =>
      describeProblems(
        problemsOf(() => parseGrant({ ...grant, vesting: { kind: 'graded', ...vesting } })),
        'zh-CN',
      )
    expect(graded({ months: 12, every: 5 })).toBe(
      'vesting.every：12 不是 5 个月的整数倍。各期须能等分总期限。',
    )
    expect(graded({ months: 12, every: 6, cliff: 13 })).toBe(
      'vesting.cliff：等待期 13 个月长于归属期 12 个月。请缩短等待期。',
    )
  })
})
