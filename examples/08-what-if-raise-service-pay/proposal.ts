import type { commission, payroll } from 'payproof'

/**
 * A book as the head of service proposes it: commission on returning customers at 3 and 5 % instead of
 * 2 and 3.5 %, its cap doubled, paid for by a first tier of 1.5 % instead of 2 % in the territories.
 */
export function proposal(book: payroll.BookPolicy): payroll.BookPolicy {
  const proposed: Readonly<Record<string, Partial<commission.PlanPolicy>>> = {
    'returning-customers': { cap: '1600', tiers: tiers('0.030', '3000', '0.050') },
    territory: { tiers: tiers('0.015', '10000', '0.030') },
  }
  return {
    ...book,
    policies: book.policies.map((policy) => ({
      ...policy,
      versions: policy.versions.map((version) => {
        const changed = proposed[policy.id]
        if (changed === undefined) return version
        const { plan } = version.terms as { readonly plan: commission.PlanPolicy }
        const reason = 'Proposal of the head of service'
        return { ...version, reason, terms: { plan: { ...plan, ...changed } } }
      }),
    })),
  }
}

function tiers(first: string, from: string, second: string): commission.PlanPolicy['tiers'] {
  const label = { en: 'Commission by tiers', 'zh-CN': '阶梯提成' }
  return { kind: 'marginal', label, steps: [{ rate: first }, { from, rate: second }] }
}
