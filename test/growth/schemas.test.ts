import { describe, expect, test } from 'vitest'
import { parseCareer, parseCareerFramework, parsePromotionRounds } from '../../src/growth/index.js'
import { found } from '../found.js'
import { framework, json, policy } from './fixture.js'

const [, , third] = policy.moves
const [training] = policy.trainings
const [assessment] = json.assessments

describe('a framework', () => {
  test.each([
    [
      'names twice',
      { competencies: [{ id: 'talk' }, { id: 'lead' }, { id: 'talk' }] },
      [['repeated-id', 'competencies[2].id']],
    ],
    [
      'certificates twice',
      { certificates: [{ id: 'exam' }, { id: 'exam' }] },
      [['repeated-id', 'certificates[1].id']],
    ],
    [
      'trainings twice',
      { trainings: [...policy.trainings, training] },
      [['repeated-id', 'trainings[4].id']],
    ],
    [
      'moves from and to nowhere',
      { moves: [{ from: 'x', to: 'e', needs: {} }] },
      [
        ['unknown-position', 'moves[0].from'],
        ['unknown-position', 'moves[0].to'],
      ],
    ],
    ['a move twice', { moves: [...policy.moves, third] }, [['repeated-move', 'moves[4]']]],
    [
      'needs that there are not',
      {
        moves: [
          {
            from: 'a',
            to: 'b',
            needs: {
              competencies: { tlak: 1, lead: 4 },
              certificates: ['exan', 'exam', 'exam'],
              ratings: { atLeast: '4', count: 4, of: 3 },
            },
          },
        ],
      },
      [
        ['more-than-looked-at', 'moves[0].needs.ratings.count'],
        ['unknown-competency', 'moves[0].needs.competencies.tlak'],
        ['level-too-high', 'moves[0].needs.competencies.lead'],
        ['repeated-id', 'moves[0].needs.certificates[2]'],
        ['unknown-certificate', 'moves[0].needs.certificates[0]'],
      ],
    ],
    [
      'trainings that teach nothing, or what there is not',
      {
        trainings: [
          {
            id: 't',
            cost: '1.005',
            days: 1,
            teaches: [
              { competency: 'talk', from: 2, to: 2 },
              { competency: 'lead', from: 2, to: 4 },
              { competency: 'song', from: 0, to: 1 },
              { competency: 'talk', from: 0, to: 1 },
            ],
            grants: ['degree'],
          },
        ],
      },
      [
        ['too-many-places', 'trainings[0].cost'],
        ['repeated-id', 'trainings[0].teaches[3].competency'],
        ['teaches-nothing', 'trainings[0].teaches[0]'],
        ['level-too-high', 'trainings[0].teaches[1].to'],
        ['unknown-competency', 'trainings[0].teaches[2].competency'],
        ['unknown-certificate', 'trainings[0].grants[0]'],
      ],
    ],
    [
      'a circle',
      { moves: [...policy.moves, { from: 'd', to: 'b', needs: {} }] },
      [['moves-in-a-circle', 'moves']],
    ],
    [
      'a move that stays',
      { moves: [{ from: 'a', to: 'a', needs: {} }] },
      [['moves-in-a-circle', 'moves']],
    ],
  ])('is refused for %s', (_, change, problems) => {
    expect(found(() => parseCareerFramework({ ...policy, ...change }))).toEqual(problems)
  })

  test('tells the circle that its moves go in', () => {
    const moves = [...policy.moves, { from: 'd', to: 'b', needs: {} }]
    expect(() => parseCareerFramework({ ...policy, moves })).toThrow('b → d → b')
  })

  test('needs neither trainings nor certificates', () => {
    const { trainings: _, certificates: __, ...rest } = policy
    expect(parseCareerFramework({ ...rest, moves: [] }).trainings).toBeUndefined()
    const grants = [{ ...training, grants: ['exam'] }]
    expect(found(() => parseCareerFramework({ ...rest, moves: [], trainings: grants }))).toEqual([
      ['unknown-certificate', 'trainings[0].grants[0]'],
    ])
  })
})

describe('a career', () => {
  test.each([
    ['a position that there is not', { position: 'e' }, [['unknown-position', 'position']]],
    [
      'competencies and levels that there are not',
      {
        assessments: [
          { ...assessment, competency: 'tal' },
          { ...assessment, level: 4 },
          { ...assessment, evidence: [] },
        ].slice(0, 2),
      },
      [
        ['unknown-competency', 'assessments[0].competency'],
        ['level-too-high', 'assessments[1].level'],
      ],
    ],
    [
      'an assessment without evidence',
      { assessments: [{ ...assessment, evidence: [] }] },
      [['too-small', 'assessments[0].evidence']],
    ],
    [
      'what expires before it was given',
      {
        assessments: [{ ...assessment, expires: '2025-06-01' }],
        certificates: [{ id: 'exam', on: '2025-02-01', expires: '2025-01-31' }],
      },
      [
        ['expires-before-given', 'assessments[0].expires'],
        ['expires-before-given', 'certificates[0].expires'],
      ],
    ],
    [
      'a certificate that there is not',
      { certificates: [{ id: 'degree', on: '2025-02-01' }] },
      [['unknown-certificate', 'certificates[0].id']],
    ],
    ['a day that is none', { since: '2025-02-30' }, [['not-a-date', 'since']]],
  ])('is refused for %s', (_, change, problems) => {
    expect(found(() => parseCareer(framework, { ...json, ...change }))).toEqual(problems)
  })

  test('is refused for any certificate where the framework has none', () => {
    const { certificates: _, ...rest } = policy
    const bare = parseCareerFramework({ ...rest, moves: [], trainings: [] })
    const certificates = [{ id: 'exam', on: '2025-02-01' }]
    expect(found(() => parseCareer(bare, { ...json, certificates }))).toEqual([
      ['unknown-certificate', 'certificates[0].id'],
    ])
  })
})

test('rounds are refused for months and days that there are not', () => {
  expect(found(() => parsePromotionRounds({ months: [13], day: 29, evidenceDays: -1 }))).toEqual([
    ['too-big', 'months[0]'],
    ['too-big', 'day'],
    ['too-small', 'evidenceDays'],
  ])
})
