export { type BookOptions, type PolicyBook, parseBook } from './book.js'
export { parseRunData, type RunData } from './data.js'
export {
  type BookPolicy,
  type Expectation,
  type Policy,
  type PolicyTest,
  type PolicyVersion,
  policyBookJsonSchema,
} from './policy-schema.js'
export { type ChainOptions, verifyChain } from './chain.js'
export {
  type Statement,
  type StatementLine,
  type StatementOptions,
  statements,
} from './statement.js'
export { vocabulary } from './vocabulary.js'
export type { Vocabulary, Word } from './word.js'
export { type VerifyOptions, verify } from './verify.js'
