export {
  type Book,
  type Department,
  type DepartmentBonus,
  type PayComponent,
  parseBook,
} from './book.js'
export { type DepartmentTotal, type PeriodRun, runPeriod, type Unpaid } from './period.js'
export {
  type BonusPolicy,
  type BookPolicy,
  type ComponentPolicy,
  type DepartmentPolicy,
  type Person,
  parsePeople,
} from './schema.js'
export { explainStatement, type Statement, type StatementLine } from './statement.js'
