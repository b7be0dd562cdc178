export type {
  Analysis,
  BoundedPiece,
  Cliff,
  Fall,
  LinePiece,
  Piece,
  ResultRange,
} from './analysis/analysis.js'
export { type AnalysisOptions, analyze } from './analysis/analyze.js'
export type { Branch, Choice } from './analysis/choices.js'
export {
  type GoalAnswer,
  type GoalJump,
  goalSeek,
  type Sought,
  type SumAt,
} from './analysis/goal-seek.js'
export type { Cause } from './analysis/part.js'
export type { SeekCase, SeekRequest } from './analysis/seek-request.js'
export { type ShiftGain, shiftGain } from './analysis/shift-gain.js'
export { type SplitGain, splitGain } from './analysis/split-gain.js'
export type { Batch, ProgramBatch } from './batch.js'
export { type RowError, rowError } from './bound-inputs.js'
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
export {
  type CategoryColumn,
  type Column,
  categoryColumn,
  type NumberColumn,
  numberColumn,
} from './columns.js'
export { compile, type RunBatch, type RunProgram } from './compile.js'
export { type Evaluation, evaluate } from './evaluate.js'
export { evaluateEach, type Outcome } from './evaluate-each.js'
export { type Explanation, explain } from './explain.js'
export { type Algebra, type Bare, childrenOf, type Folded, fold } from './fold.js'
export {
  type CategoryInput,
  type Formula,
  formulaLimits,
  type InputDeclaration,
  type NumberInput,
  type ValueType,
} from './formula.js'
export type { Condition, Expression, NodeOf, Op, Point } from './nodes.js'
export { type FormulaProgram, type ProgramDefinition, program } from './program.js'
export { prorated, prorationInputs } from './prorated.js'
export { renderHtml, renderMarkdown, renderText } from './render.js'
export { formulaJsonSchema, parseFormula, parseProgram } from './schema.js'
export {
  type StopSignal,
  type StreamOptions,
  type StreamProgress,
  streamBatches,
} from './stream.js'
export type { BandRange, Line, Reason, Slice, Step, Test } from './trace.js'
