import {
  above,
  constant,
  divide,
  type Expression,
  maximum,
  minimum,
  multiply,
  named,
  round,
  subtract,
  when,
} from '../formula/index.js'
import { amount, type Component, component, records } from '../pay/index.js'
import type { Problem } from '../problem/index.js'
import { aboveWhole, notTogether } from '../problem/terms-problems.js'
import { decimal } from '../quantity/index.js'
import { comeToSince } from './come-to.js'
import type { GrantPolicy } from './grant-schema.js'
import { type GrantSheet, type VestingTerms, vestedLabel } from './grant-sheet.js'
import { worthOf } from './unit-components.js'
import { grantedIn } from './vesting.js'

/** What is said of units where there are none, and parts above the whole. */
export function furtherProblems(
  policy: GrantPolicy,
  { performance, malus, price, shares, dividends }: VestingTerms,
): readonly Problem[] {
  const ofUnits = { price, shares, dividends }
  const clawedBack = policy.clawback === undefined ? {} : { performance, malus }
  return [
    // What is paid back of what was cut would be told apart by nothing.
    ...Object.entries(clawedBack).flatMap(([member, said]) =>
      said === undefined ? [] : [notTogether(member, 'clawback')],
    ),
    ...Object.entries(ofUnits).flatMap(([member, said]) =>
      said === undefined || policy.in === 'units' ? [] : [notTogether(member, 'amount')],
    ),
    ...(shares !== undefined && decimal(shares).greaterThan(1)
      ? [aboveWhole('shares', shares)]
      : []),
  ]
}

/** What a grant pays in a period, and the components that it is made of beside those of every grant. */
export function paidOf(sheet: GrantSheet): {
  readonly formula: Expression
  readonly components: readonly Component[]
} {
  const { id, policy, terms } = sheet
  const { currency } = policy
  const type = grantedIn(policy)
  const plain = terms.performance === undefined && terms.malus === undefined
  if (plain && policy.in === undefined)
    return { formula: comeToSince(id, currency), components: [] }
  const vested = amount(`${id}.vested`, ...type, { label: vestedLabel })
  const components = vestedComponents(sheet)
  if (policy.in === undefined) return { formula: vested, components }
  const { formula, components: ofUnits } = worthOf(sheet, vested)
  return { formula, components: [...components, ...ofUnits] }
}

/** What time lets vest of each grant in the period, and what does; what a mended grant takes back is what it was. */
function vestedComponents({ id, policy, terms, own, each }: GrantSheet): readonly Component[] {
  const [unit, places] = grantedIn(policy)
  const total = (saying: Parameters<typeof amount>[3]) =>
    amount(`${id}.total`, unit, places, saying)
  const vesting = subtract(
    total({ label: byNowLabel }),
    total({ over: 'before', same: ['id'], input: 'before', label: beforeLabel }),
  )
  const read = amount(`${id}.vesting`, unit, places, { label: vestingLabel })
  const cut = cutOf(read, terms, places)
  const vested = cut === read ? read : when(above(read, constant('0', unit)), cut, read)
  return [
    component(`${id}.vesting`, { ...own, each }, named(vestingLabel, vesting)),
    component(`${id}.vested`, { ...own, each }, named(vestedLabel, vested)),
  ]
}

/** What vests of what could, by performance and malus. */
function cutOf(of: Expression, { performance, malus }: VestingTerms, places: number): Expression {
  const factors = [
    ...(performance === undefined ? [] : [reachedBy(performance)]),
    ...(malus === undefined ? [] : [leftBy(malus)]),
  ]
  if (factors.length === 0) return of
  return round(multiply(of, ...factors), { places, rounding: 'down' })
}

/** Nothing vests by a performance that is not there: then this divides by zero, and the line is withheld. */
function reachedBy(performance: string): Expression {
  const reached = amount(performance, 'ratio', ratioPlaces, {
    missing: '0',
    label: performanceLabel,
  })
  const told = amount(performance, 'count', 0, {
    as: 'count',
    input: `${performance}.told`,
    label: toldLabel,
  })
  return divide(reached, told, { places: ratioPlaces, rounding: 'half-up' })
}

/** What a malus leaves: of several in a period together, never below nothing. */
function leftBy(table: string): Expression {
  const shares = records(table, 'sum', {
    value: 'share',
    unit: 'ratio',
    scale: ratioPlaces,
    same: ['grant'],
    label: malusLabel,
  })
  const whole = constant('1')
  return named(leftLabel, subtract(whole, minimum(maximum(shares, constant('0')), whole)))
}

const ratioPlaces = 6

const vestingLabel = { en: 'Vests with time', 'zh-CN': '按期归属' }
const byNowLabel = { en: 'Come to by now', 'zh-CN': '累计归属' }
const beforeLabel = { en: 'Come to before', 'zh-CN': '此前累计归属' }
const performanceLabel = { en: 'Performance', 'zh-CN': '业绩系数' }
const toldLabel = { en: 'Performance is told', 'zh-CN': '业绩已确定' }
const malusLabel = { en: 'Malus', 'zh-CN': '扣减比例' }
const leftLabel = { en: 'Left by the malus', 'zh-CN': '扣减后比例' }
