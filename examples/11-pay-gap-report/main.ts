import { equity, quantity } from 'payproof'
import { table } from '../table.js'
import { comparison, pay, people, report } from './company.js'

const percent = (ratio: string | number) => `${(100 * Number(ratio)).toFixed(1)} %`
const yuan = (amount: string) => quantity.formatNumber(Number(amount).toFixed(2))
/** A figure as a cell, or that it is suppressed: never nothing. */
const cell = <T extends object>(figure: equity.Shown<T>, text: (figure: T) => string): string =>
  equity.isSuppressed(figure) ? `suppressed (${figure.suppressed})` : text(figure as T)
const gapOf = (figure: equity.Shown<equity.Gap>) => cell(figure, ({ gap }) => percent(gap))

console.log(`Pay gap report: ${people.length} people, groups of ${comparison.minimum} or more shown

Directive (EU) 2023/970, Article 9(1): women beside men, pay an hour in CNY
`)
const line = (letter: string, name: string, figure: equity.Shown<equity.Gap>) =>
  equity.isSuppressed(figure)
    ? [`(${letter}) ${name}`, 'suppressed', '', '']
    : [`(${letter}) ${name}`, yuan(figure.reference), yuan(figure.compared), percent(figure.gap)]
console.log(
  table([
    ['', 'men', 'women', 'gap'],
    line('a', 'mean pay', report.a),
    line('b', 'mean bonus', report.b),
    line('c', 'median pay', report.c),
    line('d', 'median bonus', report.d),
  ]),
)
console.log(
  `(e) who receives a bonus: ${cell(report.e, (e) => `${percent(e.reference)} of men, ${percent(e.compared)} of women`)}`,
)
console.log('(f) quarters of pay, lowest first:')
for (const { quarter, referenceShare, comparedShare } of equity.isSuppressed(report.f)
  ? []
  : report.f)
  console.log(
    `    ${quarter.padEnd(12)} ${percent(referenceShare)} men, ${percent(comparedShare)} women`,
  )
console.log('(g) by category of work, and the 5 % of Article 10:')
console.log(
  table([
    ['    category', 'pay', 'base', 'bonus', '5 % or more'],
    ...report.g.map(({ category, pay: all, base, variable, fivePercent }) => [
      `    ${category}`,
      gapOf(all),
      gapOf(base),
      gapOf(variable),
      fivePercent === true ? 'yes: assess' : fivePercent === false ? 'no' : 'suppressed',
    ]),
  ]),
)

const explainedBy = { attributes: ['grade', 'department'], measures: ['tenure'] }
const adjusted = equity.adjustedGap({
  people,
  pay,
  comparison,
  explainedBy,
  covariance: 'HC3',
  confidence: 0.95,
})
const parts = equity.decompose({ people, pay, comparison, explainedBy, norm: 'pooled' })
console.log('\nAmong people of one grade, department and tenure')
console.log(
  cell(
    adjusted,
    ({ gap, low, high }) =>
      `women are paid ${percent(gap)} less (95 %: ${percent(low)} to ${percent(high)})`,
  ),
)
console.log(
  cell(
    parts,
    ({ gap, explained, unexplained, terms }) =>
      `of a gap of ${gap.toFixed(3)} in log pay, ${explained.toFixed(3)} is explained (${terms
        .filter(({ term }) => term !== 'intercept')
        .map(({ term, explained: part }) => `${term} ${part.toFixed(3)}`)
        .join(', ')}), ${unexplained.toFixed(3)} is not`,
  ),
)

const theil = equity.theil({ people, pay, by: 'department', minimum: comparison.minimum })
console.log(
  `\nInequality of pay: Gini ${equity.gini({ people, pay })}, Theil ${theil.total.toFixed(3)}, of which ${percent(theil.between / theil.total)} lies between departments`,
)

const jobs = equity.compression({
  people: people.map((person) => ({
    ...person,
    attributes: {
      ...person.attributes,
      job: `${person.attributes['department']}, ${person.attributes['grade']}`,
    },
  })),
  pay: { amounts: ['base'], missing: 'fail' },
  job: 'job',
  tenure: 'tenure',
  newBelow: '1',
  tenuredFrom: '3',
  minimum: 3,
})
console.log('\nBase pay of new hires beside people of three years and more')
console.log(
  table([
    ['job', 'ratio', 'paid less than a new hire'],
    ...jobs.map(({ job, ratio, inversions }) => [
      job,
      typeof ratio === 'string' ? percent(ratio) : 'suppressed',
      String(inversions.length),
    ]),
  ]),
)
const near = equity.payBesideManagers({ people, pay, manager: 'manager', from: '0.8' })
const above = near.filter(({ ratio }) => typeof ratio === 'string' && Number(ratio) > 1)
console.log(
  `${near.length} people are paid 80 % of what their manager is, or more; ${above.length} more than the manager`,
)

console.log(
  '\nWhat departments are paid, and what they bring in (directly; with orders they assisted)',
)
console.log(
  table([
    ['department', 'people', 'pay', 'direct', 'with assisted', 'pay / brought in'],
    ...equity
      .contributionShares({
        people,
        pay,
        department: 'department',
        direct: ['direct'],
        indirect: ['assisted'],
        minimum: comparison.minimum,
      })
      .map(({ department, ...share }) =>
        equity.isSuppressed(share)
          ? [department, 'suppressed', '', '', '', '']
          : [
              department,
              percent(share.peopleShare),
              percent(share.payShare),
              percent(share.directShare),
              percent(share.contributionShare),
              typeof share.payToContribution === 'string'
                ? Number(share.payToContribution).toFixed(2)
                : 'brings in nothing',
            ],
      ),
  ]),
)

const closing = {
  people,
  comparison,
  pay: 'base',
  currency: 'CNY',
  category: 'grade',
  target: '0.04',
  rangeMaximum: 'rangeMaximum',
  hours: 'hours',
} as const
for (const [title, plan] of [
  ['the least cost of a gap of at most 4 % in base pay in every grade', equity.closeGap(closing)],
  ['the same with 100,000.00 a year', equity.closeGap({ ...closing, budget: '100000.00' })],
] as const) {
  console.log(`\n${title}: ${yuan(plan.cost)} a year, ${plan.raises.length} raises`)
  console.log(
    table([
      ['grade', 'before', 'after', 'cost', ''],
      ...plan.categories.map(({ category, ...figures }) =>
        equity.isSuppressed(figures)
          ? [category, 'suppressed', '', '', '']
          : [
              category,
              percent(figures.before),
              percent(figures.after),
              yuan(figures.cost),
              figures.closed ? 'closed' : 'open',
            ],
      ),
    ]),
  )
}
