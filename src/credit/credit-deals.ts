import { type Problem, refuse } from '../problem/index.js'
import { convertingBy } from './convert.js'
import type { Credit, Credited } from './credit.js'
import { happeningOf, rowWriter } from './credit-rows.js'
import type { Crediting } from './crediting.js'
import { creditDataProblems } from './data-problems.js'
import type { CreditData } from './data-schema.js'
import { type Deal, dealsOf, isDocument } from './deals.js'
import { dueBy, purchasesOf, timings } from './facts.js'
import { kindsOf } from './kinds.js'
import type { Life } from './life.js'
import { changesOf, type Measure, measuresOf } from './measures.js'
import { peopleOf } from './people.js'
import type { Claims } from './share.js'
import { type Told, tellClaims, tellTransfers } from './reconcile.js'
import { trusted } from './trusted.js'
import { unitsFor } from './unit.js'
import { type Listener, liveThrough } from './unit-life.js'

export function creditDeals(crediting: Crediting, data: CreditData): Credited {
  refuse(creditDataProblems(crediting, data))
  const told: Told = { problems: [], findings: [] }
  const circles = new Map<string, Problem>()
  const deals = dealsOf(data.events, told.problems)
  refuse(told.problems)
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
    if (told.problems.length > mostProblems) break
  }
  refuse([...told.problems, ...circles.values()])
  const reconciliation = Object.freeze(told.findings)
  return Object.freeze({ credits: trusted(credits), reconciliation })
}

/** As many as an error tells; after them nothing more is looked for. */
const mostProblems = 1_000

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
      const facts = timing(deal.root.on, event.kind, on, dueBy(deal, event))
      write(deal, happeningOf(deal, step, facts), movements, rows)
    },
    news: ({ deal }, day, last, movements) => {
      const facts = timing(deal.root.on, 'owner', day, dueBy(deal, last.entry.event))
      const happening = { event: deal.root.id, kind: 'owner', on: day, recorded: day } as const
      write(deal, { ...happening, timing: facts }, movements, rows)
    },
  }
}
