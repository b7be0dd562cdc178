import { readFileSync } from 'node:fs'
import { commission } from 'payproof'
import { type ProrationRequest, prorate } from 'payproof/calendar'
import { check, divide, type Expression, evaluate, input, multiply } from 'payproof/formula'
import { allocate, money, type Share, total } from 'payproof/quantity'
import { describe, expect, test } from 'vitest'
import { rules } from './published/rules.js'

/** A worked example that somebody published: where, and in which words. */
interface Published {
  readonly id: string
  readonly source: { readonly name: string; readonly url: string }
  readonly quote: string
  /** The published figure where it is wrong: `note` says why. */
  readonly published?: string
  readonly note?: string
}

interface Figure {
  readonly expected: string
  readonly published?: string
  readonly note?: string
}

type Case = Figure & { readonly inputs: Readonly<Record<string, string>> }

function read<T>(name: string): readonly (Published & T)[] {
  return JSON.parse(readFileSync(`test/golden/published/${name}.json`, 'utf8'))
}

const plans = read<{ plan: unknown; cases: readonly Case[]; sum?: Figure }>('plans')
const formulas = read<{ cases: readonly (Case & { rule: string })[]; sum?: Figure }>('formulas')
const prorations = read<{
  request: ProrationRequest
  fraction: readonly [string, string]
  salary: string
  expected: string
}>('prorations')
const allocations = read<{
  total: string
  shares: readonly Share[]
  expected: readonly string[]
}>('allocations')

const asTold = ({ published, note }: Pick<Published, 'published' | 'note'>) =>
  [published && ` (published as ${published})`, note && `: ${note}`].filter(Boolean).join('')

/** A number without the zeros that its scale adds. */
const plain = (value: string) => total([value], 0)

/** A test for each case, and one for what the cases come to together where the source says it. */
function testFigures<C extends Case>(
  { cases, sum }: { readonly cases: readonly C[]; readonly sum?: Figure | undefined },
  title: (figures: C) => string,
  value: (figures: C) => string,
): void {
  for (const figures of cases)
    test(`${title(figures)}: ${figures.expected}${asTold(figures)}`, () => {
      expect(plain(value(figures))).toBe(plain(figures.expected))
    })
  if (sum !== undefined)
    test(`all together: ${sum.expected}${asTold(sum)}`, () => {
      expect(plain(total(cases.map(value), 0))).toBe(plain(sum.expected))
    })
}

const given = (inputs: Case['inputs']) =>
  Object.entries(inputs)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ')

for (const published of plans)
  describe(published.source.name, () => {
    const { formula, policy } = commission.parsePlan(published.plan)
    testFigures(
      published,
      ({ inputs }) => `${policy.tiers.kind} tiers, ${given(inputs)}`,
      ({ inputs }) => evaluate(formula, inputs).value,
    )
  })

for (const published of formulas)
  describe(published.source.name, () => {
    testFigures(
      published,
      ({ rule, inputs }) => `${rule}, ${given(inputs)}`,
      ({ rule, inputs }) => evaluate(check(rules[rule] as Expression), inputs).value,
    )
  })

const cents = { places: 2, rounding: 'half-up' } as const
const part = (name: string) => input(name, 'count', 2)
const paidPart = check(
  divide(multiply(input('salary', money('USD'), 2), part('paid')), part('of'), cents),
)

for (const published of prorations) {
  const { source, request, salary, expected, fraction } = published
  const [paid, of] = fraction
  test(`${source.name}: ${request.basis.basis}, ${paid} / ${of} of ${salary}: ${expected}`, () => {
    const { numerator, denominator } = prorate(request)
    expect([numerator, denominator]).toEqual(fraction)
    expect(evaluate(paidPart, { salary, paid: numerator, of: denominator }).value).toBe(expected)
  })
}

for (const published of allocations) {
  const { source, total: pool, shares, expected } = published
  test(`${source.name}: a pool of ${pool}: ${expected.join(', ')}${asTold(published)}`, () => {
    const parts = allocate({ total: pool, places: 2, ties: 'id', shares })
    expect(parts.map((each) => each.amount)).toEqual(expected)
  })
}

test('every example names its source and quotes it', () => {
  const all = [...plans, ...formulas, ...prorations, ...allocations]
  for (const { id, source, quote } of all) {
    expect(id).toMatch(/^[a-z0-9-]+$/)
    expect(source.name).not.toBe('')
    expect(source.url).toMatch(/^https?:\/\//)
    expect(quote.length).toBeLessThan(220)
  }
  expect(new Set(all.map(({ source }) => source.url)).size).toBeGreaterThanOrEqual(20)
})
