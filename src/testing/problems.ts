import { likely, type Problem, problem } from '../problem/index.js'

/** What can be wrong with the options of a check. */

export function notASubject(path: string): Problem {
  return problem(
    'not-a-subject',
    path,
    [
      'is no plan, scorecard, rule or book',
      'Give what plan, scorecard, parsePlan, parseScorecard or parseBook return, or a rule with a formula',
    ],
    [
      '不是方案、评分卡、规则或手册',
      '请给出 plan、scorecard、parsePlan、parseScorecard 或 parseBook 的结果，或带有公式的规则',
    ],
  )
}

export function unknownLaw(path: string, law: string, known: readonly string[]): Problem {
  const [en, zh] = likely(law, known)
  return problem(
    'unknown-law',
    path,
    [`there is no law "${law}"`, en],
    [`没有名为“${law}”的法则`, zh],
  )
}
