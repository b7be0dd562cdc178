import { at, type Option, type Problem } from '../problem/index.js'
import { type Decimal, decimal } from '../quantity/index.js'
import {
  decimalOption,
  type Fraction,
  fraction,
  fractionOf,
  nonNegativeOption,
  plus,
} from '../quantity/internal.js'
import { type Field, missingField, notPositive, sameGroup, unknownGroup } from './problems.js'
import type { Person } from './schema.js'

/**
 * Which amounts are added up to a person's pay, and what an amount that is not there means: `fail`
 * refuses the data, `zero` counts nothing for it, `leave-out` compares only people whose pay is above
 * zero (those who received a bonus).
 */
export interface Pay {
  readonly amounts: readonly string[]
  readonly missing: 'fail' | 'zero' | 'leave-out'
}

/**
 * Two groups of people by an attribute. A gap is what `compared` is paid less than `reference`, in
 * parts of what `reference` is paid. People of neither group are left out.
 */
export interface Comparison {
  readonly attribute: string
  readonly reference: string
  readonly compared: string
  /** The fewest people that each group must have for a figure to be shown; 1 where it is less. */
  readonly minimum: number
}

/** The people of the two groups. */
export interface Groups {
  readonly reference: readonly Person[]
  readonly compared: readonly Person[]
}

export function groupsOf(people: readonly Person[], comparison: Comparison): Groups {
  const of = (group: string) =>
    people.filter((person) => person.attributes[comparison.attribute] === group)
  return { reference: of(comparison.reference), compared: of(comparison.compared) }
}

/** What a person is paid, exactly. */
export function payOf(person: Person, { amounts }: Pay): Fraction {
  return amounts.reduce((sum, name) => plus(sum, fractionOf(amountOf(person, name))), fraction(0n))
}

/** One amount of a person, zero where there is none. */
export function amountOf({ amounts }: Person, name: string): Decimal {
  return decimal(Object.hasOwn(amounts, name) ? (amounts[name] as string) : '0')
}

/** What a person counts by: a measure, or one. */
export function weightOf({ measures }: Person, weight: string | undefined): Fraction {
  return fractionOf(decimal(weight === undefined ? '1' : (measures?.[weight] as string)))
}

/** The people whose pay counts. */
export function paidPeople(people: readonly Person[], pay: Pay): readonly Person[] {
  return pay.missing === 'leave-out'
    ? people.filter((person) => payOf(person, pay).numerator > 0n)
    : people
}

/** The people by an attribute, in code-unit order of its values. */
export function byAttribute(
  people: readonly Person[],
  attribute: string,
): readonly (readonly [value: string, people: readonly Person[]])[] {
  const groups = new Map<string, Person[]>()
  for (const person of people) {
    const value = person.attributes[attribute] as string
    const group = groups.get(value)
    if (group === undefined) groups.set(value, [person])
    else group.push(person)
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1))
}

/** How a value of each kind is written, where it is asked for. */
const values: Readonly<Record<Field, Option>> = {
  attributes: () => [],
  amounts: nonNegativeOption,
  measures: decimalOption(),
}

/**
 * What is asked of people cannot be answered where somebody lacks it, or has what is no number: every
 * such lack.
 */
export function problemsOfPeople(
  people: readonly Person[],
  asked: {
    readonly attributes?: readonly string[]
    readonly pay?: readonly Pay[]
    readonly amounts?: readonly string[]
    readonly measures?: readonly string[]
  },
): readonly Problem[] {
  const { attributes = [], pay = [], amounts = [], measures = [] } = asked
  const needed = (missing: boolean) =>
    pay.flatMap((each) => ((each.missing === 'fail') === missing ? each.amounts : []))
  const lacks = (field: Field, names: readonly string[], mayLack: readonly string[] = []) =>
    people.flatMap((person, i) => {
      const path = at(at('people', i), field)
      const has = person[field] ?? {}
      return [...new Set([...names, ...mayLack])].flatMap((name) => {
        if (Object.hasOwn(has, name)) return values[field](has[name], at(path, name))
        return names.includes(name) ? [missingField(path, field, name, Object.keys(has))] : []
      })
    })
  return [
    ...lacks('attributes', attributes),
    ...lacks('amounts', [...needed(true), ...amounts], needed(false)),
    ...lacks('measures', measures),
  ]
}

/** Weights that are zero or less, of people who have them. */
export function problemsOfWeights(
  people: readonly Person[],
  weights: readonly string[],
): readonly Problem[] {
  return people.flatMap((person, i) =>
    weights
      .filter((weight) => weightOf(person, weight).numerator <= 0n)
      .map((weight) => notPositive(at(at(at('people', i), 'measures'), weight))),
  )
}

/** What is wrong with a comparison of these people. */
export function problemsOfComparison(
  people: readonly Person[],
  { attribute, reference, compared }: Comparison,
): readonly Problem[] {
  const lacking = problemsOfPeople(people, { attributes: [attribute] })
  if (lacking.length > 0) return lacking
  const known = byAttribute(people, attribute).map(([value]) => value)
  const unknown = (key: string, group: string) =>
    known.includes(group) ? [] : [unknownGroup(at('comparison', key), attribute, group, known)]
  return [
    ...unknown('reference', reference),
    ...unknown('compared', compared),
    ...(reference === compared ? [sameGroup('comparison.compared', compared)] : []),
  ]
}
