import { at, type Problem } from '../problem/index.js'
import type { Department } from './book.js'
import type { Person } from './data-schema.js'
import { unknownComponent, unknownFigure, unpaidTarget } from './problems.js'

/** What a feed delivers beside what the department reads: told, and no reason to withhold pay. */
export function unreadFigures(
  path: string,
  figures: Person['figures'][string],
  known: readonly string[],
): readonly Problem[] {
  return Object.keys(figures)
    .filter((name) => !known.includes(name))
    .map((name) => unknownFigure(at(path, name), name, known))
}

/** Amounts that the department does not pay are most likely misplaced or misspelt. */
export function unpaidAmounts(
  { bonus, components }: Department,
  { pay, targetBonus }: Person,
): readonly Problem[] {
  const paid = components.map(({ policy }) => policy.component)
  return [
    ...Object.keys(pay)
      .filter((name) => !paid.includes(name))
      .map((name) => unknownComponent(at('pay', name), name, paid)),
    ...(bonus === undefined && targetBonus !== undefined ? [unpaidTarget('targetBonus')] : []),
  ]
}
