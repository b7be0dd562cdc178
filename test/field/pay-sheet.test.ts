import { describe, expect, test } from 'vitest'
import { explainAward, giveAward, parseAward } from '../../src/bonus/index.js'
import { parsePeriod } from '../../src/calendar/index.js'
import { renderText } from '../../src/formula/index.js'
import { describeProblems, PolicyError } from '../../src/problem/index.js'
import {
  explainStatement,
  parseAwards,
  parseBook,
  parsePools,
  parseRunData,
  redact,
  runCompensation,
} from '../../src/run/index.js'
import { found } from '../found.js'
import {
  ann,
  bookOf,
  book as company,
  month,
  operations,
  request,
  statementOf,
} from '../run/company.js'
import { adjustments, awards, pools, star, yearEnd } from '../run/year-end.js'

describe('disclosure: all data of a run is read from JSON, and awards are told in the words of the field', () => {
  const book = { ...company, policies: yearEnd() }
  const refused = (parse: () => unknown): readonly string[] => {
    try {
      parse()
    } catch (error) {
      if (error instanceof PolicyError)
        return describeProblems(error.problems)
          .split('\n')
          .concat(describeProblems(error.problems, 'zh-CN').split('\n'))
      throw error
    }
    return []
  }

  test('D6 pools, awards and the whole of a run’s data are read as they are', () => {
    expect(parsePools(pools)).toEqual(pools)
    expect(parseAwards(awards)).toEqual(awards)
    const [read, data, period] = request({ book, pools, awards, adjustments })
    const whole = parseRunData(JSON.parse(JSON.stringify(data)))
    expect(whole).toEqual(data)
    expect(runCompensation(read, whole, period)).toEqual(runCompensation(read, data, period))
    expect(parseAwards({ star: [{ id: 'li', figures: { score: null, days: 3 } }] })).toBeDefined()
    expect(parsePools({})).toEqual({})
  })

  test.each<[string, (json: unknown) => unknown, unknown, readonly string[]]>([
    [
      'pools of another shape',
      parsePools,
      { profit: [] },
      [
        'profit: should be an object, and is a list. Give an object.',
        'profit：应为对象，实际是 列表。请填写对象。',
      ],
    ],
    [
      'awards of another shape',
      parseAwards,
      { star: { li: '96' } },
      [
        'star: should be a list, and is an object. Give a list.',
        'star：应为列表，实际是 对象。请填写列表。',
      ],
    ],
    [
      'a misspelt key of the data',
      parseRunData,
      { people: [], events: [], asOf: '2026-06-30', before: 'first', adjustmnets: [] },
      [
        'adjustmnets: the key "adjustmnets" is not known here. Perhaps "adjustments" was meant.',
        'adjustmnets：此处没有键“adjustmnets”。也许是“adjustments”。',
      ],
    ],
    [
      'parts that are missing',
      parseRunData,
      { people: [], asOf: '2026-06-30', before: 'first' },
      ['events: is missing. Give a list.', 'events：缺失。请填写列表。'],
    ],
    [
      'data that do not say which run was before',
      parseRunData,
      { people: [], events: [], asOf: '2026-06-30' },
      [
        'before: is missing: without the run before, all that it settled would be paid again. Give the run of the period before, or "first" where this is the first run of all.',
        'before：缺失：没有上一期的运行，已结算的款项会重复发放。请提供上一期的运行；首次运行请写 "first"。',
      ],
    ],
  ])('D6 refuses %s', (_, parse, json, told) => {
    expect(refused(() => parse(json))).toEqual(told)
  })

  test.each(['adjustmnets', 'adjustment', 'owed', 'pool'])(
    'D6 a run refuses the key %s',
    (name) => {
      const [read, data, period] = request({ book })
      const odd = { ...data, [name]: [] }
      expect(refused(() => runCompensation(read, odd, period))[0]).toMatch(
        `${name}: the key "${name}" is not known here`,
      )
    },
  )

  test('D10 rivals are called by their names, where only the people of the run have them', () => {
    const bare = {
      star: awards.star.map(({ id, figures }) => ({ id, figures })),
      team: awards.team,
    }
    const run = month({ book, awards: bare })
    const text = (person: string, locale: 'en' | 'zh-CN') =>
      renderText(explainStatement(redact(statementOf(run, person), 'auditor'), { locale }))
    expect(text('li', 'en')).toContain('Ahead of Wang Wei by 5 points in score')
    expect(text('li', 'zh-CN')).toContain('“score”领先 Wang Wei 5 分')
    expect(text('wang', 'en')).toContain('Behind Li Na by 5 points in score')
    expect(text('wang', 'en')).toContain('Li Na: 50.01 CNY')
    // A label of the award's own data stays.
    const called = month({
      book,
      awards: { star: [{ ...bare.star[0], label: 'Desk A' }, bare.star[1]] } as never,
    })
    expect(
      renderText(
        explainStatement(redact(statementOf(called, 'wang'), 'auditor'), { locale: 'en' }),
      ),
    ).toContain('Behind Desk A by 5 points')
  })

  test.each([
    ['0.97', '4 percentage points', '4 个百分点'],
    ['0.94', '1 percentage point', '1 个百分点'],
    ['0.9375', '0.75 percentage points', '0.75 个百分点'],
  ])('D10 %s is ahead of 0.93 by %s', (satisfaction, en, zh) => {
    const ranking = [{ figure: 'satisfaction', unit: 'ratio', direction: 'higher' }]
    const result = giveAward(parseAward({ ...star, ranking }), {
      asOf: '2026-06-30',
      entries: [
        { id: 'li', figures: { satisfaction } },
        { id: 'wu', figures: { satisfaction: '0.93' } },
      ],
    })
    expect(explainAward(result, 'li', { locale: 'en' }).how).toContain(
      `Ahead of wu by ${en} in satisfaction`,
    )
    expect(explainAward(result, 'wu', { locale: 'zh-CN' }).how).toContain(
      `“satisfaction”落后 li ${zh}`,
    )
  })
})

describe('spans: a period has the days that its name says', () => {
  const plain = {
    ...{ service: 'none', scorecard: 'none', territory: 'none', returning: 'none' },
    crediting: 'none',
    operations: { ...operations, commission: undefined },
  }
  const fiscal = { kind: 'gregorian', startMonth: 4 }
  const months = ['2026-06', '2026-07', '2026-08'].map((name) => parsePeriod(name))

  test.each([
    ['26 to 25', { name: '2026-07', start: '2026-06-26', end: '2026-07-25' }, {}],
    ['half a month', { name: '2026-07', start: '2026-07-16', end: '2026-07-31' }, {}],
    ['a quarter of another calendar', parsePeriod('2026-Q3'), { calendar: fiscal }],
    ['a name of one’s own', { name: 'July', start: '2026-07-01', end: '2026-07-31' }, {}],
  ])('D11 %s is refused where no plan is paid either', (_, period, more) => {
    const [, data] = request({ people: [{ ...ann, figures: {} }], events: [] })
    const book = parseBook(bookOf(plain, more))
    const [[code] = []] = found(() => runCompensation(book, data, period))
    expect(['not-the-days', 'not-a-period']).toContain(code)
    for (const month of months)
      expect(found(() => runCompensation(book, { ...data, before: 'first' }, month))).toEqual([])
  })
})
