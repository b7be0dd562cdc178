import { minorUnits } from '../../src/quantity/index.js'
import { roundFraction } from '../quantity/reference.js'
import type { Figures, StepPlan } from './arbitraries.js'

/** Eight places hold every amount and ratio here, so that all arithmetic is on whole numbers. */
const one = 10n ** 8n

function scaled(text: string): bigint {
  const [whole = '', places = ''] = text.split('.')
  return BigInt(whole + places.padEnd(8, '0'))
}

/**
 * A plan's payout in the currency's smallest unit, by walking up the sales from one boundary to the
 * next and paying each stretch its rate times its factor.
 */
export function payout(plan: StepPlan, figures: Figures): bigint {
  const minor = one / 10n ** BigInt(minorUnits(plan.currency))
  const sales = figures.sales * minor
  const tiers = plan.tiers.steps.map((step) => ({ ...step, start: scaled(step.from ?? '0') }))
  const factors = (plan.accelerator?.steps ?? []).map(({ from, factor }) => ({
    start: (figures.quota * minor * scaled(from)) / one,
    factor: scaled(factor),
  }))
  const starts = [0n, ...tiers.map(({ start }) => start), ...factors.map(({ start }) => start)]
  const walk = [...new Set([...starts.filter((start) => start < sales), sales])].sort((a, b) =>
    a < b ? -1 : 1,
  )
  const reached = tiers.findLast(({ start, ...step }) =>
    'exclusive' in step && step.exclusive ? sales > start : sales >= start,
  )
  let earned = 0n
  for (const [i, from] of walk.slice(0, -1).entries()) {
    const length = (walk[i + 1] as bigint) - from
    const tier =
      plan.tiers.kind === 'marginal' ? tiers.findLast(({ start }) => start <= from) : reached
    const factor = factors.findLast(({ start }) => start <= from)?.factor ?? one
    earned += length * scaled(tier?.rate ?? '0') * factor
  }
  const { gate } = plan
  const met = gate === undefined || figures.quality * 100n >= scaled(gate.atLeast)
  const paid = earned * (met ? one : scaled(gate.keeps ?? '0'))
  const rounded = roundFraction(paid, one ** 3n * minor, plan.rounding ?? 'half-up')
  if (plan.cap === undefined) return rounded
  const cap = scaled(plan.cap) / minor
  return rounded < cap ? rounded : cap
}
