import { valueOn } from '../calendar/index.js'
import { at, type Problem, refuse } from '../problem/index.js'
import { decimal, minorUnits, roundTo } from '../quantity/index.js'
import type { Credit } from './credit.js'
import { managerLoop } from './credit-problems.js'
import type { RollUp } from './credit-schema.js'

/**
 * The credits that managers get for those of their people: for each credit of the kind `of`, `share`
 * of it for the manager on the day of the deal, the manager's manager and so on. Rounded half-up to
 * the minor unit, figures to their own places or the minor unit's.
 *
 * Throws a `PolicyError` where a person is, on the way up, a manager of themselves.
 *
 * @example
 * [...credits, ...rollUp(credits, parseRollUp({ of: 'direct', credit: 'team', share: '1', levels: 1, managers }))]
 */
export function rollUp(credits: readonly Credit[], rule: RollUp): readonly Credit[] {
  const { of, credit, share, levels } = rule
  const problems = new Map<string, Problem>()
  const rolled = credits
    .filter((own) => own.credit === of)
    .flatMap((own) =>
      managersOf(rule, own, levels, problems).map((person) => {
        const places = minorUnits(own.currency)
        return {
          ...own,
          credit,
          person,
          amount: partOf(own.amount, share, places),
          figures: Object.fromEntries(
            Object.entries(own.figures).map(([name, value]) => [
              name,
              partOf(value, share, places),
            ]),
          ),
        }
      }),
    )
  refuse([...problems.values()])
  return rolled
}

function managersOf(
  { managers }: RollUp,
  { person, dealt }: Credit,
  levels: number,
  problems: Map<string, Problem>,
): readonly string[] {
  const chain: string[] = []
  let next = person
  while (chain.length < levels) {
    const history = Object.hasOwn(managers, next) ? managers[next] : undefined
    const manager = history && valueOn(history, dealt)
    if (manager === undefined || manager === null) break
    if (manager === person || chain.includes(manager)) {
      problems.set(person, managerLoop(at('managers', person), person))
      break
    }
    chain.push(manager)
    next = manager
  }
  return chain
}

function partOf(value: string, share: string, minorPlaces: number): string {
  const places = Math.max(minorPlaces, decimal(value).decimalPlaces())
  return roundTo(decimal(value).times(share), places, 'half-up').toFixed(places)
}
