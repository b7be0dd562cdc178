import { at, type Problem } from '../problem/index.js'
import { problemLimits } from '../problem/readable.js'
import { tooManyPlaces } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'
import { creditPlaces } from './convert.js'
import type { CreditedFigure, Crediting } from './crediting.js'
import type { DealData } from './data-schema.js'
import type { AmountEvent } from './event.js'
import { significantPlaces, signOf, signOfKind } from './event-problems.js'

/**
 * What is wrong with data beside the rules that read it: figures that are not declared or have a sign
 * that they may not have, or more places than they are divided to; attributes with the name of a
 * figure; tables of owners that are not given. One more at most than are listed.
 */
export function creditDataProblems(crediting: Crediting, data: DealData): readonly Problem[] {
  const problems: Problem[] = [...missingTables(crediting, data)]
  const figures = new Map(Object.entries(crediting.figures ?? {}))
  for (const [i, event] of data.events.entries()) {
    if (problems.length > problemLimits.problems) break
    if (event.kind === 'transfer') continue
    const place = at('events', i)
    if (event.figures !== undefined)
      problems.push(...figureProblems(place, event, figures, crediting))
    if (figures.size === 0) continue
    for (const name in event.attributes)
      if (figures.has(name))
        problems.push(creditProblem('taken-by-figure', at(at(place, 'attributes'), name), { name }))
  }
  return problems
}

function missingTables({ credits }: Crediting, { owners = {} }: DealData): readonly Problem[] {
  return Object.entries(credits).flatMap(([credit, kind]) => {
    if (!('rules' in kind)) return []
    const asked = kind.rules.flatMap((rule) =>
      typeof rule.owners === 'string' ? [rule.owners] : [],
    )
    return [...new Set(asked)]
      .filter((table) => !Object.hasOwn(owners, table))
      .map((found) =>
        creditProblem('unknown-owners', at('owners', found), {
          found,
          credit,
          known: () => Object.keys(owners),
        }),
      )
  })
}

function figureProblems(
  place: string,
  { kind, amount, figures = {} }: AmountEvent,
  declared: ReadonlyMap<string, CreditedFigure>,
  { currency, places = creditPlaces(currency) }: Crediting,
): readonly Problem[] {
  // The figures of a collection go the way of its amount; a correction may mix them.
  const way = kind === 'collection' ? signOf(amount) : signOfKind[kind]
  return Object.entries(figures).flatMap(([figure, value]) => {
    const path = at(at(place, 'figures'), figure)
    const known = declared.get(figure)
    if (known === undefined)
      return [
        creditProblem('unknown-figure', path, { found: figure, known: () => [...declared.keys()] }),
      ]
    const most = known.places ?? places
    if (significantPlaces(value) > most) return [tooManyPlaces(path, value, most)]
    return known.sign === undefined && signOf(value) * way < 0
      ? [creditProblem('wrong-sign', path, { kind, value, figure })]
      : []
  })
}
