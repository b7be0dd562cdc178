import * as attrition from './attrition/index.js'
import * as bonus from './bonus/index.js'
import * as calendar from './calendar/index.js'
import * as commission from './commission/index.js'
import * as credit from './credit/index.js'
import * as equity from './equity/index.js'
import * as formula from './formula/index.js'
import * as grade from './grade/index.js'
import * as growth from './growth/index.js'
import * as investment from './investment/index.js'
import * as kpi from './kpi/index.js'
import * as pay from './pay/index.js'
import * as payroll from './payroll/index.js'
import * as quantity from './quantity/index.js'
import * as rating from './rating/index.js'
import * as wage from './wage/index.js'

export {
  type Analysis,
  type AnalysisOptions,
  analyze,
  check,
  type Evaluation,
  type Explanation,
  evaluate,
  explain,
  type Formula,
  goalSeek,
  parseFormula,
  renderHtml,
  renderMarkdown,
  renderText,
  shiftGain,
  splitGain,
} from './formula/index.js'
export {
  describeProblems,
  isPolicyError,
  type Label,
  type Locale,
  type Localized,
  PolicyError,
  type Problem,
} from './problem/index.js'
export { allocate, money, type NumericInput, type Unit } from './quantity/index.js'
export {
  attrition,
  bonus,
  calendar,
  commission,
  credit,
  equity,
  formula,
  grade,
  growth,
  investment,
  kpi,
  pay,
  payroll,
  quantity,
  rating,
  wage,
}
