import { at, type Problem } from '../problem/index.js'
import type { Column } from '../statistics/index.js'
import { byAttribute, type Pay, payOf, problemsOfPeople } from './people.js'
import { payNotPositive } from './problems.js'
import type { Person } from './schema.js'

/** What pay is explained by: attributes, each level a column of its own, and measures as they are. */
export interface ExplainedBy {
  readonly attributes: readonly string[]
  readonly measures: readonly string[]
}

/** One thing that explains pay, and its columns: one for a measure, one a level for an attribute. */
export interface Term {
  readonly name: string
  readonly levels: boolean
  readonly columns: readonly Column[]
}

/** The people by id: a sum of doubles depends on its order, and theirs must not matter. */
export function inOrder(people: readonly Person[]): readonly Person[] {
  return [...people].sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The terms of a design, the intercept first; levels in code-unit order. */
export function termsOf(people: readonly Person[], explainedBy: ExplainedBy): readonly Term[] {
  return [
    {
      name: 'intercept',
      levels: false,
      columns: [{ name: 'intercept', values: people.map(() => 1) }],
    },
    ...explainedBy.attributes.map((attribute) => ({
      name: attribute,
      levels: true,
      columns: byAttribute(people, attribute).map(([level]) => ({
        name: `${attribute} ${level}`,
        values: people.map(({ attributes }) => (attributes[attribute] === level ? 1 : 0)),
      })),
    })),
    ...explainedBy.measures.map((measure) => ({
      name: measure,
      levels: false,
      columns: [{ name: measure, values: measureOf(people, measure) }],
    })),
  ]
}

/** The columns of a regression: the first level of each attribute is the one others differ from. */
export function columnsOf(terms: readonly Term[]): readonly Column[] {
  return terms.flatMap(({ levels, columns }) => (levels ? columns.slice(1) : columns))
}

/** A measure of people who have it, as doubles. */
export function measureOf(people: readonly Person[], measure: string): readonly number[] {
  return people.map(({ measures }) => Number(measures?.[measure]))
}

/** The natural logarithm of each person's pay. */
export function logPay(people: readonly Person[], pay: Pay): readonly number[] {
  return people.map((person) => {
    const { numerator, denominator } = payOf(person, pay)
    return Math.log(Number(numerator) / Number(denominator))
  })
}

/** Why pay cannot be explained by these things: what somebody lacks, and pay of zero. */
export function problemsOfDesign(
  people: readonly Person[],
  pay: Pay,
  { attributes, measures }: ExplainedBy,
): readonly Problem[] {
  const lacking = problemsOfPeople(people, { attributes, measures, pay: [pay] })
  if (lacking.length > 0) return lacking
  return people.flatMap((person, i) =>
    pay.missing !== 'leave-out' && payOf(person, pay).numerator === 0n
      ? [payNotPositive(at('people', i))]
      : [],
  )
}
