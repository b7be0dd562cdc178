import { parseCareer, parseCareerFramework } from '../../src/growth/index.js'

/** A small framework: two ways from `a` to `d`, one through `b`, one through `c`. */
export const policy = {
  id: 'small',
  currency: 'CNY',
  levels: ['some', { en: 'good', 'zh-CN': '好' }, 'best'],
  competencies: [
    { id: 'talk', validMonths: 12 },
    { id: 'lead', label: 'Leading' },
  ],
  certificates: [{ id: 'exam' }],
  positions: [{ id: 'a', grade: 'G1' }, { id: 'b' }, { id: 'c' }, { id: 'd', label: 'Top' }],
  moves: [
    { from: 'a', to: 'b', needs: { monthsInPosition: 6, competencies: { talk: 2 } } },
    { from: 'a', to: 'c', needs: { monthsOfService: 24 } },
    {
      from: 'b',
      to: 'd',
      needs: { monthsInPosition: 3, certificates: ['exam'], competencies: { lead: 1 } },
    },
    { from: 'c', to: 'd', needs: { ratings: { atLeast: '4', count: 2, of: 3 } } },
  ],
  trainings: [
    { id: 'talk-1', cost: '100', days: 2, teaches: [{ competency: 'talk', from: 0, to: 1 }] },
    { id: 'talk-2', cost: '100', days: 2, teaches: [{ competency: 'talk', from: 1, to: 2 }] },
    { id: 'talk-fast', cost: '500', days: 1, teaches: [{ competency: 'talk', from: 0, to: 2 }] },
    {
      id: 'exam',
      cost: '300.50',
      days: 30,
      teaches: [{ competency: 'lead', from: 0, to: 1 }],
      grants: ['exam'],
    },
  ],
}

export const framework = parseCareerFramework(policy)

export const json = {
  id: 'lin',
  hired: '2025-01-10',
  position: 'a',
  since: '2025-07-01',
  ratings: [
    { on: '2025-06-30', score: '4.5' },
    { on: '2025-12-31', score: '3' },
  ],
  assessments: [
    { competency: 'talk', level: 1, on: '2025-06-01', by: 'wang', evidence: ['10 calls heard'] },
  ],
  certificates: [],
}

export const lin = parseCareer(framework, json)
