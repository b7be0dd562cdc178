import fc from 'fast-check'
import {
  type PersonRecords,
  parseCard,
  parseObservations,
  parseRecords,
  parseSpells,
  riskOf,
  signalsOf,
} from '../../src/attrition/index.js'
import { parseHistory } from '../../src/calendar/index.js'
import { parsePeople } from '../../src/equity/index.js'
import { parseEvidence } from '../../src/grade/index.js'
import { parseCareer, parseCareerFramework } from '../../src/growth/index.js'
import {
  collectRatings,
  parseParticipants,
  parseRatingPolicy,
  parseRatings,
} from '../../src/rating/index.js'
import * as testing from '../../src/testing/index.js'
import { framework } from '../growth/fixture.js'
import { testDrawn } from './drawn.js'

const card = parseCard({
  id: 'card',
  signals: [
    {
      signal: 'lateDays',
      kind: 'number',
      unit: 'count',
      scale: 0,
      risk: 'rises',
      changeable: false,
      unknown: 3,
      bins: [{ points: 0 }, { from: '5', points: 10 }],
    },
    { signal: 'shift', kind: 'category', changeable: true, cases: { early: 0 }, otherwise: 4 },
  ],
  calibration: [{ score: 0, probability: '0.1' }],
  bands: [{ band: 'any' }],
})
const rating = parseRatingPolicy({
  id: 'rating',
  scale: { minimum: '1', maximum: '5' },
  criteria: [{ criterion: 'result', weight: '1' }],
  raters: { ownDepartment: true },
  minimumRaters: 1,
  anonymityThreshold: 1,
  shrinkage: '0',
  places: 2,
})
const who = parseParticipants({
  raters: { ann: 'service', ben: 'operations' },
  subjects: {
    ann: { departments: ['service'], people: ['ann'] },
    sale: { departments: ['service'], people: ['ben'] },
  },
  conflicts: [],
})
const bare = parseCareerFramework({
  id: 'bare',
  currency: 'CNY',
  levels: ['any'],
  competencies: [],
  positions: [{ id: 'one' }, { id: 'two' }],
  moves: [],
})

testDrawn([
  ['histories', testing.historiesOf(fc.nat()), (json) => parseHistory(json, Number), []],
  [
    'careers',
    testing.careersIn(framework),
    (json) => parseCareer(framework, json),
    { position: 'a', hired: '2024-01-01', since: '2024-01-01', ratings: [], assessments: [] },
  ],
  [
    'careers without skills',
    testing.careersIn(bare),
    (json) => parseCareer(bare, json),
    { position: 'one', certificates: [] },
  ],
  [
    'observations',
    testing.observationsOf(card),
    (json) => parseObservations(json).map(({ signals }) => riskOf(card, signals)),
    [],
  ],
  [
    'records',
    testing.personRecords(),
    (json) => {
      const records: PersonRecords = parseRecords(json)
      signalsOf(records, { span: { from: '2025-01-01', to: '2025-12-31' } })
    },
    { hired: '2024-01-01', days: [], ratings: [], pay: [] },
  ],
  ['spells', testing.spells(), parseSpells, [{ id: 'p1', from: 0, until: 1, left: false }]],
  [
    'participants',
    testing.participants(),
    parseParticipants,
    { raters: { ann: 'operations', ben: 'operations' }, conflicts: [] },
  ],
  [
    'ratings',
    testing.ratingsOf(rating, who),
    (json) => collectRatings(rating, who, parseRatings(json)),
    [],
  ],
  [
    'evidence',
    testing.reviewEvidence(),
    parseEvidence,
    { grade: 'g1', salary: '0', periods: [], competencies: [] },
  ],
  ['compared people', testing.comparedPeople(), parsePeople, []],
])
