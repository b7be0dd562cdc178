import { at, type Problem, problemsOf, refuse, under, whole } from '../../problem/index.js'
import { type Decimal, isProblem, type NumericInput, readDecimal } from '../../quantity/index.js'
import type { Fraction } from '../../quantity/internal.js'
import type { Formula, NumberInput } from '../formula.js'
import { emptyList, mixedUnits } from '../problems.js'
import { readFraction } from './fraction.js'
import { compareCuts, type Interval } from './interval.js'
import { type Question, readQuestion } from './question.js'

/** A formula that is part of the sum, the input that is sought, and its other inputs. */
export interface SeekCase {
  readonly formula: Formula
  /** The number input that is sought: the same number in all cases, under whatever name. */
  readonly over: string
  /** Every other input, held fixed. */
  readonly given?: Readonly<Record<string, NumericInput>> | undefined
}

/** What the sum is to be, and where it is looked for. */
export interface SeekRequest {
  /** What all cases together are to come to. */
  readonly goal: NumericInput
  /** The values of the input to look at, both ends included: from zero up, unless given. */
  readonly domain?: { readonly from?: NumericInput; readonly to?: NumericInput } | undefined
  /** The places with which the input is to be written; as many as all cases take, unless given. */
  readonly places?: number | undefined
}

/** A goal seek, read and found right. */
export interface Seek {
  readonly parts: readonly (Pick<SeekCase, 'formula' | 'over'> & { readonly question: Question })[]
  /** Where all cases can be worked out. */
  readonly interval: Interval
  readonly goal: Fraction
  /** The places that the input has in every case, and those that it is to be written with. */
  readonly scale: number
  readonly places: number
  /** The places of what is paid. */
  readonly paid: number
}

/** Reads a goal seek. Throws a `PolicyError` with every problem. */
export function readSeek(
  cases: readonly SeekCase[],
  { goal, domain = { from: 0 }, places }: SeekRequest,
): Seek {
  const problems: Problem[] = cases.length === 0 ? [emptyList('cases')] : []
  const amount = readDecimal(goal, 'goal')
  if (isProblem(amount)) problems.push(amount)
  const ofDomain: Problem[] = []
  const found = cases.flatMap(({ formula, over, given = {} }, i) => {
    const questions: Question[] = []
    const own = problemsOf(() => {
      questions.push(readQuestion(formula, { over, given, domain }))
    })
    const isOfAll = ({ path }: Problem) => path.startsWith('domain')
    problems.push(
      ...under(
        at('cases', i),
        own.filter((problem) => !isOfAll(problem)),
      ),
    )
    ofDomain.push(...own.filter(isOfAll))
    return questions.map((question) => ({ formula, over, question }))
  })
  // What is wrong with a domain is told once, though it is asked of each.
  refuse([...problems, ...once(ofDomain)])
  const scale = Math.min(...found.map(({ question }) => question.scale))
  refuse([...mixedIn(found), ...(places === undefined ? [] : whole(0, scale)(places, 'places'))])
  const intervals = found.map(({ question }) => question.interval)
  const interval = intervals.reduce((a, b) => ({ from: later(a, b), to: a.to }))
  return {
    parts: found.map((part) => ({ ...part, question: { ...part.question, interval } })),
    interval,
    goal: readFraction((amount as Decimal).toFixed()),
    scale,
    places: places ?? scale,
    paid: Math.max(...cases.map(({ formula }) => formula.scale)),
  }
}

function later(a: Interval, b: Interval): Interval['from'] {
  if (a.from === undefined || b.from === undefined) return a.from ?? b.from
  return compareCuts(a.from, b.from) < 0 ? b.from : a.from
}

/** What is added up has one unit, and what is sought has one. */
function mixedIn(cases: Seek['parts']): readonly Problem[] {
  const paid = cases.map(({ formula }) => formula.unit)
  const sought = cases.map(({ formula, over }) => (formula.inputs[over] as NumberInput).unit)
  return [
    ...(new Set(paid).size > 1 ? [mixedUnits('cases', paid)] : []),
    ...(new Set(sought).size > 1 ? [mixedUnits(at('cases', 'over'), sought)] : []),
  ]
}

function once(problems: readonly Problem[]): readonly Problem[] {
  return [...new Map(problems.map((each) => [`${each.code} ${each.path}`, each])).values()]
}
