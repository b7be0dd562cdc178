import { renderText } from '../../src/formula/index.js'
import { explain, type PayData, type Run } from '../../src/pay/index.js'
import {
  type PolicyBook,
  parseBook,
  parseRunData,
  run,
  statements,
  verify,
  verifyChain,
} from '../../src/payroll/index.js'
import type { Locale } from '../../src/problem/index.js'
import { decimal } from '../../src/quantity/index.js'

/** Books of JSON run period by period from data of JSON, each run verified, and the chain of them. */

export interface Proven {
  readonly book: PolicyBook
  readonly runs: readonly Run[]
  /** The data by which a run was made. */
  readonly dataOf: (run: Run) => PayData
}

/** What is known when a period is paid: always the same unless said. */
export type ToldIn = object | ((period: string) => object)

/** The runs of some periods, one after the other; throws where one is not what it says. */
export function proven(json: unknown, told: ToldIn, periods: readonly string[]): Proven {
  const book = parseBook(JSON.parse(JSON.stringify(json)))
  const runs: Run[] = []
  const known = new Map<Run, PayData>()
  for (const period of periods) {
    const given = typeof told === 'function' ? (told as (of: string) => object)(period) : told
    const { data } = parseRunData(book, JSON.parse(JSON.stringify(given)))
    const before = runs.at(-1) ?? 'first'
    const made = run(book, data, { period, before })
    const wrong = verify(book, data, made, { before })
    if (wrong.length > 0) throw new Error(JSON.stringify(wrong))
    known.set(made, data)
    runs.push(made)
  }
  const broken = verifyChain(runs, { book, head: runs.at(-1)?.digest })
  if (broken.length > 0) throw new Error(JSON.stringify(broken))
  return { book, runs, dataOf: (of) => known.get(of) as PayData }
}

/** What the statements of the runs say that is not nothing, line by line, and what they withhold. */
export function stated({ book, runs, dataOf }: Proven, of?: string): readonly string[] {
  return runs.flatMap((made) =>
    statements(book, dataOf(made), made).flatMap(({ person, lines, withheld }) => [
      ...lines
        .filter(({ component, amount }) => isAsked(component, of) && !decimal(amount).isZero())
        .map(({ component, earned, amount }) =>
          [
            made.period,
            person,
            ...(of === undefined ? [component] : []),
            ...(earned.period === made.period ? [] : [earned.period]),
            amount,
          ].join(' '),
        ),
      ...withheld
        .filter(({ component }) => isAsked(component, of))
        .map(({ component, problems }) =>
          [made.period, person, component, ...problems.map(({ code }) => code)].join(' '),
        ),
    ]),
  )
}

function isAsked(component: string, of: string | undefined): boolean {
  return of === undefined || component === of
}

/** What each run says of a component that has no line, where others read it over time: by its periods. */
export function held({ runs }: Proven, component: string): readonly (string | undefined)[] {
  return runs.map(
    ({ period, state }) =>
      state.settled.find((each) => each.component === component && each.earned.period === period)
        ?.value,
  )
}

/** What the lines of a component were worked out from, run by run: the values of one input. */
export function readBy({ runs }: Proven, component: string, input: string): readonly string[] {
  return runs.flatMap(({ period, lines }) =>
    lines
      .filter((line) => line.component === component && line.earned.period === period)
      .flatMap(({ parts }) => parts.flatMap(({ read }) => read[input] ?? [])),
  )
}

/** Why a run pays a line, in words. */
export function why(
  { book, runs, dataOf }: Proven,
  asked: { readonly component: string; readonly person: string; readonly period: string },
  locale: Locale,
): string {
  const made = runs.find(({ period }) => period === asked.period) as Run
  return renderText(explain(book, dataOf(made), made, { ...asked, locale }))
}
