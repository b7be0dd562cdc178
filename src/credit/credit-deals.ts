import { type Problem, refuse } from '../problem/index.js'
import { problemLimits } from '../problem/readable.js'
import { convertingBy } from './convert.js'
import type { Credit, Credited } from './credit.js'
import { happeningOf, rowWriter } from './credit-rows.js'
import type { Crediting } from './crediting.js'
import type { CheckedCrediting } from './crediting-schema.js'
import { creditDataProblems } from './data-problems.js'
import type { CreditData } from './data-schema.js'
import { type Deal, dealsOf, isDocument } from './deals.js'
import { dueUntil, purchasesOf, timings } from './facts.js'
import { kindsOf } from './kinds.js'
import type { Life } from './life.js'
import { changesOf, type Measure, measuresOf } from './measures.js'
import { peopleOf } from './people.js'
import { type Told, tellClaims, tellTransfers } from './reconcile.js'
import type { Claims } from './share.js'
import { trusted } from './trusted.js'
import { unitsFor } from './unit.js'
import { type Listener, liveThrough } from './unit-life.js'

/**
 * Credits deals to people. A deal is an order (or whatever began it) with everything that is `of` it; a
 * person holds a share of it, and whatever happens to the deal follows the share: refunds, cancellations,
 * corrections, what is billed and received, figures. A transfer moves a share: what it was given so far
 * counts for the receiver on the transfer's day, and what comes after goes with it.
 *
 * Events are worked in as they became known (the later of their own day and of `recorded`), and a row
 * once written never changes: what is told late of owners, touches or managers moves what was given by
 * rows of its own, on the day on which it was told.
 *
 * Amounts are divided to `places` (four beyond the minor unit unless said): what is due so far, less what
 * was given, by largest remainder; among equal remainders in the order of ids, starting where
 * `sha256(deal)` says. So the credits of a deal make its rule at every moment, and of a deal that was
 * taken back nothing is left for anybody. What is converted is multiplied exactly; what rolls up, and
 * what a transfer moves, is rounded half-up at `places`.
 *
 * What is measured: `sales` (orders, and what takes them back), `invoiced`, `collections` and figures.
 * A refund or cancellation lowers the sales whatever it is of, and what is billed or received where it
 * is of that; a correction changes what it is of. Each counts where what it takes back had counted,
 * unless `takeBacks` says `own`.
 *
 * Models of touches: `first`, `last` (all to those), `linear` (the same for each), `position` (weights
 * for the first, the last, and together for those between), `time-decay` (half as much for each
 * `halfLife` days). Touches of one day without an `order` share a place.
 *
 * Throws a `PolicyError` for a repeated id, an `of` that leads nowhere or in a circle, a figure that is
 * not declared or of the wrong sign, a take-back that does not tell a figure of its deal, a transfer from
 * somebody who holds nothing, a missing rate, managers in a circle; and, unless the crediting lists them,
 * for a deal that is credited to nobody, in shares that make no whole, or is taken back by more than it
 * was worth.
 *
 * Sources: the rules-based attribution models of Google Analytics; largest remainder (Hamilton 1792).
 *
 * @example
 * const crediting = parseCrediting({ currency: 'CNY', credits: { direct: { rules: [{ owner: 'seller' }] } } })
 * creditDeals(crediting, parseCreditData({ events })).credits.filter(({ person }) => person === 'li')
 */
export function creditDeals(crediting: CheckedCrediting, data: CreditData): Credited {
  refuse(creditDataProblems(crediting, data))
  const told: Told = { problems: [], findings: [] }
  const circles = new Map<string, Problem>()
  const deals = dealsOf(data.events)
  const converting = convertingBy(crediting, data.rates ?? [])
  const measures = measuresOf(crediting, converting)
  const people = peopleOf(data.people ?? [])
  const kinds = kindsOf(crediting, data, people, { problems: told.problems, circles })
  const names = kinds.map(({ credit }) => credit)
  const { takeBacks = 'deal', belowZero } = crediting
  const refuses = belowZero !== 'list'
  const credits: Credit[] = []
  const listener = rowsInto(credits, crediting, measures, deals)
  const terms = kinds.map((base) => ({ ...base, takeBacks }))
  for (const deal of deals()) {
    const changes = changesOf(deal, measures, converting, { ...told, refuses })
    if (!isDocument(deal.root)) told.findings.push({ finding: 'unmatched', deal: deal.root.id })
    const lives: Life[] = []
    for (const kind of terms) {
      const own: Claims[] = []
      for (const unit of unitsFor(deal, changes, measures, kind.follows)) {
        if (!kind.finder.concerns(unit)) continue
        const life = liveThrough(kind, kind.finder, unit, listener)
        lives.push(life)
        own.push(life.claims)
      }
      tellClaims(deal, kind, own, told)
    }
    if (deal.entries.length > 1) tellTransfers(deal, names, lives, told.problems)
    if (told.problems.length > problemLimits.problems) break
  }
  refuse([...told.problems, ...circles.values()])
  const reconciliation = Object.freeze(told.findings)
  return Object.freeze({ credits: trusted(credits), reconciliation })
}

/** Writes what moves in the lives of units as rows. */
function rowsInto(
  rows: Credit[],
  { currency, customer }: Crediting,
  measures: readonly Measure[],
  deals: () => Iterable<Deal>,
): Listener {
  const purchases = customer === undefined ? undefined : purchasesOf(deals(), customer)
  const timing = timings()
  const write = rowWriter(currency, measures, (root) => purchases?.get(root))
  return {
    step: ({ deal }, step, movements) => {
      if (movements.length === 0) return
      const { event, known } = step.entry
      const on = event.kind === 'transfer' ? known : event.on
      const told = event.kind === 'transfer' ? undefined : event.due
      const due = told ?? dueUntil(deal, (entry) => entry.event === event)
      const facts = timing(deal.root.on, event.kind, on, due)
      write(deal, happeningOf(deal, step, facts), movements, rows)
    },
    news: ({ deal, head }, day, movements) => {
      // What is told late is known before all that happens on the day.
      const due = dueUntil(deal, ({ known }) => known >= day)
      const facts = timing(deal.root.on, 'owner', day, due)
      const told = { event: deal.root.id, kind: 'owner', on: day, recorded: day } as const
      write(deal, { ...told, head: head.id, timing: facts }, movements, rows)
    },
  }
}
