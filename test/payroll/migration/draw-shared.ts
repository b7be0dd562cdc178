import type { DrawnBook } from './draw-book.js'
import { type Random, text } from './random.js'

/** One-off payments of a month. */
export function adjustmentsOf(
  random: Random,
  book: DrawnBook,
  people: readonly string[],
  period: string,
): object {
  if (!book.traits.includes('adjustments') || people.length === 0 || random.chance(40)) return {}
  const adjustments = random.list(random.between(1, 2), (i) => ({
    id: random.chance(80) ? `a${i}` : `m${period}_${i}`,
    person: random.pick(people),
    label: random.pick(['Correction', { en: 'Gift', 'zh-CN': '礼金' }]),
    amount: text(random.between(-400, 900) * 10 ** Math.max(0, book.places - 1), book.places),
    reason: random.pick(['Paid too little in spring', 'Lunar new year', 'Laptop not returned']),
  }))
  return { adjustments }
}

/** The pools and awards of a month. */
export function sharedOf(
  random: Random,
  { pool, award, places }: DrawnBook,
  people: readonly string[],
): object {
  return {
    ...(pool !== undefined &&
      people.length > 0 &&
      random.chance(60) && { pools: { pool: poolData(random, pool, people, places) } }),
    ...(award !== undefined &&
      people.length > 0 &&
      random.chance(60) && { awards: { star: entriesOf(random, award, people) } }),
  }
}

function poolData(
  random: Random,
  { kind, weighing, bounds, levels }: NonNullable<DrawnBook['pool']>,
  people: readonly string[],
  places: number,
): object {
  const own = (least: number, most: number) =>
    text(random.between(least, most) * 10 ** places, places)
  const figures =
    kind === 'profit-share'
      ? { profit: own(-500, 30_000) }
      : kind === 'growth-share'
        ? { result: own(1000, 30_000), 'result.base': own(1000, 12_000) }
        : { heads: text(random.between(5, 30), 1) }
  const person = (id: string) => ({
    id,
    figures: {
      ...(weighing === 'months'
        ? { months: text(random.chance(8) ? 0 : random.between(1, 120), 1) }
        : { salary: own(2000, 9000), rating: random.pick(['0.80', '1.00', '1.00', '1.20']) }),
      ...(bounds && { most: own(200, 3000) }),
    },
  })
  const members = people.filter((_, i) => i === 0 || random.chance(85)).map(person)
  if (levels.length === 1) return { figures, members }
  const group = (id: string, within: readonly object[]) => ({
    id,
    figures: { heads: text(random.between(10, 40), 1) },
    members: within,
  })
  const [one, ...others] = members
  return {
    figures,
    members: [
      group('sales', [one as object]),
      ...(others.length > 0 ? [group('office', others)] : []),
    ],
  }
}

function entriesOf(
  random: Random,
  { team, terms }: NonNullable<DrawnBook['award']>,
  people: readonly string[],
): readonly object[] {
  const figures = () => ({
    score: random.chance(6) ? null : text(random.between(80, 99), 0),
    ...(terms.ranking.length > 1 && { minutes: String(random.between(3, 9)) }),
    ...(terms.eligibility.length > 0 && { tickets: String(random.between(80, 160)) }),
  })
  const since = () =>
    terms.minimumMonths === undefined
      ? {}
      : { from: random.pick(['2020-01-01', '2025-08-15', '2025-03-31']) }
  if (!team) return people.map((id) => ({ id, ...since(), figures: figures() }))
  const member = (id: string) => ({
    id,
    ...(terms.split === 'weight' && { weight: String(random.between(1, 3)) }),
  })
  const [one, ...others] = people
  return [
    { id: 'red', ...since(), figures: figures(), members: [member(one as string)] },
    ...(others.length > 0
      ? [{ id: 'blue', ...since(), figures: figures(), members: others.map(member) }]
      : []),
  ]
}
