export type {
  Analysis,
  BoundedPiece,
  Cliff,
  Fall,
  LinePiece,
  Piece,
  ResultRange,
} from './analysis.js'
export { type AnalysisOptions, analyze } from './analyze.js'
export {
  above,
  add,
  all,
  any,
  atLeast,
  constant,
  divide,
  equals,
  grid,
  input,
  interpolate,
  marginal,
  match,
  maximum,
  minimum,
  multiply,
  named,
  not,
  round,
  step,
  subtract,
  when,
} from './build.js'
export { check } from './check.js'
export type { Branch, Choice } from './choices.js'
export { type Evaluation, evaluate } from './evaluate.js'
export { type Explanation, explain } from './explain.js'
export { type Algebra, type Folded, fold } from './fold.js'
export {
  type CategoryInput,
  type Formula,
  formulaLimits,
  type InputDeclaration,
  type NumberInput,
  type ValueType,
} from './formula.js'
export { inputsIn } from './lines.js'
export type { Condition, Expression, NodeOf, Op } from './nodes.js'
export type { Cause } from './part.js'
export { escapeHtml, renderHtml, renderMarkdown, renderText } from './render.js'
export { formulaJsonSchema, parseFormula } from './schema.js'
export { type ShiftGain, shiftGain } from './shift-gain.js'
export { type SplitGain, splitGain } from './split-gain.js'
export { boundProblems } from './tables.js'
export type { BandRange, Reason, Slice, Step, Test } from './trace.js'
