import type { run } from 'payproof'

/**
 * A book as the head of service proposes it: commission on returning customers at 3 and 5 % instead of
 * 2 and 3.5 %, its cap doubled, paid for by a first tier of 1.5 % instead of 2 % in the territories.
 */
export function proposal(book: run.BookPolicy): unknown {
  const rates: Readonly<Record<string, readonly [first: string, second: string, cap: string]>> = {
    'returning-customers': ['0.030', '0.050', '1600'],
    territory: ['0.015', '0.030', '3000'],
  }
  return {
    ...book,
    policies: book.policies.map((policy) => {
      const found = policy.kind === 'plan' ? rates[policy.id] : undefined
      if (policy.kind !== 'plan' || found === undefined) return policy
      const [first, second, cap] = found
      return {
        ...policy,
        versions: policy.versions.map(({ terms, ...version }) => ({
          ...version,
          reason: 'Proposal of the head of service',
          terms: {
            ...terms,
            cap,
            tiers: {
              ...terms.tiers,
              steps: [
                { from: '0', rate: first },
                { from: policy.id === 'territory' ? '10000' : '3000', rate: second },
              ],
            },
          },
        })),
      }
    }),
  }
}
