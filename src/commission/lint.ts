import {
  type Analysis,
  analyze,
  type BandRange,
  type Choice,
  inputsIn,
  type NumberInput,
  shiftGain,
  splitGain,
} from '../formula/index.js'
import { at } from '../problem/index.js'
import { decimal, minorUnits, money, type NumericInput, roundTo, total } from '../quantity/index.js'
import { type Finding, findingsIn, type Said } from './findings.js'
import type { Plan } from './plan.js'

/** A finding and where it is, before the inputs it was made with are noted. */
type Found = Said & { readonly path: string }
type Given = Readonly<Record<string, NumericInput>>

/**
 * What the author of a plan should know, proved from its formula over all sales of zero and more:
 * - `fall` (error): more sales pay less
 * - `unreachable-tier` (error): no sales fall in a tier
 * - `cliff` (warning): one more sale raises the whole commission
 * - `tier-beyond-cap`, `cap-never-binds`, `gate-always-open` (warning): a rule without effect
 * - `gate-cliff`: what the smallest miss of the gate costs; a warning where nothing is kept, or info
 * - `shift-gain` (warning): holding sales back or pulling them forward pays
 * - `cap-binds`, `split-gain` (info)
 *
 * Without a `given` KPI a plan is looked at with the gate just reached and just missed; without a
 * given quota or sales, at the highest bound of its tiers, or at 100,000 where none is above zero.
 *
 * Throws a `PolicyError` for a given input that the plan does not read, or that is no such number.
 *
 * @example
 * lintPlan(plan).map(({ severity, code, path }) => [severity, code, path])
 */
export function lintPlan(
  plan: Plan,
  { given = {} }: { readonly given?: Given } = {},
): readonly Finding[] {
  const findings = [
    ...casesOf(plan, given).flatMap((inputs) => overSales(plan, inputs)),
    ...overGate(plan, given),
  ]
  return findings.filter(
    ({ code, path }, i) =>
      findings.findIndex((other) => other.code === code && other.path === path) === i,
  )
}

/** The cap stands below the name and the rounding that `commission.plan` puts around every formula. */
const capChoice = 'of.of'

/** The inputs beside sales that a plan is looked at with. */
function casesOf(plan: Plan, given: Given): readonly Given[] {
  const { measure, gate } = plan.policy
  const { [measure.sum]: _, ...others }: Given = { ...quotaOf(plan), ...given }
  if (gate === undefined || Object.hasOwn(given, gate.kpi)) return [others]
  const { scale } = plan.formula.inputs[gate.kpi] as NumberInput
  const reached = roundTo(decimal(gate.atLeast), scale, 'ceiling')
  const missed = reached.minus(`1e-${scale}`)
  return [reached, missed].map((kpi) => ({ ...others, [gate.kpi]: kpi }))
}

function quotaOf(plan: Plan): Given {
  const { accelerator } = plan.policy
  return accelerator === undefined ? {} : { [accelerator.quota]: usualSales(plan) }
}

/** Sales that reach the highest tier; where that begins at nothing, a round number. */
function usualSales({ policy }: Plan): string {
  const highest = roundTo(
    decimal(policy.tiers.steps.at(-1)?.from ?? '0'),
    minorUnits(policy.currency),
    'ceiling',
  )
  return highest.greaterThan(0) ? highest.toFixed() : '100000'
}

function overSales(plan: Plan, given: Given): readonly Finding[] {
  const analysis = analyze(plan.formula, { over: plan.policy.measure.sum, given })
  const found = [
    ...fallsIn(plan, analysis),
    ...cliffsIn(plan, analysis),
    ...unreachableTiers(plan, analysis),
    ...capFindings(plan, analysis),
    ...gainsIn(plan, analysis),
  ]
  return found.map((finding) => ({ ...finding, given: analysis.given }))
}

function fallsIn(plan: Plan, analysis: Analysis): readonly Found[] {
  return analysis.falls.map(({ from, highest, lost, to }) => ({
    ...findingsFor(plan).fall(from, highest, lost, to),
    path: tierPath(plan, analysis, { from, exclusive: true }),
  }))
}

function cliffsIn(plan: Plan, analysis: Analysis): readonly Found[] {
  return analysis.cliffs
    .filter(({ size }) => decimal(size).greaterThan(0))
    .map(({ at: from, exclusive = false, size }) => ({
      ...findingsFor(plan).cliff(from, moneyText(plan, size)),
      path: tierPath(plan, analysis, { from, exclusive }),
    }))
}

function unreachableTiers(plan: Plan, { choices, dead }: Analysis): readonly Found[] {
  const { steps } = plan.policy.tiers
  const branches = tierChoice(choices)?.branches.slice(-steps.length) ?? []
  return branches.flatMap(({ path }, i) => {
    const end = steps[i + 1]?.from
    const onlyRefunds = end !== undefined && !decimal(end).greaterThan(0)
    return dead.includes(path) && !onlyRefunds
      ? [{ ...findingsFor(plan).unreachable(), path: at('tiers.steps', i) }]
      : []
  })
}

/** The tiers that the whole of the sales is paid by; an accelerator's own come after them. */
function tierChoice(choices: readonly Choice[]): Choice | undefined {
  return choices.find(({ op }) => op === 'marginal' || op === 'step')
}

function capFindings(plan: Plan, analysis: Analysis): readonly Found[] {
  const { cap, tiers } = plan.policy
  if (cap === undefined || tierChoice(analysis.choices) === undefined) return []
  const say = findingsFor(plan)
  const on = analysis.choices.find(({ path }) => path === capChoice)?.branches[1]?.on ?? []
  const [first] = on
  if (first === undefined) return [{ ...say.capNeverBinds(cap), path: 'cap' }]
  const since = inputsIn(analysis, first).first as string
  const last = on.at(-1) as BandRange
  const forGood = last.to === undefined ? inputsIn(analysis, last).first : undefined
  const beyond = tiers.steps.flatMap(({ from }, i) =>
    forGood !== undefined && decimal(from).greaterThanOrEqualTo(forGood)
      ? [{ ...say.beyondCap(from, forGood), path: at('tiers.steps', i) }]
      : [],
  )
  return [{ ...say.capBinds(since, cap), path: 'cap' }, ...beyond]
}

/** The best of the moves and splits that start from where a piece begins or ends, or from twice that. */
function gainsIn(plan: Plan, analysis: Analysis): readonly Found[] {
  const ends = analysis.pieces
    .flatMap((piece) => Object.values(inputsIn(analysis, piece)))
    .filter((end) => decimal(end).greaterThan(0))
  const twice = (end: string) => total([end, end], 0)
  const shifts = ends
    .flatMap((end) => [
      { first: end, second: end },
      { first: twice(end), second: '0' },
    ])
    .map((start) => ({ start, ...shiftGain(analysis, start) }))
  const splits = ends
    .flatMap((end) => [end, twice(end)])
    .map((whole) => ({ whole, ...splitGain(analysis, { amount: whole }) }))
  const say = findingsFor(plan)
  return [
    ...best(shifts).map(({ start, amount, gain }) => ({
      ...say.shift(start.first, start.second, amount.replace('-', ''), moneyText(plan, gain)),
      path: 'tiers',
    })),
    ...best(splits).map(({ whole, parts: [part, rest], gain }) => ({
      ...say.split(whole, part as string, rest as string, moneyText(plan, gain)),
      path: 'tiers',
    })),
  ]
}

/** The one that gains most, where that is more than roundings can make. */
function best<T extends { readonly gain: string; readonly deviation: string }>(
  gains: readonly T[],
): readonly T[] {
  const [first, ...rest] = gains.filter(({ gain, deviation }) =>
    decimal(gain).greaterThan(deviation),
  )
  return first === undefined
    ? []
    : [rest.reduce((a, b) => (decimal(b.gain).greaterThan(a.gain) ? b : a), first)]
}

function overGate(plan: Plan, given: Given): readonly Finding[] {
  const { gate, measure } = plan.policy
  if (gate === undefined) return []
  const { [gate.kpi]: _, ...others }: Given = {
    [measure.sum]: usualSales(plan),
    ...quotaOf(plan),
    ...given,
  }
  const analysis = analyze(plan.formula, { over: gate.kpi, given: others })
  const sales = analysis.given[measure.sum] as string
  const say = findingsFor(plan)
  const found = analysis.cliffs.map(({ size }): Found => {
    const lost = moneyText(plan, size.replace('-', ''))
    return size.startsWith('-')
      ? { ...say.gateFall(gate.kpi, gate.atLeast, sales, lost), path: 'gate.keeps' }
      : {
          ...say.gateCliff(gate.kpi, gate.atLeast, sales, lost, gate.keeps === undefined),
          path: 'gate',
        }
  })
  const open = analysis.dead.some((path) => path.endsWith('otherwise'))
  return [
    ...found,
    ...(open ? [{ ...say.gateOpen(gate.kpi, gate.atLeast), path: 'gate.atLeast' }] : []),
  ].map((finding) => ({ ...finding, given: analysis.given }))
}

/** The tier that the first sales in a range fall in. */
function tierPath({ policy }: Plan, analysis: Analysis, range: BandRange): string {
  const sales = decimal(inputsIn(analysis, range).first as string)
  const tier = policy.tiers.steps.findLastIndex((step) =>
    'exclusive' in step && step.exclusive
      ? sales.greaterThan(step.from)
      : sales.greaterThanOrEqualTo(step.from),
  )
  return tier < 0 ? 'tiers' : at('tiers.steps', tier)
}

function findingsFor({ policy }: Plan) {
  return findingsIn(money(policy.currency))
}

function moneyText({ policy }: Plan, value: string): string {
  return total([value], minorUnits(policy.currency))
}
