import { type Random, text } from './random.js'

const rate = (random: Random) => text(random.between(1, 200), 3)

/** Slabs that begin low enough for what people sell to cross some. */
function steps(random: Random, member: string, value: () => string, places: number) {
  const bounds = [random.between(1, 9) * 1000, random.between(10, 30) * 1000]
  return [
    { [member]: value() },
    ...bounds.slice(0, random.between(1, 2)).map((from) => ({
      from: text(from * 10 ** places, places),
      [member]: value(),
    })),
  ]
}

function tiersOf(random: Random, { quota, count, places, isGrid }: PlanKind) {
  const kind = isGrid
    ? 'grid'
    : random.pick(['flat', 'flat', 'marginal', 'marginal', 'retroactive', 'category'])
  const own = () => (count ? text(random.between(1, 4000), places) : rate(random))
  if (kind === 'flat') return { kind, rate: own() }
  if (kind === 'category')
    return {
      kind,
      by: 'line',
      rates: { phones: own(), books: own() },
      ...random.maybe(70, () => ({ otherwise: own() })),
    }
  if (kind === 'grid')
    return {
      kind,
      rows: [{}, { from: '0.7' }],
      kpi: 'satisfaction',
      columns: [{}, { from: '0.9', ...random.maybe(30, () => ({ exclusive: true })) }],
      rates: random.list(2, () => random.list(2, () => rate(random))),
    }
  const marginal = kind === 'marginal'
  if (quota && random.chance(40))
    return {
      kind: marginal ? 'marginal' : 'retroactive',
      of: 'quota',
      steps: [{ rate: own() }, { from: '0.5', rate: own() }, { from: '1', rate: own() }],
    }
  const units = count ? 0 : places
  const slabs = steps(random, 'rate', own, units)
  if (marginal) return { kind: 'marginal', steps: slabs }
  return {
    kind: 'retroactive',
    steps: slabs.map((slab, i) => ({
      ...slab,
      ...(i > 0 && random.chance(30) && { exclusive: true }),
    })),
  }
}

interface PlanKind {
  readonly quota: boolean
  readonly count: boolean
  readonly isGrid: boolean
  readonly places: number
}

/** What a plan is drawn for. */
export interface PlanTraits {
  readonly id: string
  readonly currency: string
  readonly places: number
  readonly simple: boolean
  readonly credit: string
}

/** A commission plan; a simple one has tiers and one part more at most. */
export function drawPlan(
  random: Random,
  { id, currency, places, simple, credit }: PlanTraits,
): object {
  const often = simple ? 12 : 22
  const half = often >> 1
  const isGrid = random.chance(8)
  const quota = isGrid || random.chance(often + 5)
  const count = !isGrid && random.chance(6)
  const money = (least: number, most: number) =>
    text(random.between(least, most) * 10 ** places, places)
  const sum = count
    ? 'units'
    : random.pick(['sales', 'sales', 'sales', 'sales', 'collections', 'margin', 'invoiced'])
  const tiers = tiersOf(random, { quota, count, places, isGrid })
  const yearly = random.chance(13)
  const category = tiers.kind === 'category'
  const dealCap = tiers.kind === 'flat' && !quota && !count && random.chance(half)
  return {
    id,
    currency,
    period: 'month',
    ...(yearly && { measuring: 'year-to-date' }),
    ...random.maybe(60, () => ({ refunds: random.pick(['own-period', 'original-period']) })),
    measure: {
      sum,
      ...(count && { unit: 'count' }),
      ...random.maybe(50, () => ({
        where: {
          credit,
          ...random.maybe(20, () => ({ attributes: { line: ['phones', 'books'] } })),
        },
      })),
    },
    ...(quota && { quota: 'quota' }),
    tiers,
    ...(dealCap && { dealCap: money(20, 900) }),
    ...(quota &&
      !category &&
      random.chance(50) && {
        accelerator: {
          steps: [
            { from: '1', factor: '1.5' },
            { from: '1.2', factor: '2' },
          ],
          ...random.maybe(20, () => ({ when: { kpi: 'satisfaction', atLeast: '0.85' } })),
        },
      }),
    ...random.maybe(often, () => ({
      gate: {
        kpi: 'satisfaction',
        atLeast: '0.85',
        ...random.maybe(50, () => ({ keeps: '0.5' })),
      },
    })),
    ...random.maybe(often, () => ({
      kickers: [{ kpi: 'satisfaction', atLeast: '0.9', pays: money(1, 500) }],
    })),
    ...random.maybe(often, () => ({ floor: money(1, 300) })),
    ...random.maybe(often, () => ({ cap: money(500, 2500) })),
    ...(!yearly && random.chance(half) && { yearCap: money(600, 3000) }),
    ...(random.chance(half) &&
      sum === 'sales' &&
      !count && { holdback: { share: random.pick(['0.3', '0.5', '0.25']) } }),
    ...random.maybe(30, () => ({ rounding: random.pick(['half-up', 'down', 'half-even']) })),
  }
}

/** How negative dues and draws are paid. */
export function drawPayments(random: Random, currency: string, places: number): object {
  const money = (least: number, most: number) =>
    text(random.between(least, most) * 10 ** places, places)
  return {
    currency,
    rounding: random.pick(['half-up', 'half-up', 'down']),
    ...random.maybe(70, () => ({
      recovery: {
        ...random.maybe(50, () => ({ share: random.pick(['0.5', '0.25', '1', '0.3']) })),
        ...random.maybe(40, () => ({ forgiveAfter: random.between(1, 3) })),
      },
    })),
    ...random.maybe(50, () => ({
      draw: random.chance(60)
        ? {
            kind: 'recoverable',
            amount: money(10, 900),
            ...random.maybe(40, () => ({ ceiling: money(200, 1500) })),
            ...random.maybe(15, () => ({ forgivenOn: '2026-02-28' })),
          }
        : {
            kind: 'non-recoverable',
            amount: money(10, 900),
            ...random.maybe(30, () => ({ until: '2026-02-28' })),
          },
    })),
  }
}
