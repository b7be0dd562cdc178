import { drawAward, drawPool, drawScorecard } from './draw-bonus.js'
import { drawPayments, drawPlan } from './draw-plan.js'
import { type Random, text } from './random.js'

/** What a book pays by; `base` is always there but where nothing is but a plan, a pool or an award. */
export type Trait =
  | 'base'
  | 'meal'
  | 'scorecard'
  | 'plan'
  | 'payments'
  | 'pool'
  | 'award'
  | 'adjustments'
  | 'budget'

const simple: readonly (readonly Trait[])[] = [
  ['base'],
  ['base', 'meal'],
  ['base', 'adjustments'],
  ['base', 'scorecard'],
  ['scorecard'],
  ['plan'],
  ['plan'],
  ['plan'],
  ['base', 'plan'],
  ['plan', 'payments'],
  ['plan', 'payments'],
  ['pool'],
  ['award'],
  ['base', 'pool'],
  ['base', 'budget'],
]

const all: readonly Trait[] = [
  'base',
  'meal',
  'scorecard',
  'plan',
  'payments',
  'pool',
  'award',
  'adjustments',
  'budget',
]

const week = { weekend: ['saturday', 'sunday'] }
const bases = [
  { basis: 'calendar-days' },
  { basis: 'calendar-days' },
  {
    basis: 'working-days',
    ...week,
    holidays: ['2026-01-01', '2026-02-17', '2026-02-18', '2026-04-06'],
  },
  { basis: 'fixed-21.75', count: 'days-worked', ...week },
  { basis: 'fixed-21.75', count: 'days-absent', ...week },
  { basis: 'fixed-30' },
  { basis: '30e-360' },
]

const begins = '2025-01-01'

/** What is drawn of a book, beside the book itself: what its data are drawn by. */
export interface DrawnBook {
  readonly json: Readonly<Record<string, unknown>>
  readonly traits: readonly Trait[]
  readonly currency: string
  readonly places: number
  readonly simple: boolean
  readonly months: readonly string[]
  readonly departments: readonly string[]
  readonly measures: ReadonlySet<string>
  readonly officeBonus: boolean
  /** The departments that pay by a plan. */
  readonly paysPlan: ReadonlySet<string>
  readonly pool?: ReturnType<typeof drawPool>
  readonly award?: ReturnType<typeof drawAward>
}

const calendar = ['2025-11', '2025-12', '2026-01', '2026-02', '2026-03', '2026-04', '2026-05']

interface Version {
  readonly from: string
  readonly to?: string
  readonly reason: string
  readonly terms: unknown
}

export function drawBook(random: Random, isSimple: boolean, people: readonly string[]): DrawnBook {
  const traits = isSimple
    ? random.pick(simple)
    : all.filter((trait) => random.chance(trait === 'base' || trait === 'plan' ? 75 : 45))
  const has = (trait: Trait) => traits.includes(trait)
  const [currency, places] = random.pick([
    ['CNY', 2],
    ['CNY', 2],
    ['CNY', 2],
    ['CNY', 2],
    ['JPY', 0],
    ['KWD', 3],
  ] as const)
  const first = random.below(4)
  const months = calendar.slice(first, first + random.between(2, 4))
  const about = { currency, places, simple: isSimple }
  /** One version, or one and another from a later day. */
  const versions = (percent: number, make: () => unknown): readonly Version[] => {
    const one = { from: begins, reason: 'Handbook', terms: make() }
    if (!random.chance(isSimple ? percent / 2 : percent)) return [one]
    const day = random.chance(75) ? '01' : '16'
    const from = `${random.pick(months.slice(1))}-${day}`
    return [one, { from, reason: 'Revised', terms: make() }]
  }
  const policy = (kind: string, id: string, own: readonly Version[]) => ({
    kind,
    id,
    owner: 'HR',
    versions: own,
  })
  const hasPlan = has('plan')
  const component = (name: string, prorated: boolean) => ({
    component: name,
    prorated,
    ...random.maybe(15, () => ({
      label: { en: name.toUpperCase(), 'zh-CN': '工资' },
      clause: '2.1',
    })),
  })
  const sales = () => ({
    label: 'Sales',
    ...random.maybe(20, () => ({ costCentre: 'C100' })),
    components: [
      ...(has('base') ? [component('base', true)] : []),
      ...(has('meal') ? [component('meal', false)] : []),
    ],
    ...(has('scorecard') && { bonus: { scorecard: 'card', prorated: random.chance(60) } }),
    ...(hasPlan && { commission: 'plan' }),
    ...(has('payments') && hasPlan && { payments: 'rules' }),
  })
  const second = !isSimple && random.chance(45)
  const secondPlan = second && hasPlan && random.chance(40)
  const officeBase = random.chance(80)
  const officePays = random.chance(50)
  const officeBonus = has('scorecard') && random.chance(50)
  const office = () => ({
    label: { en: 'Office', 'zh-CN': '办公室' },
    components: has('base') ? [component('base', officeBase)] : [],
    ...(secondPlan && { commission: 'plan_two' }),
    ...(secondPlan && has('payments') && officePays && { payments: 'rules' }),
    ...(officeBonus && { bonus: { scorecard: 'card', prorated: true } }),
  })
  const plan = (id: string) =>
    versions(14, () => drawPlan(random, { ...about, id, credit: 'direct' }))
  const rule = {
    credit: 'direct',
    by: 'seller',
    owners: {
      ...Object.fromEntries(people.map((person) => [person, [{ person, share: '1' }]])),
      ...(people.length > 1 && {
        both: [
          { person: people[0], share: random.pick(['0.5', '0.35', '0.3333']) },
          { person: people[1], share: '' },
        ],
      }),
    },
    unowned: random.pick(['refuse', 'skip']),
  }
  for (const own of Object.values(rule.owners) as { share: string }[][]) {
    const [one, other] = own
    if (one !== undefined && other !== undefined)
      other.share = text(10_000 - Number(one.share.slice(2).padEnd(4, '0')), 4)
  }
  const helping = !isSimple && hasPlan && random.chance(25)
  const indirect = {
    credit: 'indirect',
    by: 'helper',
    owners: Object.fromEntries(people.map((person) => [person, [{ person, share: '0.2' }]])),
    unowned: 'skip',
    shares: 'any',
  }
  const pool = has('pool') ? drawPool(random, { id: 'pool', currency, places }) : undefined
  const award = has('award') ? drawAward(random, { id: 'star', currency, places }) : undefined
  const once = (terms: unknown): readonly Version[] => [{ from: begins, reason: 'Handbook', terms }]
  const policies = [
    policy('department', 'sales', versions(12, sales)),
    ...(second ? [policy('department', 'office', versions(8, office))] : []),
    ...(has('scorecard')
      ? [
          policy(
            'scorecard',
            'card',
            versions(10, () => drawScorecard(random, 'card')),
          ),
        ]
      : []),
    ...(hasPlan ? [policy('plan', 'plan', plan('plan'))] : []),
    ...(secondPlan ? [policy('plan', 'plan_two', plan('plan_two'))] : []),
    ...(has('payments') && hasPlan
      ? [
          policy(
            'payments',
            'rules',
            versions(8, () => drawPayments(random, currency, places)),
          ),
        ]
      : []),
    ...(hasPlan ? [policy('crediting', 'who', once([rule, ...(helping ? [indirect] : [])]))] : []),
    ...(pool === undefined ? [] : [policy('pool', 'pool', once(pool.terms))]),
    ...(award === undefined ? [] : [policy('award', 'star', once(award.terms))]),
    ...(has('budget')
      ? [
          policy(
            'budget',
            'most',
            once({
              ...random.maybe(50, () => ({ department: 'sales' })),
              most: text(random.between(100, 90_000) * 10 ** places, places),
              breach: 'report',
            }),
          ),
        ]
      : []),
  ]
  const plans = policies.filter(({ kind }) => kind === 'plan')
  const measures = new Set(
    plans.flatMap(({ versions }) =>
      versions.map(({ terms }) => (terms as { measure: { sum: string } }).measure.sum),
    ),
  )
  return {
    traits,
    ...about,
    months,
    departments: second ? ['sales', 'office'] : ['sales'],
    measures,
    officeBonus,
    paysPlan: new Set([...(hasPlan ? ['sales'] : []), ...(secondPlan ? ['office'] : [])]),
    ...(pool && { pool }),
    ...(award && { award }),
    json: {
      id: 'shop',
      currency,
      rounding: random.pick(['half-up', 'half-up', 'half-even', 'down']),
      proration: random.pick(bases),
      ...random.maybe(6, () => ({ calendar: { kind: 'gregorian', startMonth: 4 } })),
      policies,
    },
  }
}
