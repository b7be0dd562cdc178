import * as z from 'zod'
import { format, labelSchema, parseWith } from '../problem/schema.js'
import { placesSchema, roundingSchema, unitSchema } from '../quantity/schema.js'
import { check } from './check.js'
import type { Formula } from './formula.js'
import type { Condition, Expression, Op } from './nodes.js'
import { type FormulaProgram, program } from './program.js'

const expression: z.ZodType<Expression> = z.lazy(() => expressionSchema)
const condition: z.ZodType<Condition> = z.lazy(() => conditionSchema)
const several = z.array(expression).min(1).readonly()
const rounded = { places: placesSchema, rounding: roundingSchema }
const bound = { from: format.decimal.optional(), exclusive: z.boolean().optional() }
const bounds = z.array(z.strictObject(bound)).min(1).readonly()

function node<K extends Op, S extends z.core.$ZodShape>(op: K, shape: S) {
  return z.strictObject({ op: z.literal(op), ...shape })
}

/** The JSON of an expression, for the schemas of what is made of formulas. */
export const expressionSchema = z
  .discriminatedUnion('op', [
    node('input', {
      name: format.name,
      unit: unitSchema,
      scale: placesSchema,
      label: labelSchema.optional(),
      above: format.decimal.optional(),
    }),
    node('constant', { value: format.decimal, unit: unitSchema }),
    node('add', { of: several }),
    node('subtract', { left: expression, right: expression }),
    node('multiply', { of: several }),
    node('divide', { left: expression, right: expression, ...rounded }),
    node('minimum', { of: several }),
    node('maximum', { of: several }),
    node('round', { of: expression, ...rounded }),
    node('marginal', {
      x: expression,
      tiers: z
        .array(z.strictObject({ from: format.decimal.optional(), rate: format.decimal }))
        .min(1)
        .readonly(),
      rateUnit: unitSchema,
    }),
    node('step', {
      x: expression,
      bands: z
        .array(z.strictObject({ ...bound, value: format.decimal }))
        .min(1)
        .readonly(),
      unit: unitSchema,
    }),
    node('interpolate', {
      x: expression,
      points: z
        .array(z.strictObject({ at: format.decimal, value: format.decimal }))
        .min(1)
        .readonly(),
      unit: unitSchema,
      ...rounded,
    }),
    node('grid', {
      row: expression,
      column: expression,
      rows: bounds,
      columns: bounds,
      values: z.array(z.array(format.decimal).readonly()).readonly(),
      unit: unitSchema,
    }),
    node('match', {
      key: format.name,
      label: labelSchema.optional(),
      cases: z.record(z.string(), expression),
      otherwise: expression.optional(),
    }),
    // biome-ignore lint/suspicious/noThenProperty: the field's word; a schema is never awaited
    node('when', { condition, then: expression, otherwise: expression }),
    node('named', { label: labelSchema, clause: z.string().optional(), of: expression }),
  ])
  .meta({ id: 'Expression' })

const comparison = { left: expression, right: expression }
const conditions = z.array(condition).min(1).readonly()

export const conditionSchema = z
  .discriminatedUnion('op', [
    node('atLeast', comparison),
    node('above', comparison),
    node('equals', comparison),
    node('all', { of: conditions }),
    node('any', { of: conditions }),
    node('not', { of: condition }),
  ])
  .meta({ id: 'Condition' })

/**
 * Reads a formula from untrusted JSON and checks it. Throws a `PolicyError` with every problem of its
 * shape, or else every problem of its units, scales and tables, each with the path of its node.
 *
 * @example
 * parseFormula({ op: 'constant', value: '0.015', unit: 'ratio' }).scale //=> 3
 */
export function parseFormula(json: unknown): Formula {
  return check(parseWith(expressionSchema, json))
}

const programSchema = z.strictObject({
  results: z.record(format.name, expressionSchema),
  inputs: z.array(format.name).readonly().optional(),
})

/**
 * Reads formulas that read each other from untrusted JSON and checks them as {@link program} does.
 * Throws a `PolicyError` with every problem of their shape, or else every problem of the check.
 *
 * @example
 * parseProgram({ results: { rate: { op: 'constant', value: '0.015', unit: 'ratio' } } }).results.rate?.scale //=> 3
 */
export function parseProgram(json: unknown): FormulaProgram {
  return program(parseWith(programSchema, json))
}

/**
 * The JSON Schema (draft 2020-12) of a formula's expression, for editors and for other languages.
 *
 * @example
 * formulaJsonSchema()['$schema'] //=> 'https://json-schema.org/draft/2020-12/schema'
 */
export function formulaJsonSchema(): Readonly<Record<string, unknown>> {
  return z.toJSONSchema(expressionSchema)
}
