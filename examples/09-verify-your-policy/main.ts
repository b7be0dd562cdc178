import { commission, describeProblems, PolicyError, type Problem, payroll } from 'payproof'
import { assertPolicy, checkPolicy, describeReport } from 'payproof/testing'
import { draft, tests, today } from './policy.js'

// A test suite of your own policy: each line passes, or says the smallest case that breaks it.
const suite: readonly (readonly [name: string, check: () => void])[] = [
  ['the plan of today is fair', () => assertPolicy(today, { tests })],
  ['the draft is fair', () => assertPolicy(draft)],
  [
    'the draft jumps at 50,000 alone, as agreed',
    () => assertPolicy(draft, { laws: ['no-cliff'], expect: { cliffsAt: ['50000'] } }),
  ],
]
for (const [name, check] of suite) {
  try {
    check()
    console.log(`ok      ${name}`)
  } catch (error) {
    console.log(`not ok  ${name}\n${(error as Error).message.replace(/^/gm, '        ')}`)
  }
}

console.log('\nWhat was checked of the plan of today, and how\n')
console.log(describeReport(checkPolicy(today, { tests })))
console.log('\n同一份报告（中文）\n')
console.log(describeReport(checkPolicy(draft, { laws: ['monotone'] }), 'zh-CN'))

console.log('\nWhat the author of the draft should mend\n')
for (const { severity, code, path, message, mend } of commission.lintPlan(draft))
  console.log(`${severity.padEnd(7)}  ${path}: ${message.en}. ${mend.en}. (${code})`)

// A book that names what it does not hold is not even read.
console.log('\nA book with a slip of the pen\n')
const since = { from: '2026-01-01', reason: 'Handbook of 2026' }
const { id: _, currency: __, ...plan } = today.policy
try {
  payroll.parseBook({
    format: 2,
    id: 'shop',
    currency: 'CNY',
    retro: 2,
    policies: [
      {
        kind: 'plan',
        id: 'commission',
        owner: 'Head of service',
        versions: [{ ...since, terms: { plan } }],
      },
      {
        kind: 'payments',
        id: 'recovery',
        owner: 'Head of HR',
        versions: [
          {
            ...since,
            terms: {
              payments: { rounding: 'half-up', recovery: { share: '0.5' } },
              of: ['comission'],
            },
          },
        ],
      },
    ],
  })
} catch (error) {
  const problems: readonly Problem[] = error instanceof PolicyError ? error.problems : []
  console.log(describeProblems(problems))
}
