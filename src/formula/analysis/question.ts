import { at, type Problem, problemsOf, refuse } from '../../problem/index.js'
import { isProblem, readDecimal } from '../../quantity/index.js'
import { compareFractions, type Fraction, tooManyPlaces } from '../../quantity/internal.js'
import type { Formula, InputDeclaration } from '../formula.js'
import { notAbove, unknownInput } from '../problems.js'
import { readInputs, type Scope } from '../scope.js'
import { readFraction, textOf } from './fraction.js'
import { after, before, compareCuts, type Interval } from './interval.js'
import { notANumberInput, reversedDomain, variedAndGiven } from './problems.js'

/** What an analysis was asked, read and found right. */
export interface Question {
  readonly interval: Interval
  /** Decimal places of the input that is varied. */
  readonly scale: number
  readonly numbers: ReadonlyMap<string, Fraction>
  readonly categories: ReadonlyMap<string, string>
}

/** Reads the options of an analysis. Throws a `PolicyError` with every problem. */
export function readQuestion(
  { inputs }: Pick<Formula, 'inputs'>,
  {
    over,
    given,
    domain,
  }: {
    readonly over: string
    readonly given: Readonly<Record<string, unknown>>
    readonly domain: { readonly from?: unknown; readonly to?: unknown }
  },
): Question {
  if (!Object.hasOwn(inputs, over)) refuse([unknownInput('over', over, Object.keys(inputs))])
  const { [over]: declared, ...others } = inputs as Readonly<Record<string, InputDeclaration>>
  const { [over]: again, ...rest } = given
  const problems: Problem[] = []
  const scale = declared?.kind === 'number' ? declared.scale : 0
  if (declared?.kind === 'category') problems.push(notANumberInput('over', over))
  if (again !== undefined) problems.push(variedAndGiven(at('given', over), over))
  let scope: Scope | undefined
  problems.push(
    ...problemsOf(() => {
      scope = readInputs(others, rest, 'given')
    }),
  )
  const bound = declared?.kind === 'number' ? declared.above : undefined
  const interval = aboveOnly(readDomain(domain, scale, problems), bound, problems)
  refuse(problems)
  const { numbers, categories } = scope as unknown as Scope
  return {
    interval,
    scale,
    numbers: new Map([...numbers].map(([name, number]) => [name, readFraction(number.toFixed())])),
    categories,
  }
}

/** The part of a domain that is above the bound of the input; there must be one. */
function aboveOnly(interval: Interval, above: string | undefined, problems: Problem[]): Interval {
  if (above === undefined) return interval
  const { from, to } = interval
  const least = after(readFraction(above))
  if (to !== undefined && compareCuts(to, least) <= 0)
    problems.push(notAbove('domain.to', textOf(to.at), above))
  return from !== undefined && compareCuts(from, least) > 0 ? interval : { from: least, to }
}

function readDomain(
  { from, to }: { readonly from?: unknown; readonly to?: unknown },
  scale: number,
  problems: Problem[],
): Interval {
  const end = (value: unknown, path: string): Fraction | undefined => {
    if (value === undefined) return undefined
    const number = readDecimal(value, path)
    if (isProblem(number)) problems.push(number)
    else if (number.decimalPlaces() > scale)
      problems.push(tooManyPlaces(path, number.toFixed(), scale))
    else return readFraction(number.toFixed())
    return undefined
  }
  const [low, high] = [end(from, 'domain.from'), end(to, 'domain.to')]
  if (low && high && compareFractions(low, high) > 0)
    problems.push(reversedDomain('domain', textOf(low), textOf(high)))
  return { from: low && before(low), to: high && after(high) }
}
