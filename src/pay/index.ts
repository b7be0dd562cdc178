export type { LinkedComponent, LinkedVersion, PayBook } from './book.js'
export { dataProblems, lintData } from './book-data.js'
export { bookJsonSchema, componentJsonSchema, parseBook } from './book-schema.js'
export { type BookOptions, book, type ComponentOptions, component, matching } from './build.js'
export type {
  Among,
  As,
  Below,
  Book,
  Bounds,
  Component,
  Convert,
  Day,
  Days,
  Each,
  Eligible,
  Over,
  Rhythm,
  Scope,
  SharedBy,
  Since,
  Source,
  Version,
  Where,
} from './component.js'
export type {
  Assignment,
  Attributes,
  AttributeValue,
  Data,
  Employment,
  Figure,
  Group,
  Known,
  Person,
  PersonAbsence,
  Row,
} from './data.js'
export {
  type PayData,
  parseData,
  parsePeople,
  parseRecords,
  personJsonSchema,
  recordJsonSchema,
} from './data-schema.js'
export { type Dependencies, dependencies } from './dependencies.js'
export { type ExplainRequest, explain } from './explain.js'
export { lintBook } from './lint-book.js'
export { type LintPayRequest, lintPay } from './lint-pay.js'
export { type Needed, type NeededValue, needed } from './needed.js'
export { type LinePart, type PartsRequest, partsOf } from './parts-of.js'
export {
  type Held,
  type Moving,
  type PayFormula,
  type PayFormulaRequest,
  payFormula,
} from './pay-formula.js'
export {
  amount,
  attribute,
  days,
  figure,
  member,
  monthOfYear,
  quarterOfYear,
  records,
  service,
  tagged,
} from './read.js'
export type { SettleRequest } from './request.js'
export type {
  ChangedVersion,
  Division,
  Earned,
  Late,
  LeftOver,
  Line,
  Opening,
  Owner,
  Paid,
  Part,
  Run,
  Settled,
  State,
  Withheld,
} from './run.js'
export { parseRun } from './run-schema.js'
export { settle } from './settle.js'
export { type PaySheet, type SheetColumn, type SheetRow, type SheetSums, sheet } from './sheet.js'
export type { Naming, TextInput } from './sourced.js'
export type { Writing } from './writing.js'
