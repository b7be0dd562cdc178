import { readdirSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test, vi } from 'vitest'
import { parseHistory, parsePeriod, periodContaining } from '../../src/calendar/index.js'
import { parseEvents } from '../../src/commission/index.js'
import {
  add,
  type Column,
  categoryColumn,
  check,
  compile,
  constant,
  divide,
  type Explanation,
  type Expression,
  fold,
  input,
  match,
  numberColumn,
  parseFormula,
  renderHtml,
  renderMarkdown,
  renderText,
  streamBatches,
} from '../../src/formula/index.js'
import { careerMermaid, parseCareer, parseCareerFramework } from '../../src/growth/index.js'
import { isPolicyError, PolicyError } from '../../src/index.js'
import { problemsOf } from '../../src/problem/index.js'
import { formatNumber, formatQuantity } from '../../src/quantity/index.js'
import { digestOf, parseBook, parsePeople } from '../../src/run/index.js'
import { allocateSql, selectSql } from '../../src/sql/index.js'
import { describeReport } from '../../src/testing/index.js'
import { duckdb } from '../conformance/engines.js'
import { found } from '../found.js'
import * as career from '../growth/fixture.js'

describe('problem: what is refused is told shortly, and hostile text stays text', () => {
  /** No refusal is longer: 100 problems, each of a bounded path, message and hint. */
  const longest = 400_000

  const messageOf = (task: () => unknown): string => {
    try {
      task()
    } catch (error) {
      if (!isPolicyError(error)) throw error
      return error.message
    }
    return ''
  }

  /** A book of so many departments that name payment policies, and of so many such policies. */
  const bookOf = (count: number, wanted: (i: number) => string) => ({
    id: 'book',
    currency: 'CNY',
    rounding: 'half-up',
    proration: { basis: 'calendar-days' },
    policies: Array.from({ length: count }, (_, i) => [
      {
        kind: 'department',
        id: `d${i}`,
        owner: 'HR',
        versions: [
          {
            from: '2026-01-01',
            reason: 'New',
            terms: { label: 'D', components: [], payments: wanted(i) },
          },
        ],
      },
      {
        kind: 'payments',
        id: `${'p'.repeat(56)}${String(i).padStart(4, '0')}`,
        owner: 'HR',
        versions: [
          { from: '2026-01-01', reason: 'New', terms: { currency: 'CNY', rounding: 'half-up' } },
        ],
      },
    ]).flat(),
  })

  test.each<[string, (i: number) => string, RegExp]>([
    ['near names', (i) => `${'p'.repeat(56)}x${i}`, /Perhaps "p{56}\d+" was meant/],
    ['far names', (i) => `${'z'.repeat(50)}${i}`, /Use one of: .* and 1180 more/],
    ['one name', () => 'nobody', /Use one of: .* and 1180 more/],
  ])('A6 nearest names are bounded: %s', (_, wanted, hint) => {
    const problems = problemsOf(() => parseBook(bookOf(1_200, wanted)))
    expect(problems.map(({ code }) => code)).toEqual([
      ...Array.from({ length: 99 }, () => 'unknown-reference'),
      'more-problems',
    ])
    expect(problems[0]?.hint.en).toMatch(hint)
    expect(messageOf(() => parseBook(bookOf(1_200, wanted))).length).toBeLessThan(longest)
  })

  const longKey = 'k'.repeat(1e6)
  test.each<[string, unknown, string]>([
    ['over hostile values', { [longKey]: Array(600).fill(new Date(0)) }, 'key-too-long'],
    ['in each of many parts', Array(600).fill({ [longKey]: 1 }), 'key-too-long'],
    ['of a case', { op: 'match', cases: { [longKey]: { op: 'constant' } } }, 'key-too-long'],
    [
      'on every level',
      [...Array(150)].reduce((part) => ({ ['k'.repeat(900)]: part }), new Date(0)),
      'not-plain',
    ],
  ])('A7 long keys are refused shortly: %s', (_, json, code) => {
    expect(found(() => parseFormula(json))[0]?.[0]).toBe(code)
    expect(messageOf(() => parseFormula(json)).length).toBeLessThan(longest)
  })

  test.each<[string, () => unknown]>([
    ['a million zeros', () => parseEvents(Array(1e6).fill(0))],
    ['many people without anything', () => parsePeople(Array.from({ length: 80_000 }, () => ({})))],
    ['many rates of one list', () => parseBook({ policies: Array(30_000).fill(0) })],
    [
      'many hostile values',
      () => parseFormula({ op: 'add', of: Array(100_000).fill(new Date(0)) }),
    ],
    [
      'many unknown keys',
      () =>
        parsePeople([Object.fromEntries(Array.from({ length: 20_000 }, (_, i) => [`k${i}`, i]))]),
    ],
  ])('A8 problems are listed up to 100: %s', (_, task) => {
    const problems = problemsOf(task)
    expect(problems).toHaveLength(100)
    expect(problems.at(-1)?.code).toBe('more-problems')
    expect(messageOf(task).length).toBeLessThan(longest)
  })

  /** Every parse function that is exported, each given the JSON where it wants JSON. */
  const parsers = async () => {
    const names = readdirSync('src', { withFileTypes: true }).filter((each) => each.isDirectory())
    const modules = await Promise.all(names.map(({ name }) => import(`../../src/${name}/index.ts`)))
    return modules.flatMap((exported) =>
      Object.entries(exported as Record<string, unknown>).flatMap(([name, parse]) =>
        /^parse[A-Z]/.test(name) && typeof parse === 'function'
          ? [[name, parse as (...given: unknown[]) => unknown] as const]
          : [],
      ),
    )
  }

  const hostile = fc.oneof(
    fc.jsonValue(),
    fc.constantFrom<unknown>(
      Array(20_000).fill({}),
      Array(300).fill({ [longKey]: 1 }),
      new Array(4e9),
      Object.assign([], { 3: 1 }),
      Object.fromEntries(
        Array.from({ length: 3_000 }, (_, i) => [`id\u202e\n${i}`, 'x'.repeat(9_999)]),
      ),
      Symbol('x'),
      10n ** 5_000n,
      Object.create(Object.create(null)),
      new Proxy(
        {},
        {
          ownKeys: () => {
            throw new Error('from within')
          },
        },
      ),
      [[['x'.repeat(9_999)]], '\ud83d', '\u001b[31m'],
    ),
  )
  test('A7 A8 A22 A27 every parse function refuses what is hostile shortly, on lines of its own', async () => {
    const all = await parsers()
    expect(all.length).toBeGreaterThan(50)
    fc.assert(
      fc.property(fc.constantFrom(...all), hostile, ([name, parse], json) => {
        const given =
          name === 'parseCareer'
            ? [career.framework, json]
            : name === 'parseHistory'
              ? [json, (value: unknown) => value]
              : [json]
        const message = messageOf(() => parse(...given))
        expect(message.length).toBeLessThan(longest)
        expect(message.split('\n').length).toBeLessThanOrEqual(100)
        expect(message.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\p{Bidi_Control}|\p{Surrogate}/u)
      }),
      { numRuns: 200 },
    )
  })

  test.each<[string, string]>([
    ['a key', 'x\n\u001b[31mFAKE LOG LINE'],
    ['a key that turns direction', 'x\u202egnp'],
    ['half a character', 'x\ud83d'],
  ])('A22 messages show what is hidden: %s', (_, key) => {
    const message = messageOf(() => parseFormula({ op: 'constant', [key]: 1 }))
    expect(message).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}|\p{Surrogate}/u)
    expect(message.split('\n').every((line) => !line.startsWith('\u001b'))).toBe(true)
  })

  const told = (label: string): Explanation => ({
    label,
    value: '1.00 CNY',
    clause: label,
    how: [label],
    steps: [],
  })
  test.each([
    ['a line break', 'Bonus\nTotal pay: 99,999.00 CNY', 'Bonus␤Total pay: 99,999.00 CNY'],
    ['an escape', '\u001b[31mBonus\u0007', '\\u{1b}[31mBonus\\u{7}'],
    ['an override of direction', '\u202eYNC 00.9', '\\u{202e}YNC 00.9'],
  ])('A22 text has no line of an author’s: %s', (_, label, shown) => {
    expect(renderText(told(label))).toBe(`${shown}: 1.00 CNY [${shown}]\n  ${shown}`)
    for (const rendered of [renderMarkdown(told(label)), renderHtml(told(label))])
      expect(rendered).not.toMatch(/[^\P{Cc}\n]|\p{Bidi_Control}/u)
    expect(renderMarkdown(told(label)).split('\n')).toHaveLength(2)
  })

  test('A22 a report of laws has no line of an author’s', () => {
    const broken = { says: { en: 'a', 'zh-CN': 'b' }, rows: [{ 'x\ny': '1\u202e' }] }
    const reports = [{ law: 'bounded', of: 'p\nq', outcome: 'broken', runs: 1, broken }] as const
    expect(describeReport({ holds: false, reports }).split('\n')).toEqual([
      'p␤q: bounded: BROKEN. Pay keeps its floor and its cap.',
      '  a',
      '        x␤y',
      '  1\\u{202e}',
      '  [{"x\\ny":"1\\u{202e}"}]',
    ])
  })

  const chartOf = (label: string) => {
    const framework = parseCareerFramework({
      ...career.policy,
      positions: [{ id: 'a', label }, { id: 'b' }, { id: 'c' }, { id: 'd' }],
    })
    const { on } = { on: '2026-01-15' }
    const [, node = ''] = careerMermaid(framework, parseCareer(framework, career.json), {
      on,
      locale: 'en',
    }).split('\n')
    return node
  }
  test.each([
    [
      'a directive',
      "Lead %%{init: {'theme':'forest'}}%%",
      "Lead #37;#37;#123;init: #123;'theme':'forest'#125;#125;#37;#37;",
    ],
    ['Markdown', '`**x**` _y_ ~z~', '#96;#42;#42;x#42;#42;#96; #95;y#95; #126;z#126;'],
    ['mathematics and entities', '$$x$$ &amp; \\n', '#36;#36;x#36;#36; #38;amp#59; #92;n'],
    ['a list', '1. First', '1#46; First'],
    ['another list', '- First', '#45; First'],
    ['a line break', 'a\nb', 'a␤b'],
  ])('A20 Mermaid reads a label as text: %s', (_, label, written) => {
    expect(chartOf(label)).toBe(`  p0["${written}"]:::here`)
  })

  test.each([
    ['http://evil.com/x', 'http\\://evil\\.com/x'],
    ['https://evil', 'https\\://evil'],
    ['ftp://x', 'ftp\\://x'],
    ['www.evil.com', 'www\\.evil\\.com'],
    ['mailto:a@b.com', 'mailto:a\\@b\\.com'],
    ['at 9:30, 1/2', 'at 9:30, 1/2'],
  ])('A21 no address becomes a link: %s', (label, written) => {
    expect(renderMarkdown({ ...told('x'), label })).toMatch(`- **${written}**: `)
  })

  test.each<[string, () => unknown]>([
    [
      'a category',
      () =>
        compile(check(match('k', { a: constant('1') })))({ k: categoryColumn(['x'.repeat(1e5)]) })
          .problems(0)
          .map((each) => {
            throw new PolicyError([each])
          }),
    ],
    ['a reference', () => parseBook(bookOf(1, () => 'x'.repeat(9_000)))],
    ['an id', () => parsePeople(Array(2).fill({ id: 'x'.repeat(9_000), name: 'X' }))],
    ['a period', () => parsePeriod('x'.repeat(1e6))],
  ])('A23 a message quotes the beginning of a text: %s', (_, task) => {
    const message = messageOf(task)
    expect(message).toMatch(/./)
    expect(message).not.toMatch(/x{65}/)
  })

  test.each<[string, unknown, string, string]>([
    ['a million', { op: 'add', of: new Array(1e6) }, 'too-large', ''],
    ['more than memory', { op: 'add', of: new Array(4e9) }, 'too-large', ''],
    [
      'one',
      { op: 'add', of: Object.assign([], { 1: { op: 'constant', value: '1' } }) },
      'missing',
      'of[0]',
    ],
  ])('A26 places that hold nothing are counted and refused: %s', (_, json, code, path) => {
    expect(found(() => parseFormula(json))).toEqual([[code, path]])
  })

  test('A26 a list of events that holds nothing is refused', () => {
    expect(found(() => parseEvents(new Array(2)))).toEqual([
      ['missing', '[0]'],
      ['missing', '[1]'],
    ])
    expect(found(() => parseEvents(new Array(4e9)))).toHaveLength(100)
  })

  test('A27 a value is read once', () => {
    let asked = 0
    const json = {
      op: 'constant',
      unit: 'ratio',
      get value() {
        return asked++ === 0 ? '1' : 'x'.repeat(1e6)
      },
    }
    expect(parseFormula(json).expression).toEqual({ op: 'constant', unit: 'ratio', value: '1' })
    expect(asked).toBe(1)
  })

  test.each<[string, unknown]>([
    [
      'a hidden member',
      Object.create(Object.assign(Object.create(null), { op: 'constant', value: '1' })),
    ],
    [
      'a getter that throws',
      {
        get op() {
          throw new TypeError('from within')
        },
      },
    ],
    [
      'a proxy that throws',
      new Proxy(
        {},
        {
          getPrototypeOf: () => {
            throw new TypeError('from within')
          },
        },
      ),
    ],
  ])('A27 what hides or throws is not plain: %s', (_, json) => {
    expect(found(() => parseFormula(json)).map(([code]) => code)).toEqual(['not-plain'])
  })

  test.each<[string, unknown]>([
    ['a symbol', Symbol('2026')],
    ['a list in a list', [['2026-02']]],
    ['an object without toString', Object.create(null)],
    ['nothing', undefined],
    ['a number', 2026],
  ])('A27 what is no text is no period: %s', (_, name) => {
    expect(found(() => parsePeriod(name as string))).toEqual([['not-a-period', 'name']])
    expect(found(() => periodContaining(name as string, 'month'))).toEqual([['not-a-date', 'date']])
  })

  test.each(['week', 'toString', undefined])('A27 %s is no kind of period', (kind) => {
    expect(found(() => periodContaining('2026-02-01', kind as 'month'))).toEqual([
      ['not-a-period-kind', 'kind'],
    ])
  })

  test('A28 long numbers are written in time', () => {
    const digits = '9'.repeat(300_000)
    expect(formatNumber(digits)).toHaveLength(399_999)
    expect(formatNumber(`-${digits}`)).toHaveLength(400_000)
    expect(formatQuantity(`1.${'0'.repeat(300_000)}1`, 'count', 'en')).toHaveLength(300_003)
    expect(formatQuantity(`1.${'0'.repeat(300_000)}`, 'count', 'en')).toBe('1')
    expect(formatNumber('1e5')).toBe('1e5')
  })

  test.each<[string, unknown, string, string]>([
    ['a date', { on: new Date(0) }, 'not-json', 'on'],
    ['nothing in a list', { a: [undefined] }, 'not-json', 'a[0]'],
    ['a place that holds nothing', [new Array(1)], 'not-json', '[0][0]'],
    ['no number', { a: { b: Number.NaN } }, 'not-json', 'a.b'],
    ['a number read inexactly', 2 ** 53, 'not-json', ''],
    ['half a character', ['\ud83d'], 'not-json', '[0]'],
    ['nothing', undefined, 'not-json', ''],
  ])('A29 no digest is of what is no JSON: %s', (_, value, code, path) => {
    expect(found(() => digestOf(value))).toEqual([[code, path]])
  })

  test('A29 digests of depth, of circles and of many references to one part end', () => {
    const nested = (times: number, around: (part: unknown) => unknown) =>
      Array.from({ length: times }).reduce<unknown>(around, 1)
    const loop: unknown[] = []
    loop.push(loop)
    for (const value of [nested(20_000, (part) => [part]), loop])
      expect(found(() => digestOf(value)).map(([code]) => code)).toEqual(['too-deep'])
    expect(found(() => digestOf(nested(50, (part) => [part, part]))).map(([code]) => code)).toEqual(
      ['too-large'],
    )
    expect(digestOf(nested(10, (part) => [part, part]))).toMatch(/^[0-9a-f]{64}$/)
  })

  test('A31 copies of the library know each other’s errors', async () => {
    vi.resetModules()
    const other = await import('../../src/formula/index.js')
    const errors = await import('../../src/problem/index.js')
    expect(errors.PolicyError).not.toBe(PolicyError)
    const wrong = () => other.parseFormula({})
    expect(wrong).toThrow(PolicyError)
    expect(wrong).toThrow(errors.PolicyError)
    expect(found(wrong)).toEqual([['missing', 'op']])
    expect(isPolicyError(new Error('no'))).toBe(false)
    const json = [{ from: '2026-01-01', value: {} }]
    expect(found(() => parseHistory(json, other.parseFormula))).toEqual([
      ['missing', '[0].value.op'],
    ])
  })

  test.each<[string, () => Column, (column: Column) => void]>([
    ['doubles', () => Float64Array.of(1, Number.NaN), (column) => (column as Float64Array).fill(1)],
    [
      'numbers from text',
      () => numberColumn(['0.01', null], 2),
      (column) => (column as { integers: Float64Array }).integers.fill(1),
    ],
    [
      'numbers that are none',
      () => numberColumn(['0.01', 'x'], 2),
      (column) => (column as unknown as { unreadable: Map<number, unknown> }).unreadable.clear(),
    ],
  ])('A32 the problems of a row stay when its column is filled anew: %s', (_, made, fill) => {
    const column = made()
    const batch = compile(check(input('sales', 'money:CNY', 2)))({ sales: column })
    const before = batch.problems(1)
    expect(before).toHaveLength(1)
    fill(column)
    expect(batch.problems(1)).toEqual(before)
    expect([batch.problems(0), batch.problems(7)]).toEqual([[], []])
  })

  test('A32 the problems of categories and of divisions stay too', () => {
    const region = match('region', { north: constant('1') })
    const codes = categoryColumn(['north', 'south'])
    const byRegion = compile(check(region))({ region: codes })
    ;(codes.codes as Int32Array).fill(0)
    expect(byRegion.problems(1).map(({ code }) => code)).toEqual(['unknown-category'])
    const sales = input('sales', 'money:CNY', 2)
    const share = divide(sales, sales, { places: 2, rounding: 'half-up' })
    const integers = BigInt64Array.of(1n, 0n)
    const divided = compile(check(share))({ sales: integers })
    integers.fill(1n)
    expect(divided.problems(1).map(({ code }) => code)).toEqual(['division-by-zero'])
  })

  const run = compile(check(input('sales', 'money:CNY', 2)))
  async function* slow() {
    yield { sales: Float64Array.of(1) }
    await new Promise(() => {})
  }
  const stopped = async (signal: AbortSignal | { aborted: boolean }) => {
    for await (const batch of streamBatches(run, slow(), { signal })) expect(batch.rows).toBe(1)
  }
  test('A33 a signal stops a stream that waits for its source', async () => {
    await expect(stopped(AbortSignal.timeout(20))).rejects.toMatchObject({ name: 'TimeoutError' })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 5)
    await expect(stopped(controller.signal)).rejects.toMatchObject({ name: 'AbortError' })
    await expect(stopped({ aborted: true })).rejects.toMatchObject({ name: 'AbortError' })
  })

  const depthOf = (depth: number): Explanation =>
    Array.from({ length: depth }).reduce<Explanation>(
      (step) => ({ ...told('x'), steps: [step] }),
      told('x'),
    )
  test.each([renderText, renderMarkdown, renderHtml])(
    'A36 explanations are rendered to a depth: %o',
    (render) => {
      expect(render(depthOf(499))).toContain('x')
      expect(found(() => render(depthOf(500)))).toEqual([['too-deep', '']])
      expect(found(() => render(depthOf(20_000)))).toEqual([['too-deep', '']])
      const wide = Array.from({ length: 40 }).reduce<Explanation>(
        (step) => ({ ...told('x'), steps: [step, step] }),
        told('x'),
      )
      expect(found(() => render(wide))).toEqual([['too-many-steps', '']])
    },
  )

  test('A36 a tree that nobody checked is folded to a depth and a size', () => {
    const count = { input: () => 1, add: ({ of }: { of: readonly number[] }) => of.length } as never
    const nested = (levels: number, around: (part: Expression) => Expression) =>
      Array.from({ length: levels }).reduce<Expression>(around, input('x', 'ratio', 0))
    expect(
      fold(
        nested(3, (part) => add(part, part)),
        count,
      ),
    ).toBe(2)
    expect(
      found(() =>
        fold(
          nested(20_000, (part) => add(part)),
          count,
        ),
      ),
    ).toEqual([['too-deep', '']])
    expect(
      found(() =>
        fold(
          nested(20, (part) => add(part, part)),
          count,
        ),
      ),
    ).toEqual([['too-many-nodes', '']])
  })

  test.each([
    ['an override of direction', 'ann\u202e', 'not-a-plain-id'],
    ['a mark of direction', '\u200fann', 'not-a-plain-id'],
    ['a control', 'ann\u0000', 'not-a-plain-id'],
    ['a line break', 'ann\nbob', 'not-a-plain-id'],
    ['half a character', 'ann\ud83d', 'broken-text'],
  ])('A37 %s is no part of an id', (_, id, code) => {
    const person = { id, name: 'Ann', department: 'd', employment: { from: '2026-01-01' }, pay: {} }
    expect(found(() => parsePeople([person]))[0]).toEqual([code, '[0].id'])
    expect(found(() => parseEvents([{ kind: 'order', id }]))[0]).toEqual([code, '[0].id'])
    expect(found(() => parseCareer(career.framework, { ...career.json, id }))).toEqual([
      [code, 'id'],
    ])
  })

  describe('A30 a column that the table lacks is an error', { timeout: 60_000 }, () => {
    const formula = check(add(input('a', 'count', 0), input('b', 'count', 0)))
    const of = (sql: string) =>
      duckdb(
        `DROP TABLE IF EXISTS numbers; CREATE TABLE numbers AS SELECT * FROM (VALUES (10, 2, 'x')) AS t(a, b, id); SELECT * FROM (${sql}) AS s`,
      )

    test.each(['x0', 'X0', 'i0', 'fault', 'k0'])('%s', async (b) => {
      const sql = selectSql(formula, {
        dialect: 'duckdb',
        from: 'numbers',
        columns: { b },
        keep: ['id'],
      })
      await expect(of(sql)).rejects.toThrow(/column/)
    })

    test.each(['key', 'given_weight', 'p0'])('%s of a pool', async (weight) => {
      const sql = allocateSql({
        dialect: 'duckdb',
        from: 'numbers',
        id: 'id',
        weight,
        total: 'a',
        pools: ['b'],
        ties: 'id',
      })
      await expect(of(sql)).rejects.toThrow(/column/)
    })

    test.each([
      ['a name', 'b'],
      ['a name in its table', ['numbers', 'b']],
      ['a name in its table and schema', ['main', 'numbers', 'b']],
    ])('and one that it has is read: %s', async (_, b) => {
      const sql = selectSql(formula, {
        dialect: 'duckdb',
        from: ['main', 'numbers'],
        columns: { b },
      })
      expect(await of(sql)).toEqual([['12', null]])
    })

    test('as is a member of a column', async () => {
      const sql = selectSql(formula, {
        dialect: 'duckdb',
        from: 'nested',
        columns: { b: ['s', 'b'] },
      })
      await duckdb("CREATE OR REPLACE TABLE nested AS SELECT 10 AS a, {'b': 2} AS s")
      expect(await of(sql)).toEqual([['12', null]])
    })
  })
})
