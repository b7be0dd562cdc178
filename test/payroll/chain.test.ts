import { describe, expect, it } from 'vitest'
import { component, figure, type Run } from '../../src/pay/index.js'
import { verifyChain } from '../../src/payroll/index.js'
import { digestOf } from '../../src/problem/index.js'
import { found } from '../found.js'
import { waged } from '../pay/rules/cash-books.js'
import { bookOf, cny, dataOf, quarterly, reading, run } from '../pay/rules/paying.js'
import { chain, company, companyData } from './proof-company.js'
import { changed, sealed } from './sealed.js'

const [january, february, march, again] = chain
const head = again.digest
const told = (runs: readonly unknown[], options: Parameters<typeof verifyChain>[1] = { head }) =>
  verifyChain(runs as readonly Run[], options).map(({ code, path }) => [code, path])
/** What is told of a chain of which one run was changed and all that follows sealed anew, beside its head. */
const changedIn = (i: number, change: (run: Run) => Partial<Run>) =>
  told(changed(chain, i, (run) => ({ ...run, ...change(run) }))).filter(
    ([code]) => code !== 'not-the-head',
  )
const atHead = ['not-the-head', '[3].digest']

const line = (j: number, change: object) => (run: Run) => ({
  lines: run.lines.map((each, at) => (at === j ? { ...each, ...change } : each)),
})
const state = (change: (state: Run['state']) => object) => (run: Run) => ({
  state: { ...run.state, ...change(run.state) },
})
const settled = (n: number, change: object) =>
  state(({ settled: all }) => ({
    // What is undefined is left out.
    settled: JSON.parse(
      JSON.stringify(all.map((each, at) => (at === n ? { ...each, ...change } : each))),
    ),
  }))
const paid = (n: number, change: object) =>
  state(({ paid: all }) => ({
    paid: all.map((each, at) => (at === n ? { ...each, ...change } : each)),
  }))
const division =
  (change: object) =>
  ({ divisions }: Run) => ({
    divisions: divisions.map((each, at) => (at === 0 ? { ...each, ...change } : each)),
  })

describe('a chain of runs', () => {
  it('holds, as a whole, from a trusted run on, and without what is trusted', () => {
    expect(told(chain, { head, root: january.digest, book: company })).toEqual([])
    expect(told([march, again], { head, root: march.digest })).toEqual([])
    expect(told(JSON.parse(JSON.stringify(chain)), {})).toEqual([])
    expect(told([], {})).toEqual([])
  })

  it('is not empty where it should lead to a digest', () => {
    expect(told([])).toEqual([['no-runs', '']])
    expect(told([], { root: head })).toEqual([['no-runs', '']])
  })

  it('tells an end and a beginning that were cut off', () => {
    expect(told([january, february])).toEqual([['not-the-head', '[1].digest']])
    expect(told([february, march, again])).toEqual([['not-the-first', '[0].before']])
    expect(told([february, march, again], { head, root: january.digest })).toEqual([
      ['not-the-root', '[0].digest'],
    ])
  })

  it('tells what is repeated, left out, turned round and forked', () => {
    expect(told([january, february, february, march, again])).toEqual([
      ['repeated-run', '[2].digest'],
    ])
    expect(told([january, march, again])[0]).toEqual(['other-before', '[1].before'])
    expect(told(sealed([january, march, again]))[0]).toEqual(['unlisted-run', '[1].state.asOfs'])
    expect(told([february, january], {})[0]).toEqual(['not-the-first', '[0].before'])
    expect(told(sealed([january, march, february, again], 1)).map(([, path]) => path)).toContain(
      '[2].period',
    )
    const other = run(company, companyData, '2026-02', january, { asOf: '2026-03-01' })
    expect(told([january, february, other], {})[0]).toEqual(['forked-chain', '[2].before'])
    expect(told([january, { ...february, before: 'first' }], {})).toContainEqual([
      'other-before',
      '[1].before',
    ])
  })

  it('tells what is no chain and no run', () => {
    expect(told({ length: 1 } as never)).toEqual([['wrong-type', '']])
    expect(told([{}], {})[0]).toEqual(['missing', '[0].format'])
    expect(told([null], {})).toEqual([['wrong-type', '[0]']])
    expect(told([{ ...january, format: 2 }, february], {})).toEqual([
      ['other-format', '[0].format'],
    ])
    expect(told([january, { ...february, lines: 'x' }, march], {})).toEqual([
      ['wrong-type', '[1].lines'],
    ])
    expect(told([january, { ...february, lines: 'x' }])).toEqual([['wrong-type', '[1].lines']])
    expect(found(() => verifyChain(chain, { haed: head } as never))).toEqual([
      ['unknown-key', 'haed'],
    ])
    expect(found(() => verifyChain(chain, { head: 7 } as never))).toEqual([['wrong-type', 'head']])
  })

  it('tells a run that was changed after its digest was made', () => {
    expect(told([january, { ...february, lines: [] }, march, again])[0]).toEqual([
      'other-digest',
      '[1].digest',
    ])
  })

  it.each<[string, number, (run: Run) => Partial<Run> | object, readonly string[]]>([
    ['a number of the first run', 0, () => ({ number: 2 }), ['number-differs', '[0].number']],
    [
      'changed versions of the first run',
      0,
      () => ({ changedVersions: [{ component: 'base', old: 'a', new: 'b' }] }),
      ['carried-differs', '[0].changedVersions'],
    ],
    [
      'the first period',
      0,
      state(() => ({ first: '2025-12' })),
      ['carried-differs', '[0].state.first'],
    ],
    ['another currency', 1, () => ({ currency: 'USD' }), ['other-currency', '[1].currency']],
    ['another rhythm', 1, () => ({ rhythm: 'quarter' }), ['other-rhythm', '[1].rhythm']],
    ['an earlier period', 1, () => ({ period: '2025-12' }), ['earlier-period', '[1].period']],
    ['a number', 3, () => ({ number: 1 }), ['number-differs', '[3].number']],
    ['an earlier day', 1, () => ({ asOf: '2026-01-30' }), ['knows-less', '[1].asOf']],
    [
      'a later day',
      1,
      () => ({ asOf: '2026-03-01' }),
      ['carried-differs', '[1].state.asOfs.2026-02'],
    ],
    [
      'the day of a run before',
      1,
      state(({ asOfs }) => ({ asOfs: { ...asOfs, '2026-01': '2026-01-30' } })),
      ['carried-differs', '[1].state.asOfs.2026-01'],
    ],
    [
      'a run before that is gone',
      1,
      state(({ asOfs: { '2026-01': _, ...asOfs } }) => ({ asOfs })),
      ['carried-differs', '[1].state.asOfs.2026-01'],
    ],
    [
      'the day on which all began',
      1,
      state(() => ({ opened: '2026-01-30' })),
      ['carried-differs', '[1].state.opened'],
    ],
    [
      'a version that is gone',
      1,
      state(({ versions: { base: _, ...versions } }) => ({ versions })),
      ['carried-differs', '[1].state.versions.base'],
    ],
    [
      'a version that changed without a word',
      1,
      state(({ versions }) => ({ versions: { ...versions, base: 'x' } })),
      ['carried-differs', '[1].state.versions.base'],
    ],
    [
      'a version said to have changed',
      1,
      () => ({ changedVersions: [{ component: 'base', old: 'a', new: 'b' }] }),
      ['carried-differs', '[1].state.versions.base'],
    ],
    [
      'a version said to have been another one',
      1,
      (of) => ({
        ...state(({ versions }) => ({ versions: { ...versions, base: 'x' } }))(of),
        changedVersions: [{ component: 'base', old: 'a', new: 'x' }],
      }),
      ['carried-differs', '[1].changedVersions'],
    ],
    [
      'a version that nobody knew',
      1,
      () => ({ changedVersions: [{ component: 'gift', from: '2026-01-01', old: 'a', new: 'b' }] }),
      ['carried-differs', '[1].changedVersions'],
    ],
    ['an amount', 1, line(1, { amount: '3200.00' }), ['not-difference', '[1].lines[1].amount']],
    [
      'parts',
      1,
      line(1, { entitled: '3200.00', amount: '3200.00' }),
      ['parts-add-up', '[1].lines[1].parts'],
    ],
    [
      'what was settled',
      1,
      line(0, { settled: '0.00', amount: '3100.00' }),
      ['settled-differs', '[1].lines[0].settled'],
    ],
    [
      'what was settled of nothing yet',
      1,
      line(1, { settled: '-100.00', amount: '3200.00' }),
      ['settled-differs', '[1].lines[1].settled'],
    ],
    [
      'what was settled, in the first run',
      0,
      line(0, { settled: '-100.00', amount: '3100.00' }),
      ['settled-differs', '[0].lines[0].settled'],
    ],
    [
      'a line of a stranger',
      1,
      ({ lines }) => ({ lines: [...lines, { ...lines[0], person: 'ghost' }] }),
      ['settled-differs', '[1].lines[10].settled'],
    ],
    [
      'a line of a stranger who was paid nothing before',
      1,
      ({ lines }) => ({ lines: [...lines, { ...lines[1], person: 'ghost' }] }),
      ['not-carried', '[1].lines[10]'],
    ],
    [
      'a line twice',
      1,
      ({ lines }) => ({ lines: [...lines, lines[7]] }),
      ['repeated-line', '[1].lines[10]'],
    ],
    [
      'a line that is dropped',
      1,
      ({ lines }) => ({ lines: lines.slice(0, -3) }),
      ['unpaid-settlement', '[1].state.settled[16]'],
    ],
    [
      'a line of nothing that is dropped',
      2,
      ({ lines }) => ({ lines: lines.filter((each) => each.amount !== '5.00') }),
      ['unpaid-settlement', '[2].state.settled[21]'],
    ],
    [
      'a line withheld',
      1,
      ({ withheld, lines }) => ({
        withheld: [
          ...withheld,
          { ...withheld[0], earned: lines[3]?.earned, owner: { person: 'li' } },
        ],
      }),
      ['paid-and-withheld', '[1].withheld[1]'],
    ],
    [
      'a stranger withheld',
      1,
      ({ withheld }) => ({ withheld: [{ ...withheld[0], owner: { person: 'ghost' } }] }),
      ['not-carried', '[1].withheld[0]'],
    ],
    [
      'what is settled of a line',
      1,
      settled(1, { amount: '3000.00' }),
      ['settled-unlike-lines', '[1].state.settled[1].amount'],
    ],
    [
      'what others read of a line',
      1,
      settled(17, { value: '0.00' }),
      ['settled-unlike-lines', '[1].state.settled[17].value'],
    ],
    [
      'what is settled of a line, gone',
      1,
      settled(1, { amount: undefined }),
      ['settled-unlike-lines', '[1].state.settled[1].amount'],
    ],
    [
      'what is settled without a line',
      1,
      settled(2, { amount: '0.00' }),
      ['settled-unlike-lines', '[1].state.settled[2].amount'],
    ],
    [
      'what is settled without a line, gone',
      1,
      settled(2, { amount: undefined }),
      ['settled-unlike-lines', '[1].state.settled[2].amount'],
    ],
    [
      'what is settled of somebody who was withheld',
      1,
      settled(4, { amount: '5.00' }),
      ['unpaid-settlement', '[1].state.settled[4]'],
    ],
    [
      'what is settled of the company',
      1,
      state((of) => ({
        settled: [...of.settled, { ...of.settled[1], component: 'fund', owner: {} }],
      })),
      ['unpaid-settlement', '[1].state.settled[19]'],
    ],
    [
      'the reason of what was settled elsewhere',
      1,
      settled(1, { why: 'Agreed' }),
      ['carried-differs', '[1].state.settled[1]'],
    ],
    [
      'the reason of a line',
      1,
      line(0, { why: 'Agreed' }),
      ['carried-differs', '[1].state.settled[1]'],
    ],
    [
      'what was settled, lost',
      1,
      state((of) => ({ settled: of.settled.slice(1) })),
      ['lost-settlement', '[1].state.settled'],
    ],
    [
      'what was settled, twice',
      1,
      state((of) => ({ settled: [...of.settled, of.settled[0]] })),
      ['repeated-settlement', '[1].state.settled[19]'],
    ],
    [
      'what is paid now',
      1,
      paid(1, { amount: '0.00' }),
      ['paid-differs', '[1].state.paid[1].amount'],
    ],
    ['what was paid', 1, paid(0, { amount: '0.00' }), ['paid-differs', '[1].state.paid[0].amount']],
    [
      'what is paid first',
      0,
      paid(0, { amount: '0.00' }),
      ['paid-differs', '[0].state.paid[0].amount'],
    ],
    [
      'what was paid, lost',
      1,
      state((of) => ({ paid: of.paid.slice(1) })),
      ['lost-settlement', '[1].state.paid'],
    ],
    [
      'what was paid, twice',
      1,
      state((of) => ({ paid: [...of.paid, of.paid[0]] })),
      ['repeated-settlement', '[1].state.paid[4]'],
    ],
    [
      'what a post was paid, made up',
      1,
      state((of) => ({
        paid: [
          ...of.paid,
          {
            ...of.paid[0],
            component: 'post',
            owner: { person: 'li', assignment: 'desk' },
            period: '2026-02',
          },
        ],
      })),
      ['paid-differs', '[1].state.paid[4].amount'],
    ],
    [
      'more than there is to divide',
      1,
      division({ settled: '100.01' }),
      ['overdrawn', '[1].divisions[0].settled'],
    ],
    [
      'less than there is to bear',
      1,
      division({ group: 'north', value: '-100.00', settled: '-100.01' }),
      ['overdrawn', '[1].divisions[0].settled'],
    ],
    [
      'a division twice',
      1,
      ({ divisions }) => ({ divisions: [...divisions, divisions[0]] }),
      ['repeated-settlement', '[1].divisions[2]'],
    ],
  ])('tells %s, though all digests were made anew', (_, i, change, expected) => {
    expect(changedIn(i, change as (run: Run) => Partial<Run>)[0]).toEqual(expected)
  })

  it('tells a rewrite that adds up to the end by the head alone', () => {
    const anew = changed(chain, 1, (of) => ({ ...of, absentPeople: ['ghost'] }))
    expect(told(anew)).toEqual([atHead])
    expect(told(anew, {})).toEqual([])
  })

  it('tells each kind of break of a run once, at its first place', () => {
    const greedy = changedIn(1, ({ lines }) => ({
      lines: lines.map((each) => ({ ...each, amount: '9999.00' })),
    }))
    expect(greedy.filter(([code]) => code === 'not-difference')).toEqual([
      ['not-difference', '[1].lines[0].amount'],
    ])
  })
})

describe('what is no break', () => {
  const wage = reading('wage', { from: 'figure', name: 'wage', missing: '0.00' })
  const pay = reading('pay', { from: 'figure', name: 'wage', missing: '0.00' }, { was: ['wage'] })
  const wages = { '2026-01': '10.00', '2026-02': '20.00', '2026-03': '30.00' }
  const data = dataOf([waged('li', wages)])
  const first = run(bookOf([wage]), data, '2026-01')

  it('a component that is called otherwise, by the book that says so', () => {
    const book = bookOf([pay])
    const next = run(book, data, '2026-02', first)
    expect(told([first, next], { book })).toEqual([])
    expect(told([first, next], {})).toContainEqual(['lost-settlement', '[1].state.settled'])
  })

  it('a text that was changed and told', () => {
    const doubled = component('wage', { pays: 'due' }, figure('wage', cny, 2, { missing: '1.00' }))
    const next = run(bookOf([doubled]), data, '2026-02', first)
    expect(next.changedVersions).toHaveLength(1)
    expect(told([first, next], {})).toEqual([])
  })

  it('a period that is left out while it is open; a longer gap is told by the book', () => {
    const open = bookOf([wage], { retro: 1 })
    const begun = run(open, data, '2026-01')
    const next = run(open, data, '2026-03', begun)
    expect(told([begun, next], { book: open })).toEqual([])
    const closed = bookOf([wage], { retro: 0 })
    const { digest: _, ...content } = { ...next, book: closed.digest }
    const forged = { ...content, digest: digestOf(content) }
    expect(told([begun, forged], { book: closed })).toEqual([['period-left-out', '[1].period']])
    // By a book of other periods nothing can be told of a gap.
    const odd = bookOf([wage], { rhythms: { week: { kind: 'month' } } })
    const ofOdd = (change: object) => {
      const { digest: __, ...of } = { ...next, book: odd.digest, ...change }
      return { ...of, digest: digestOf(of) }
    }
    expect(told([begun, ofOdd({})], { book: odd })).toEqual([])
    const quarters = bookOf([wage], { rhythms: { month: { kind: 'quarter' } } })
    expect(told([begun, ofOdd({ book: quarters.digest })], { book: quarters })).toEqual([])
  })

  it('what was known of a month before the first run', () => {
    const late = dataOf([
      waged('li', wages, {
        figures: [
          { name: 'wage', period: '2025-12', value: '5.00' },
          { name: 'wage', period: '2025-12', value: '7.00', recorded: '2026-02-03' },
        ],
      }),
    ])
    const rhythms = quarterly
    const quarter = reading(
      'quarter',
      { from: 'component', name: 'wage', over: 'period', as: 'sum' },
      { period: 'quarter' },
    )
    const book = bookOf([wage, quarter], { rhythms })
    const begun = run(book, late, '2026-01')
    const next = run(book, late, '2026-02', begun)
    expect(told([begun, next], { book })).toEqual([])
  })

  it.each([
    ['2025-Q4', []],
    ['2026-Q1', [['settled-differs', '[0].lines[0].settled']]],
    ['FY2026-Q1', []],
  ])('what was settled of %s before the first run', (period, expected) => {
    const [own] = first.lines
    const earned = { rhythm: 'quarter', period }
    const { digest: _, ...content } = {
      ...first,
      lines: [{ ...own, earned, settled: '4.00', amount: '6.00' }],
      state: { ...first.state, settled: [{ ...first.state.settled[0], earned }] },
    }
    expect(told([{ ...content, digest: digestOf(content) }], {})).toEqual(expected)
  })

  it('an opening of the first period', () => {
    const opening = {
      component: 'wage',
      person: 'li',
      earned: { rhythm: 'month', period: '2026-01' },
      settled: '4.00',
      why: 'Paid by hand',
    }
    const book = bookOf([wage])
    const begun = run(book, data, '2026-01', 'first', { openings: [opening] })
    expect(told([begun], { head: begun.digest })).toEqual([])
    const later = { ...opening, earned: { ...opening.earned, period: '2026-02' } }
    const ahead = run(book, data, '2026-01', 'first', { openings: [later] })
    expect(told([ahead], { head: ahead.digest })).toEqual([])
    const [own] = begun.lines
    const { digest: _, ...content } = {
      ...begun,
      lines: [{ ...own, settled: '3.00', amount: '7.00' }],
    }
    expect(told([{ ...content, digest: digestOf(content) }], {})).toEqual([
      ['settled-differs', '[0].lines[0].settled'],
    ])
  })
})
