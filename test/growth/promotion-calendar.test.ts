import { expect, test } from 'vitest'
import {
  careerMermaid,
  parseCareer,
  parseCareerFramework,
  parsePromotionRounds,
  promotionCalendar,
  roundsIn,
  waysTo,
} from '../../src/growth/index.js'
import { found } from '../found.js'
import { framework, json, lin, policy } from './fixture.js'

const [assessment] = json.assessments
const twice = parsePromotionRounds({ months: [10, 4, 4], day: 1, evidenceDays: 31 })

test('rounds lie within the span, each once, in order', () => {
  expect(roundsIn(twice, { from: '2026-04-01', to: '2027-04-01' })).toEqual([
    { on: '2026-04-01', evidenceBy: '2026-03-01' },
    { on: '2026-10-01', evidenceBy: '2026-08-31' },
    { on: '2027-04-01', evidenceBy: '2027-03-01' },
  ])
  expect(roundsIn(twice, { from: '2026-04-02', to: '2026-09-30' })).toEqual([])
  expect(found(() => roundsIn(twice, { from: '2026-04-31', to: 'x' }))).toEqual([
    ['not-a-date', 'span.from'],
    ['not-a-date', 'span.to'],
  ])
  expect(found(() => roundsIn(twice, { from: '2026-04-02', to: '2026-04-01' }))).toEqual([
    ['ends-before-start', 'span.to'],
  ])
})

test('the calendar counts months on, and drops what will have expired', () => {
  const able = parseCareer(framework, {
    ...json,
    id: 'chen',
    assessments: [{ ...assessment, level: 2, on: '2025-09-01' }],
  })
  const rounds = roundsIn(twice, { from: '2026-01-01', to: '2027-12-31' })
  const told = promotionCalendar(framework, [lin, able], rounds).map(({ on, eligible, notYet }) => [
    on,
    eligible.map(({ person, to }) => `${person} ${to}`),
    notYet.map(({ person, to, missing }) => `${person} ${to} ${missing.length}`),
  ])
  expect(told).toEqual([
    ['2026-04-01', ['chen b'], ['chen c 1', 'lin b 1', 'lin c 1']],
    ['2026-10-01', ['chen b'], ['chen c 1', 'lin b 1', 'lin c 1']],
    ['2027-04-01', ['chen c', 'lin c'], ['chen b 1', 'lin b 1']],
    ['2027-10-01', ['chen c', 'lin c'], ['chen b 1', 'lin b 1']],
  ])
  expect(promotionCalendar(framework, [able, lin], rounds)).toEqual(
    promotionCalendar(framework, [lin, able], rounds),
  )
  expect(found(() => promotionCalendar(framework, [lin, lin], rounds))).toEqual([
    ['repeated-id', 'careers[1].id'],
  ])
})

test('the chart shows the place, what is met, and the way', () => {
  const way = waysTo(framework, lin, { goal: 'd', on: '2026-01-15' }).cheapest
  expect(careerMermaid(framework, lin, { on: '2026-01-15', locale: 'en', way })).toBe(
    [
      'flowchart LR',
      '  p0["a · G1"]:::here',
      '  p1["b"]',
      '  p2["c"]',
      '  p3["Top"]',
      '  p0 ==>|"1 of 2 met"| p1',
      '  p0 -->|"0 of 1 met"| p2',
      '  p1 ==> p3',
      '  p2 --> p3',
      '  classDef here fill:#fde68a,stroke:#b45309',
    ].join('\n'),
  )
  const chinese = careerMermaid(framework, lin, { on: '2027-01-15', locale: 'zh-CN' })
  expect(chinese).toContain('p0 -->|"可晋升"| p2')
  expect(chinese).toContain('p0 -->|"2 项中已满足 1 项"| p1')
})

test('no label can add to the chart', () => {
  const hostile = parseCareerFramework({
    ...policy,
    positions: policy.positions.map((each) =>
      each.id === 'a' ? { ...each, label: 'x"]; click p0 "#";\n<b>' } : each,
    ),
  })
  const [, first, second] = careerMermaid(hostile, lin, { on: '2026-01-15', locale: 'en' }).split(
    '\n',
  )
  expect(first).toBe('  p0["x#34;]#59; click p0 #34;#35;#34;#59;␤#60;b#62; · G1"]:::here')
  expect(second).toBe('  p1["b"]')
})
