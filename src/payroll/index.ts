export {
  type Statement,
  type StatementLine,
  type StatementOptions,
  statements,
} from './statement.js'
