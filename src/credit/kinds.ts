import { at, type Problem } from '../problem/index.js'
import { byRules, byTouches, type ClaimsFinder, orHouse } from './claims.js'
import type {
  Crediting,
  CreditKind,
  RolledCredit,
  RuledCredit,
  TouchedCredit,
} from './crediting.js'
import type { CreditData } from './data-schema.js'
import type { RollUp } from './life.js'
import type { People } from './people.js'
import { receiversBy } from './receivers.js'

/** A kind of credit that arises from deals themselves, with all that roll up from it. */
export interface BaseKind {
  readonly credit: string
  readonly kind: RuledCredit | TouchedCredit
  readonly follows: NonNullable<RuledCredit['follows']>
  readonly finder: ClaimsFinder
  readonly rollUps: readonly RollUp[]
}

/** The kinds of credit of a crediting, as they are looked up in its data. */
export function kindsOf(
  { credits }: Crediting,
  { owners = {}, touches = [] }: CreditData,
  people: People,
  told: { readonly problems: Problem[]; readonly circles: Map<string, Problem> },
): readonly BaseKind[] {
  const kinds = Object.entries(credits)
  const rolledFrom = (of: string): readonly RollUp[] =>
    kinds.flatMap(([credit, kind]) =>
      isRolled(kind) && kind.of === of
        ? [
            {
              credit,
              finder: receiversBy(kind, people, told.circles),
              rollUps: rolledFrom(credit),
            },
          ]
        : [],
    )
  return kinds.flatMap(([credit, kind]): BaseKind[] => {
    if (isRolled(kind)) return []
    const path = at('credits', credit)
    const found =
      'rules' in kind ? byRules(kind, owners, path, told.problems) : byTouches(kind, touches)
    const { unowned } = kind
    return [
      {
        credit,
        kind,
        follows: ('rules' in kind && kind.follows) || 'deal',
        finder: typeof unowned === 'object' ? orHouse(found, unowned.to) : found,
        rollUps: rolledFrom(credit),
      },
    ]
  })
}

/** Whether a kind of credit rolls up from another. */
function isRolled(kind: CreditKind): kind is RolledCredit {
  return 'of' in kind
}
