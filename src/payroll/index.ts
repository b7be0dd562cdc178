export { type ChainOptions, verifyChain } from './chain.js'
export {
  type Statement,
  type StatementLine,
  type StatementOptions,
  statements,
} from './statement.js'
export { type VerifyOptions, verify } from './verify.js'
