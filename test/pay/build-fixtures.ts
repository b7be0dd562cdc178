import { divide, multiply } from '../../src/formula/index.js'
import { component } from '../../src/pay/build.js'
import * as pay from '../../src/pay/index.js'
import { describeProblems, problemsOf } from '../../src/problem/index.js'
import { money } from '../../src/quantity/index.js'

export const { amount, attribute, book, days, figure, member, records, service, tagged } = pay
export const yuan = money('CNY')
export const salary = attribute('salary', yuan, 2)
export const rounded = { places: 2, rounding: 'half-up' } as const
export const base = component(
  'base',
  { pays: 'due', each: 'stretch' },
  divide(multiply(salary, days('part')), days('whole'), rounded),
)
export const texts = (task: () => unknown) => {
  const problems = problemsOf(task)
  return [describeProblems(problems), describeProblems(problems, 'zh-CN')]
}
