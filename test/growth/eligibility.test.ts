import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  type Career,
  eligibility,
  levelsOn,
  nextMoves,
  parseCareer,
  parseCareerFramework,
} from '../../src/growth/index.js'
import { certificatesOn } from '../../src/growth/standing.js'
import { found } from '../found.js'
import { framework, json, lin, policy } from './fixture.js'

const on = '2026-01-15'
const [assessment] = json.assessments
const career = (change: object) => parseCareer(framework, { ...json, ...change })

describe('levels', () => {
  test('rest on the last assessment, and on the lowest of one day', () => {
    const given = [
      { ...assessment, level: 3, on: '2025-08-01' },
      { ...assessment, level: 2, on: '2025-09-01' },
      { ...assessment, level: 1, on: '2025-09-01' },
      { ...assessment, level: 3, on: '2026-02-01' },
    ]
    const [talk, lead] = levelsOn(framework, career({ assessments: given }), on)
    expect([talk?.level, talk?.assessment?.by, talk?.expires]).toEqual([1, 'wang', '2026-09-01'])
    expect(lead).toEqual({ competency: 'lead', level: 0, expired: false })
  })

  test('end with the months they are valid, or the day that the assessment says', () => {
    const level = (day: string, change = {}) =>
      levelsOn(framework, career({ assessments: [{ ...assessment, ...change }] }), day)[0]
    expect(level('2026-05-31')?.level).toBe(1)
    expect(level('2026-06-01')).toMatchObject({ level: 0, expired: true, expires: '2026-06-01' })
    expect(level('2025-12-31', { expires: '2026-01-01' })?.level).toBe(1)
    expect(level('2026-01-01', { expires: '2026-01-01' })?.expired).toBe(true)
    expect(level('2025-05-31')).toEqual({ competency: 'talk', level: 0, expired: false })
  })

  test('last for good where nothing says otherwise', () => {
    const assessments = [{ ...assessment, competency: 'lead', level: 2 }]
    expect(levelsOn(framework, career({ assessments }), '2099-01-01')[1]).toMatchObject({
      level: 2,
      expired: false,
    })
  })
})

test('certificates count from their day until they expire, the latest of several', () => {
  const held = (...given: readonly (readonly [on: string, expires?: string])[]) => {
    const certificates = given.map(([day, expires]) => ({
      id: 'exam',
      on: day,
      ...(expires !== undefined && { expires }),
    }))
    return [...certificatesOn(career({ certificates }), on)]
  }
  expect(held(['2026-01-16'])).toEqual([])
  expect(held(['2025-01-01', '2026-01-15'])).toEqual([])
  expect(held(['2025-01-01', '2026-01-16'])).toEqual([['exam', '2026-01-16']])
  expect(held(['2025-01-01', '2026-03-01'], ['2025-02-01', '2026-02-01'])).toEqual([
    ['exam', '2026-03-01'],
  ])
  expect(held(['2025-01-01', '2026-02-01'], ['2025-02-01', '2026-03-01'])).toEqual([
    ['exam', '2026-03-01'],
  ])
  expect(held(['2025-01-01', '2026-02-01'], ['2025-02-01'])).toEqual([['exam', undefined]])
  expect(held(['2025-02-01'], ['2025-01-01', '2026-02-01'])).toEqual([['exam', undefined]])
})

describe('eligibility', () => {
  test('tells every condition, in both languages', () => {
    const { eligible, conditions, missing, from } = eligibility(framework, lin, { to: 'b', on })
    expect(eligible).toBe(false)
    expect(conditions.map(({ text }) => text)).toEqual([
      {
        en: '6 months in the position; 6 needed',
        'zh-CN': '任现职 6 个月，需 6 个月',
      },
      {
        en: 'talk: level 1, some; level 2, good needed',
        'zh-CN': 'talk： 1 级（some），需 2 级（好）',
      },
    ])
    expect(missing.map(({ id }) => id)).toEqual(['talk'])
    expect(from).toBeUndefined()
  })

  test('waits for the position held, whatever else the move asks for', () => {
    const coming = career({ position: 'c', since: '2026-02-01', ratings: [] })
    const free = parseCareerFramework({
      ...policy,
      moves: [{ from: 'c', to: 'd', needs: {} }],
    })
    const [before, then] = ['2026-01-31', '2026-02-01'].map((day) =>
      eligibility(free, coming, { to: 'd', on: day }),
    )
    expect(before).toMatchObject({ eligible: false, from: '2026-02-01' })
    expect(before?.missing.map(({ text }) => text)).toEqual([
      { en: 'the position is taken up on 2026-02-01', 'zh-CN': '2026-02-01 才任现职' },
    ])
    expect(then).toMatchObject({ eligible: true, conditions: [] })
  })

  test('tells an expired assessment, a missing level, a certificate held and not', () => {
    const texts = (who: Career, day: string) =>
      nextMoves(framework, who, day).flatMap(({ conditions }) => conditions.map(({ text }) => text))
    expect(texts(lin, '2026-06-01')[1]?.en).toBe(
      'talk: the assessment expired on 2026-06-01; level 2, good needed',
    )
    const certificates = [{ id: 'exam', on: '2025-12-01' }]
    const there = { position: 'b', since: '2025-12-20' }
    expect(texts(career(there), on).map(({ en }) => en)).toEqual([
      '0 months in the position; 3 needed',
      'Leading: no level; level 1, some needed',
      'exam: not held',
    ])
    expect(texts(career({ ...there, certificates }), '2026-01-20')[2]).toEqual({
      en: 'exam: held',
      'zh-CN': 'exam：已取得',
    })
    expect(texts(career(there), '2026-01-20')[0]?.en).toBe('1 month in the position; 3 needed')
  })

  test('counts the last ratings given by the day', () => {
    const ratings = [
      { on: '2025-03-31', score: '4' },
      { on: '2025-06-30', score: '4.5' },
      { on: '2025-12-31', score: '5' },
      { on: '2025-12-31', score: '3' },
      { on: '2026-01-16', score: '5' },
    ]
    const rated = (day: string, given = ratings) =>
      eligibility(framework, career({ position: 'c', ratings: given }), { to: 'd', on: day })
    expect(rated(on).conditions[0]?.text.en).toBe('2 of the last 3 ratings at or above 4; 2 needed')
    expect(rated(on).eligible).toBe(true)
    expect(rated('2025-03-30').eligible).toBe(false)
    expect(rated(on, ratings.toReversed())).toEqual(rated(on))
  })

  test('tells the day from which waiting alone suffices', () => {
    expect(eligibility(framework, lin, { to: 'c', on })).toMatchObject({
      eligible: false,
      from: '2027-01-10',
    })
    expect(eligibility(framework, lin, { to: 'c', on: '2027-01-10' }).eligible).toBe(true)
    const early = eligibility(framework, lin, { to: 'c', on: '2020-01-01' })
    expect(early.conditions.map(({ text }) => text.en)).toEqual([
      'the position is taken up on 2025-07-01',
      '0 months of service; 24 needed',
    ])
  })

  test('is refused for moves and days that there are not', () => {
    expect(found(() => eligibility(framework, lin, { to: 'd', on: '2026-02-30' }))).toEqual([
      ['not-a-date', 'on'],
      ['no-move', 'to'],
    ])
    expect(found(() => nextMoves(framework, lin, 'soon'))).toEqual([['not-a-date', 'on']])
  })

  test('never falls with a higher level or rating, whatever the order of the records', () => {
    const level = fc.integer({ min: 0, max: 3 })
    const day = fc.constantFrom('2025-02-01', '2025-08-01', '2026-01-10')
    const given = fc.array(
      fc.record({ competency: fc.constantFrom('talk', 'lead'), level, on: day }),
    )
    const scores = fc.array(fc.record({ on: day, score: fc.constantFrom('3', '4', '5') }))
    const needy = parseCareerFramework({
      ...policy,
      moves: [
        {
          from: 'a',
          to: 'b',
          needs: {
            competencies: { talk: 2, lead: 1 },
            ratings: { atLeast: '4', count: 1, of: 2 },
          },
        },
      ],
    })
    const met = (assessments: readonly object[], ratings: readonly object[]) => {
      const full = assessments.map((each) => ({ ...each, by: 'wang', evidence: ['seen'] }))
      const who = parseCareer(needy, { ...json, assessments: full, ratings })
      return nextMoves(needy, who, on)[0]?.conditions.filter((each) => each.met).length ?? -1
    }
    fc.assert(
      fc.property(given, scores, (assessments, ratings) => {
        const before = met(assessments, ratings)
        expect(met(assessments.toReversed(), ratings.toReversed())).toBe(before)
        const raised = assessments.map((each) => ({ ...each, level: Math.min(3, each.level + 1) }))
        expect(met(raised, ratings)).toBeGreaterThanOrEqual(before)
        const higher = ratings.map((each) => ({ ...each, score: '5' }))
        expect(met(assessments, higher)).toBeGreaterThanOrEqual(before)
      }),
    )
  })
})
