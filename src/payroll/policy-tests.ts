import { evaluate } from '../formula/index.js'
import type { PayBook } from '../pay/index.js'
import { at, type Problem, problemsOf, under } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { BookPolicy, Policy, PolicyTest, PolicyVersion } from './policy-schema.js'

/**
 * The tests of a book's policies that do not pass, as problems where they stand. A test gives the inputs of
 * a component that the version of its policy writes, and says what it comes to; of the one that pays, which
 * is called like the policy, unless it names another.
 */
export function failedTests(
  { policies }: Pick<BookPolicy, 'policies'>,
  components: PayBook['components'],
): readonly Problem[] {
  return policies.flatMap((policy, i) =>
    policy.versions.flatMap((version, j) => {
      const place = at(at(at(at('policies', i), 'versions'), j), 'tests')
      return (version.tests ?? []).flatMap((test, k) =>
        under(at(place, k), problemsOfTest(components, { policy, version, test })),
      )
    }),
  )
}

interface Tested {
  readonly policy: Policy
  readonly version: PolicyVersion
  readonly test: PolicyTest
}

function problemsOfTest(
  components: PayBook['components'],
  { policy: { id }, version: { from }, test }: Tested,
): readonly Problem[] {
  const { name, component = id, inputs, pays } = test
  const written = components.get(component)?.versions.find((each) => each.from === from)
  if (written === undefined) {
    const known = [...components.values()].flatMap((each) =>
      isOf(id, each.name) && each.versions.some((own) => own.from === from) ? [each.name] : [],
    )
    return [payProblem('unknown-tested', 'component', { found: component, known })]
  }
  let found = ''
  const problems = problemsOf(() => {
    found = evaluate(written.formula, inputs).value
  })
  if (problems.length > 0) return problems
  return decimal(found).equals(pays)
    ? []
    : [payProblem('test-failed', 'pays', { name, pays, found })]
}

/** Whether a component is the policy's own, by its name. */
function isOf(id: string, name: string): boolean {
  return name === id || name.startsWith(`${id}.`)
}
