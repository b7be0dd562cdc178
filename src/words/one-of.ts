import type { Problem } from '../problem/index.js'
import { payProblem } from './problems.js'

/**
 * What is wrong with a value that is a text, or an object of one of these kinds, each named by a member
 * that it has, with what else it may say: a union of objects would tell a misspelt member by the first.
 */
export function oneOf(
  kinds: Readonly<Record<string, readonly string[]>>,
): (value: object | string) => readonly Problem[] {
  return (value) => {
    if (typeof value === 'string') return []
    const said = Object.entries(value).flatMap(([member, its]) => (its === undefined ? [] : member))
    const given = said.filter((member) => Object.hasOwn(kinds, member))
    const [kind, ...others] = given
    if (kind === undefined || others.length > 0)
      return [payProblem('one-of', '', { members: Object.keys(kinds), given })]
    return said
      .filter((member) => member !== kind && !kinds[kind]?.includes(member))
      .map((member) => payProblem('not-beside', member, { member, kind }))
  }
}
