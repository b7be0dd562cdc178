import { readFileSync } from 'node:fs'
import { evaluate, explain, grade, quantity, renderText } from 'payproof'
import { table } from '../table.js'

/** From jobs to points, grades, ranges, raises within a budget, and promotions with their reasons. */

interface File {
  readonly jobs: Readonly<
    Record<string, { department: string; levels: readonly number[]; market: string }>
  >
  readonly bands: unknown
  readonly ranges: unknown
  readonly merit: unknown
  readonly budget: string
  readonly people: readonly { id: string; job: string; salary: string; rating: string }[]
  readonly review: unknown
  readonly evidence: Readonly<
    Record<
      string,
      { scores: string[]; ratings: string[]; competencies: string[]; monthsInGrade: number }
    >
  >
}

const file: File = JSON.parse(readFileSync(new URL('./jobs.json', import.meta.url), 'utf8'))
const amount = quantity.formatNumber
const percent = (ratio: string) => quantity.formatQuantity(ratio, 'ratio', 'en')

const { plan } = grade.factorEvaluationSystem()
const structure = grade.parseStructure(file.bands)
const ranges = grade.buildRanges(file.ranges)
const jobs = Object.entries(file.jobs).map(([job, { department, levels, market }]) => {
  const degrees = Object.fromEntries(
    levels.map((level, i) => [`factor-${i + 1}`, `level-${level}`]),
  )
  const run = evaluate(plan.formula, degrees)
  const own = grade.gradeOf(structure, run.value).grade
  return { job, department, market, points: run.value, grade: own, run }
})

console.log(
  'Jobs by the Factor Evaluation System, and the grades and ranges of the shop (GBP a year)\n',
)
console.log(
  table([
    ['Job', 'Department', 'Points', 'Grade', 'Minimum', 'Midpoint', 'Maximum'],
    ...jobs.map((each) => {
      const { minimum, midpoint, maximum } = grade.rangeOf(ranges, each.grade)
      return [
        each.job,
        each.department,
        each.points,
        each.grade,
        ...[minimum, midpoint, maximum].map(amount),
      ]
    }),
  ]),
)

const { slope, intercept, jobs: consistency } = grade.marketLine(jobs, '0.10')
console.log(`
The market pays ${amount(intercept)} and ${slope} a point. Off that line by more than 10 %:
`)
console.log(
  table([
    ['Job', 'Market', 'By its points', 'Off by'],
    ...consistency.flatMap(({ job, expected, deviation, flagged }) =>
      flagged
        ? [[job, amount(file.jobs[job]?.market ?? ''), amount(expected), percent(deviation)]]
        : [],
    ),
  ]),
)

const gradeOf = (job: string) => jobs.find((each) => each.job === job)?.grade ?? ''
const candidates = file.people.map(({ id, job, salary, rating }) => ({
  id,
  salary,
  rating,
  range: grade.rangeOf(ranges, gradeOf(job)),
}))
const merit = grade.parseMerit(file.merit)
const { increases, spent, unspent } = grade.meritIncreases(merit, candidates, file.budget)
console.log(`
Merit increases within a budget of ${amount(file.budget)}
`)
console.log(
  table([
    [
      'Person',
      'Grade',
      'Salary',
      'Compa-ratio',
      'Penetration',
      'Circled',
      'Rating',
      'Guideline',
      'Increase',
      'New salary',
    ],
    ...candidates.map(({ id, salary, rating, range }, i) => {
      const { rangePenetration = '', circled = '' } = grade.positionIn(range, salary)
      const { compaRatio, guideline, increase, salary: after } = increases[i] as grade.MeritIncrease
      return [
        id,
        range.grade,
        amount(salary),
        compaRatio,
        percent(rangePenetration),
        circled,
        rating,
        percent(guideline),
        amount(increase),
        amount(after),
      ]
    }),
  ]),
)
console.log(`\nSpent ${amount(spent)}, unspent ${amount(unspent)}`)

const policy = grade.parseReview(file.review)
for (const [person, { scores, ratings, competencies, monthsInGrade }] of Object.entries(
  file.evidence,
)) {
  const { job, salary } = file.people.find(({ id }) => id === person) as File['people'][number]
  const periods = scores.map((score, i) => ({
    period: `2011-Q${i + 1}`,
    score,
    rating: ratings[i],
  }))
  const evidence = grade.parseEvidence({
    grade: gradeOf(job),
    salary,
    monthsInGrade,
    periods,
    competencies,
  })
  const rule = { rule: 'percentage-or-minimum', increase: '0.08' } as const
  const review = grade.reviewGrade(policy, evidence, { ranges, rule, rounding: 'half-up' })
  const to =
    review.pay &&
    ` to ${review.grade}, ${amount(review.pay.salary)} (+${amount(review.pay.increase)})`
  console.log(`\n${person}, ${job}, ${evidence.grade}: ${review.decision}${to ?? ''}`)
  for (const { met, text } of review.promotion) console.log(`  ${met ? 'yes' : 'no '}  ${text.en}`)
}

console.log(`\nHow a senior service agent's points came about\n`)
console.log(renderText(explain(jobs[1]?.run as (typeof jobs)[number]['run'], { locale: 'en' })))
