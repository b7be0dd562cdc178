import type { Label, pay, payroll } from 'payproof'

/** What a policy says beside its kind, its name and its terms. */
interface Said {
  readonly tags?: readonly string[] | undefined
  readonly eligible?: pay.Eligible | undefined
}

/** A policy of the handbook of 2011. */
export const policy = (
  kind: payroll.PolicyKind,
  id: string,
  terms: { readonly label?: Label | undefined; readonly [member: string]: unknown },
  { tags, eligible }: Said = {},
) => ({
  ...{ kind, id, owner: 'Head of HR', tags },
  versions: [{ from: '2011-01-01', reason: 'Handbook of 2011', eligible, terms }],
})

/** A component as a policy of its own. */
export function own({ component, tags, eligible, ...terms }: pay.Component) {
  return policy('component', component, terms, { tags, eligible })
}
