import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lintPlan } from '../../src/commission/index.js'
import { found } from '../found.js'
import { amount, own, paid, planOf, ratio, said, told, wrong } from './table-plans.js'

const tiers = {
  kind: 'grid',
  between: 'linear',
  kpi: 'q',
  rows: [{ from: '0.5' }, { from: '1' }, { from: '1.5' }],
  columns: [{ from: '0.8' }, { from: '1' }],
  rates: [
    ['0', '0.01'],
    ['0.02', '0.04'],
    ['0.05', '0.10'],
  ],
}
const policy = { quota: 'quota', tiers }

describe('a grid between points', () => {
  test.each([
    ['at a point', '100.00', '0.8', '2.00'],
    ['at the last point', '150.00', '1', '15.00'],
    ['half way between rows', '75.00', '0.8', '0.75'],
    ['half way between columns', '100.00', '0.9', '3.00'],
    // A quarter of 0, 1, 2 and 4 %.
    ['half way between both', '75.00', '0.9', '1.31'],
    // At 125 % and 95 %: half of 3.5 % and of 8.75 %.
    ['anywhere', '125.00', '0.95', '7.66'],
    ['below all points', '10.00', '0.1', '0.00'],
    ['below the rows', '10.00', '1', '0.10'],
    ['beyond all points', '200.00', '3', '20.00'],
    ['beyond the columns', '75.00', '2', '1.88'],
  ])('%s: %s at %s pay %s', (_, sales, q, pay) => {
    expect(paid(policy, { sales, q, quota: '100.00' })).toBe(pay)
  })

  const days = { kpis: { q: { unit: 'duration:day', places: 1 } } }
  const ofPieces = { measure: { sum: 'pieces', unit: 'count' } }
  test.each<[string, object, object, string]>([
    ['money', {}, { pays: 'amount' }, '24.38'],
    ['money by days', days, { pays: 'amount' }, '24.38'],
    ['money a piece', ofPieces, {}, '1828.13'],
    ['money a piece by days', { ...days, ...ofPieces }, {}, '1828.13'],
  ])('of %s, of all or of each person', (_, more, grid, pay) => {
    const name = 'measure' in more ? 'pieces' : 'sales'
    const inputs = { [name]: '75', quota: '100', q: '0.9' }
    const pays = (...middle: readonly unknown[]) => ({
      ...policy,
      ...more,
      tiers: { ...tiers, ...grid, rates: [['0', '10'], middle, ['90', '100']] },
    })
    // A quarter of 0, 10, 37.50 and 50.
    expect(paid(pays('37.5', '50'), inputs)).toBe(pay)
    expect(paid(pays(own('a'), own('b')), { ...inputs, a: '37.5', b: '50' })).toBe(pay)
  })

  test.each([
    ['reached', '0.9', '7.50'],
    ['missed', '0.9', '0.50'],
    ['missed', '9', '1.00'],
  ])('a quota of zero is %s at %s: %s', (quotaOfZero, q, pay) => {
    const inputs = { sales: '100.00', q, quota: '0.00' }
    expect(paid({ ...policy, quotaOfZero }, inputs)).toBe(pay)
    expect(found(() => paid(policy, inputs))).toEqual([['not-above', 'inputs.quota']])
  })

  test.each([
    ['reached', '95.00'],
    ['missed', '5.00'],
  ])('amounts by days of a quota of zero that is %s: %s', (quotaOfZero, pay) => {
    const rates = [
      ['0', '10'],
      ['37.5', '50'],
      ['90', '100'],
    ]
    const amounts = { ...policy, ...days, quotaOfZero, tiers: { ...tiers, pays: 'amount', rates } }
    expect(paid(amounts, { sales: '75.00', q: '0.9', quota: '0.00' })).toBe(pay)
  })

  test('is told as one quotient', () => {
    expect(told(policy, { sales: '125.00', q: '0.95', quota: '100.00' })).toContain(
      'Credited sales × (((150% − min(Attainment, 150%)) × ((100% − max(min(q, 100%), 80%)) × 2% + (max(min(q, 100%), 80%) − 80%) × 4%) + (min(Attainment, 150%) − 100%) × ((100% − max(min(q, 100%), 80%)) × 5% + (max(min(q, 100%), 80%) − 80%) × 10%)) ÷ ((150% − 100%) × (100% − 80%)))',
    )
  })

  test('is looked at where it pays amounts; of a rate that rises with sales there is no line', () => {
    const rates = [
      ['0', '1'],
      ['5', '6'],
      ['4', '9'],
    ]
    const amounts = planOf({ ...policy, tiers: { ...tiers, pays: 'amount', rates } })
    const [first] = lintPlan(amounts, { given: { quota: '1000.00', q: '0.8' } })
    expect([first?.code, first?.path, first?.cost]).toEqual(['fall', 'tiers', '1.00'])
    expect(found(() => lintPlan(planOf(policy)))).toEqual([['not-linear', 'of.of.of']])
  })

  test.each<[string, object, ...(readonly [code: string, path: string])[]]>([
    [
      'a first row that begins nowhere',
      { rows: [{}, { from: '1' }, { from: '2' }] },
      ['missing', 'tiers.rows[0].from'],
    ],
    [
      'a first column that begins nowhere',
      { columns: [{}, { from: '1' }] },
      ['missing', 'tiers.columns[0].from'],
    ],
    [
      'one column',
      { columns: [{ from: '1' }], rates: [['0'], ['1'], ['2']] },
      ['few-points', 'tiers.columns'],
    ],
    ['one row', { rows: [{ from: '1' }], rates: [['0', '1']] }, ['few-points', 'tiers.rows']],
    [
      'a side of a point',
      { columns: [{ from: '0' }, { from: '1', exclusive: true }] },
      ['not-together', 'tiers.columns[1].exclusive'],
    ],
    [
      'points out of order',
      { rows: [{ from: '1' }, { from: '0.5' }, { from: '2' }] },
      ['unordered-bounds', 'tiers.rows[1].from'],
    ],
    ['no points', { rows: [], rates: [] }, ['empty-list', 'tiers.rows']],
    ['cells amiss', { rates: [['0', '1']] }, ['grid-shape', 'tiers.rates']],
    ['another way between', { between: 'cubic' }, ['not-offered', 'tiers.between']],
  ])('refused: %s', (_, more, ...problems) => {
    expect(wrong({ ...policy, tiers: { ...tiers, ...more } })).toEqual(problems)
  })

  test('what is refused is said in both languages', () => {
    const few = { rows: [{}, { from: '1' }], columns: [{ from: '1' }], rates: [['0'], ['1']] }
    const more = { ...policy, tiers: { ...tiers, ...few } }
    expect(said(more, 'en').split('\n')).toEqual([
      'tiers.rows[0].from: is missing: between points, each row and column stands somewhere. Give the first one a "from" too; below it nothing changes any more.',
      'tiers.columns: has one entry, so that there is nothing between. Give two or more, or say the factor by "modifiers".',
    ])
    expect(said(more, 'zh-CN').split('\n')).toEqual([
      'tiers.rows[0].from：缺失：两点之间插值时，每行每列都须有起点。第一行、第一列也请写明“from”；低于该点时不再变化。',
      'tiers.columns：只有一项，无从插值。请至少写明两项，或改用“modifiers”中的系数。',
    ])
  })
})

describe('laws of a grid between points', () => {
  /** Rows and columns in hundredths, cells in millionths. */
  interface Table {
    readonly down: readonly number[]
    readonly across: readonly number[]
    readonly cells: readonly (readonly number[])[]
  }
  const points = fc
    .uniqueArray(fc.integer({ min: 1, max: 300 }), { minLength: 2, maxLength: 4 })
    .map((list) => list.sort((a, b) => a - b))
  const lists = <T>(of: fc.Arbitrary<T>, length: number) =>
    fc.array(of, { minLength: length, maxLength: length })
  const table: fc.Arbitrary<Table> = fc.tuple(points, points).chain(([down, across]) =>
    fc.record({
      down: fc.constant(down),
      across: fc.constant(across),
      cells: lists(lists(fc.integer({ min: 0, max: 1_000_000 }), across.length), down.length),
    }),
  )
  /** What is paid of a quota of a million, in cents, at so many hundredths of it and of the KPI. */
  const centsOf = ({ down, across, cells }: Table, row: number, column: number) => {
    const rows = down.map((at) => ({ from: amount(at) }))
    const columns = across.map((at) => ({ from: amount(at) }))
    const rates = cells.map((list) => list.map(ratio))
    const pay = paid(
      { ...policy, tiers: { ...tiers, rows, columns, rates } },
      { sales: `${row * 10_000}.00`, q: amount(column), quota: '1000000.00' },
    )
    return BigInt(pay.replace('.', ''))
  }
  const at = fc.integer({ min: 1, max: 400 })
  const few = { numRuns: 60 }

  test('at its points it is its cells', () => {
    fc.assert(
      fc.property(table, fc.nat(), fc.nat(), (of, i, j) => {
        const [r, c] = [i % of.down.length, j % of.across.length]
        const [row, column] = [of.down[r] as number, of.across[c] as number]
        const cell = (of.cells[r] as readonly number[])[c] as number
        // Of a million times hundredths, millionths are hundredths, which are cents.
        expect(centsOf(of, row, column)).toBe(BigInt(row) * BigInt(cell))
      }),
      few,
    )
  })

  /** Between which two points something is, held between the first and the last. */
  const between = (list: readonly number[], x: number) => {
    const held = Math.min(Math.max(x, list[0] as number), list.at(-1) as number)
    const i = Math.min(
      list.findLastIndex((each) => each <= held),
      list.length - 2,
    )
    const [low, high] = [list[i], list[i + 1]] as [number, number]
    return { i, up: BigInt(held - low), run: BigInt(high - low) }
  }

  test('it is what fractions say, rounded once', () => {
    fc.assert(
      fc.property(table, at, at, (of, row, column) => {
        const [r, c] = [between(of.down, row), between(of.across, column)]
        const cell = (i: number, j: number) =>
          BigInt((of.cells[r.i + i] as readonly number[])[c.i + j] as number)
        const along = (i: number) => (c.run - c.up) * cell(i, 0) + c.up * cell(i, 1)
        const numerator = (r.run - r.up) * along(0) + r.up * along(1)
        const denominator = r.run * c.run
        // Half up at the twelfth place, six more than cells have.
        const rate = (2n * numerator * 10n ** 6n + denominator) / (2n * denominator)
        const cents = (2n * rate * BigInt(row) + 10n ** 6n) / (2n * 10n ** 6n)
        expect(centsOf(of, row, column)).toBe(cents)
      }),
    )
  })

  test('where its cells rise, more of either never pays less', () => {
    const rising = table.map((of) => ({
      ...of,
      cells: of.cells.map((list, i) => list.map((cell, j) => (cell % 1000) + 2000 * (i + j))),
    }))
    fc.assert(
      fc.property(rising, at, at, at, at, (of, a, b, c, d) => {
        const more = centsOf(of, Math.max(a, b), Math.max(c, d))
        expect(more).toBeGreaterThanOrEqual(centsOf(of, Math.min(a, b), Math.min(c, d)))
      }),
      few,
    )
  })
})
