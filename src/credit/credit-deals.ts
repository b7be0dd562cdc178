import { type Problem, refuse } from '../problem/index.js'
import { convertingBy } from './convert.js'
import type { Credit, Credited } from './credit.js'
import { happeningOf, rowWriter } from './credit-rows.js'
import type { Crediting } from './crediting.js'
import { creditDataProblems } from './data-problems.js'
import type { CreditData } from './data-schema.js'
import { type Deal, dealsOf, isDocument } from './deals.js'
import { startOf } from './division.js'
import { duesOf, purchasesOf, timings } from './facts.js'
import { type BaseKind, kindsOf } from './kinds.js'
import type { Life } from './life.js'
import { changesOf, measuresOf } from './measures.js'
import { peopleOf } from './people.js'
import { type Told, tellClaims, tellTransfers } from './reconcile.js'
import { trusted } from './trusted.js'
import { type Unit, unitsFor } from './unit.js'
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
  const { customer, takeBacks = 'deal', belowZero } = crediting
  const purchases = customer === undefined ? new Map() : purchasesOf(deals, customer)
  const timing = timings()
  const write = rowWriter(crediting.currency, measures, (root) => purchases.get(root))
  const refuses = belowZero !== 'list'
  const credits: Credit[] = []
  for (const deal of deals) {
    const changes = changesOf(deal, measures, converting, { ...told, refuses })
    if (!isDocument(deal.root)) told.findings.push({ finding: 'unmatched', deal: deal.root.id })
    const start = () => startOf(deal.root.id)
    const listener = rowsOf(deal, timing, write, credits)
    const lives = kinds.map((base) =>
      unitsFor(deal, changes, measures, base.follows)
        .filter(base.finder.concerns)
        .map((unit) => liveThrough({ ...base, takeBacks, start }, base.finder, unit, listener)),
    )
    for (const [i, base] of kinds.entries())
      tellClaims(
        deal,
        base,
        (lives[i] as readonly Life[]).map(({ claims }) => claims),
        told,
      )
    tellTransfers(deal, names, lives.flat(), told.problems)
    if (told.problems.length > mostProblems) break
  }
  refuse([...told.problems, ...circles.values()])
  const reconciliation = Object.freeze(told.findings)
  return Object.freeze({ credits: trusted(credits), reconciliation })
}

/** As many as an error tells; after them nothing more is looked for. */
const mostProblems = 1_000

/** Writes what moves in the lives of a deal as rows. */
function rowsOf(
  deal: Deal,
  timing: ReturnType<typeof timings>,
  write: ReturnType<typeof rowWriter>,
  rows: Credit[],
): Listener {
  const dues = duesOf(deal)
  const { root } = deal
  return {
    step: (step, movements) => {
      if (movements.length === 0) return
      const { event, known } = step.entry
      const on = event.kind === 'transfer' ? known : event.on
      const facts = timing(root.on, event.kind, on, dues.get(event))
      write(deal, happeningOf(deal, step, facts), movements, rows)
    },
    news: (day, last, movements) => {
      const facts = timing(root.on, 'owner', day, dues.get(last.entry.event))
      const happening = { event: root.id, kind: 'owner', on: day, recorded: day } as const
      write(deal, { ...happening, timing: facts }, movements, rows)
    },
  }
}
