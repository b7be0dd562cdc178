import { type Random, text } from './random.js'

const curves = [
  { direction: 'higher', threshold: '0.80', target: '0.85', stretch: '0.95' },
  { direction: 'higher', threshold: '0.70', target: '0.90', stretch: '0.90' },
  { direction: 'higher', threshold: '0.80', target: '0.90', stretch: '0.95', beyond: 'uncapped' },
  {
    curve: 'steps',
    direction: 'higher',
    steps: [
      { score: '0' },
      { from: '0.85', score: '100' },
      { from: '0.92', exclusive: true, score: '120' },
    ],
  },
  { curve: 'all-or-nothing', direction: 'higher', target: '0.88' },
  { curve: 'within', lowest: '0.85', highest: '0.90', tolerance: '0.1' },
]
const names = ['satisfaction', 'resolution', 'speed']

/** A scorecard of one to three KPIs. */
export function drawScorecard(random: Random, id: string): object {
  const weights = random.pick([['1'], ['0.5', '0.5'], ['0.6', '0.4'], ['0.3', '0.3', '0.4']])
  const own = weights.map((weight, i) => ({
    kpi: names[i],
    unit: 'ratio',
    scale: 4,
    weight,
    ...random.pick(curves),
  }))
  return {
    id,
    missing: random.pick(['fail', 'zero', 'redistribute']),
    scores: { threshold: '60', target: '100', stretch: '120' },
    kpis: own,
    score: { places: random.below(3), rounding: random.pick(['half-up', 'down']) },
    bands: [
      { coefficient: '0' },
      { from: '60', coefficient: '0.8' },
      { from: '90', coefficient: '1.0' },
      ...(random.chance(50) ? [{ from: '110', exclusive: true, coefficient: '1.3' }] : []),
    ],
  }
}

const input = (name: string, unit: string, scale: number) => ({ op: 'input', name, unit, scale })

export type PoolSource = 'profit-share' | 'growth-share' | 'per-head'

/** How a pool is funded, and how it is divided, in one level or two. */
export function drawPool(
  random: Random,
  {
    id,
    currency,
    places,
  }: { readonly id: string; readonly currency: string; readonly places: number },
) {
  const kind = random.pick(['profit-share', 'growth-share', 'per-head'] as const)
  const money = (least: number, most: number) =>
    text(random.between(least, most) * 10 ** places, places)
  const source =
    kind === 'profit-share'
      ? { kind, rate: '0.08', ...random.maybe(50, () => ({ above: money(100, 5000) })) }
      : kind === 'growth-share'
        ? { kind, rate: '0.15' }
        : { kind, amount: money(50, 500) }
  const levels = random.chance(25) ? ['department', 'person'] : ['person']
  const bounds = levels.length === 1 && random.chance(25)
  const ties = random.pick(['larger-weight', 'smaller-weight', 'id'])
  const weighing = random.pick(['months', 'rated'] as const)
  const weight =
    weighing === 'months'
      ? input('months', 'count', 1)
      : {
          op: 'multiply',
          of: [input('salary', `money:${currency}`, places), input('rating', 'ratio', 2)],
        }
  return {
    kind,
    weighing,
    bounds,
    levels,
    terms: {
      funding: {
        id: 'fund',
        currency,
        rounding: random.pick(['half-up', 'down']),
        source,
        ...random.maybe(20, () => ({ cap: money(900, 2000) })),
        ...random.maybe(20, () => ({ floor: money(1, 100) })),
      },
      division: {
        id,
        currency,
        ties,
        levels: levels.map((level) =>
          level === 'department'
            ? { level, weight: input('heads', 'count', 1) }
            : {
                level,
                weight,
                ...(bounds && {
                  cap: input('most', `money:${currency}`, places),
                }),
              },
        ),
      },
    },
  }
}

/** An award for one or two of the best. */
export function drawAward(
  random: Random,
  {
    id,
    currency,
    places,
  }: { readonly id: string; readonly currency: string; readonly places: number },
) {
  const money = (amount: number) => text(amount * 10 ** places, places)
  const first = random.between(2, 9) * 100
  const prizes = random.chance(60) ? [first] : [first, random.between(1, 2) * 100]
  const ties = random.pick(['share', 'all-win'])
  const team = random.chance(15)
  const minimumMonths = random.chance(30) ? random.pick([0, 6, 12]) : undefined
  return {
    team,
    terms: {
      id,
      currency,
      ...(minimumMonths !== undefined && { minimumMonths }),
      eligibility: random.chance(40)
        ? [
            {
              figure: 'tickets',
              unit: 'count',
              is: random.pick(['at-least', 'at-most']),
              value: '100',
            },
          ]
        : [],
      ranking: [
        { figure: 'score', unit: 'points', direction: 'higher' },
        ...(random.chance(40) ? [{ figure: 'minutes', unit: 'count', direction: 'lower' }] : []),
      ],
      ties,
      prizes: prizes.map(money),
      budget: money(prizes.reduce((a, b) => a + b)),
      ...(team && { split: random.pick(['equal', 'weight']) }),
    },
  }
}
