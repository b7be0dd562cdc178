import fc from 'fast-check'
import {
  type Award,
  type AwardEntry,
  awardComponents,
  giveAward,
  parseAward,
} from '../../../src/bonus/index.js'
import { addDays } from '../../../src/calendar/index.js'
import { book, type Figure, parseData, type Run, settle } from '../../../src/pay/index.js'
import { fromScaled, total } from '../../../src/quantity/index.js'

export interface Draw {
  readonly award: Award
  readonly entries: readonly AwardEntry[]
}

const figures = ['score', 'minutes', 'returns'] as const
const units = { score: 'points', minutes: 'duration:minute', returns: 'count' } as const
const hundredths = (units: number) => fromScaled(BigInt(units), 2)

/** Few values, so that many are equal; below zero too, and sometimes none. */
const value = fc.option(fc.integer({ min: -2, max: 3 }).map(hundredths), { nil: null, freq: 9 })

/** Mostly such as teams of equals can divide without a remainder. */
const prize = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 70 }).map((times) => times * 1440) },
  { weight: 1, arbitrary: fc.integer({ min: 0, max: 100_000 }) },
)
const prizes = fc
  .array(prize, { minLength: 1, maxLength: 4 })
  .map((drawn) => drawn.toSorted((a, b) => b - a).map(hundredths))

const award: fc.Arbitrary<Award> = fc
  .record(
    {
      eligibility: fc.array(
        fc.record({
          figure: fc.constantFrom(...figures),
          is: fc.constantFrom('at-least' as const, 'at-most' as const),
          value: fc.integer({ min: -1, max: 2 }).map(hundredths),
        }),
        { maxLength: 2 },
      ),
      ranking: fc.shuffledSubarray([...figures], { minLength: 1 }).chain((own) =>
        fc.tuple(
          ...own.map((figure) =>
            fc.record({
              figure: fc.constant(figure),
              direction: fc.constantFrom('higher' as const, 'lower' as const),
            }),
          ),
        ),
      ),
      ties: fc.constantFrom('share', 'all-win'),
      prizes,
      left: fc.integer({ min: 0, max: 50_000 }),
      minimumMonths: fc.integer({ min: 0, max: 4 }),
      split: fc.constantFrom('equal', 'weight'),
    },
    { requiredKeys: ['eligibility', 'ranking', 'ties', 'prizes', 'left'] },
  )
  .map(({ left, eligibility, ranking, ...drawn }) => ({
    id: 'star',
    currency: 'CNY',
    ...drawn,
    eligibility: eligibility.map((rule) => ({ ...rule, unit: units[rule.figure] })),
    ranking: ranking.map((each) => ({ ...each, unit: units[each.figure] })),
    budget: total([...drawn.prizes, hundredths(left)], 2),
  }))

const period = '2026-03'
const asOf = '2026-03-31'

const entry = fc.record({
  from: fc.integer({ min: -160, max: 0 }).map((days) => addDays(asOf, days)),
  figures: fc.record({ score: value, minutes: value, returns: value }),
  weights: fc.array(fc.integer({ min: 0, max: 999 }), { maxLength: 3 }),
})

export const draws: fc.Arbitrary<Draw> = fc
  .record({ award, drawn: fc.array(entry, { maxLength: 8 }) })
  .map(({ award, drawn }) => ({
    award,
    entries: drawn.map(({ weights, ...each }, i) => {
      const id = `e${i}`
      const members = [17, ...weights].map((weight, j) => ({ id: `${id}m${j}`, weight }))
      return { id, ...each, ...(award.split !== undefined && { members }) }
    }),
  }))

/** What each person gets, and who is ranked at which place. */
export interface Given {
  readonly prizes: Readonly<Record<string, string>>
  readonly paid: string
}

/** By the old award; `turned`, members are called the other way round. */
export function byOldAward({ award, entries }: Draw, turned = false): Given {
  const called = (id: string) => (turned ? id.replace(/m(\d)$/, (_, own) => `m${9 - own}`) : id)
  const renamed = entries.map(({ members, ...each }) => ({
    ...each,
    ...(members !== undefined && {
      members: members.map(({ id, ...own }) => ({ ...own, id: called(id) })),
    }),
  }))
  const { standings, paid } = giveAward(parseAward(award), { entries: renamed, asOf })
  const won = standings.flatMap(({ id, prize, split }) =>
    award.split === undefined
      ? [[id, prize] as const]
      : split.map((own) => [called(own.id), own.amount] as const),
  )
  return { prizes: Object.fromEntries(won.sort(([a], [b]) => (a < b ? -1 : 1))), paid }
}

/** The run of a book in which teams are groups. */
export function runOf({ award, entries }: Draw): Run {
  const of = book(awardComponents({ award }, { id: 'star', currency: 'CNY' }), {
    currency: 'CNY',
    retro: 2,
  })
  const begin = '2020-01-01'
  const employment = [{ from: begin }]
  const own = ({ from = '', figures }: AwardEntry) => ({
    attributes: { hired: [{ from: begin, value: from }] },
    figures: Object.entries(figures).flatMap(([name, value]): readonly Figure[] =>
      value === null ? [] : [{ name, period, value: String(value) }],
    ),
  })
  if (award.split === undefined) {
    const people = entries.map((each) => ({ id: each.id, employment, ...own(each) }))
    return settle(of, parseData({ people }), { period, before: 'first' })
  }
  const people = entries.flatMap(({ id: team, members = [] }) =>
    members.map(({ id, weight }) => ({
      id,
      employment,
      attributes: { team: [{ from: begin, value: team }] },
      figures: [{ name: 'weight', period, value: String(weight) }],
    })),
  )
  const groups = entries.map((each) => ({ of: { by: 'team', value: each.id }, ...own(each) }))
  return settle(of, parseData({ people, groups }), { period, before: 'first' })
}

/** What each person gets of a run, but for those who get nothing of an award that is not split. */
export function byComponents(draw: Draw): Given {
  const { lines } = runOf(draw)
  return {
    prizes: Object.fromEntries(lines.map(({ person, amount }) => [person, amount])),
    paid: total(
      lines.map(({ amount }) => amount),
      2,
    ),
  }
}
