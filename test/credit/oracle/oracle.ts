import type { Credit, Finding } from '../../../src/credit/credit.js'
import type { Crediting } from '../../../src/credit/crediting.js'
import { compareFractions } from '../../../src/quantity/internal.js'
import { movedBy, movedByNews, newsDays } from './changes.js'
import { isMixed, keeps } from './claims.js'
import { type Deal, dealsOf, isAfter, isDocument } from './deals.js'
import { one, sumOf, written } from './exact.js'
import { measured } from './measures.js'
import { isRolled, type Life, parcelsOf, sharesOf, stateOf, unitsOf } from './positions.js'
import { rowsOf, sourceOf } from './rows.js'
import { type Company, theEnd } from './world.js'

/** What is credited, as by brute force: rows have no ids yet. */
export interface Worked {
  readonly rows: readonly Credit[]
  readonly findings: readonly Finding[]
  readonly refused: readonly string[]
}

/**
 * Credits a ledger by working each deal out from its beginning, again after each of its events and
 * each day of news, from all that is known then. What an event or a day of news writes is the
 * difference that it makes.
 */
export function creditBy(company: Company): Worked {
  const deals = dealsOf(company.world.events)
  const refused = new Set<string>()
  if (isTexts(deals)) return { rows: [], findings: [], refused: deals }
  const findings: Finding[] = []
  const problem = (text: string) => void refused.add(text)
  for (const event of company.world.events) {
    if (event.kind !== 'transfer' || event.credit === undefined) continue
    const kind = company.crediting.credits[event.credit]
    if (kind === undefined || isRolled(kind)) problem(`unknown-credit ${event.credit}`)
  }
  if (refused.size > 0) return { rows: [], findings, refused: [...refused] }
  const lives = deals.map((deal): Life => {
    const { crediting, world } = company
    const below = (event: string, measure: string, value: string) => {
      if (crediting.belowZero === 'list')
        findings.push({ finding: 'below-zero', deal: deal.root.id, event, measure, value })
      else problem(`below-zero ${event} ${measure} ${value}`)
    }
    if (!isDocument(deal.root)) findings.push({ finding: 'unmatched', deal: deal.root.id })
    const steps = measured(crediting, world.rates, deal, { problem, below })
    return { company, deal, steps, problem, states: new Map() }
  })
  for (const life of lives) tellInTheEnd(life, (finding) => findings.push(finding))
  // Some circles of managers are of a time between.
  const rows = lives.flatMap((life) => rowsOfLife(life, deals))
  return refused.size > 0
    ? { rows: [], findings, refused: [...refused] }
    : { rows, findings, refused: [] }
}

function isTexts(deals: readonly Deal[] | readonly string[]): deals is readonly string[] {
  return typeof deals[0] === 'string'
}

function creditsOf({ credits }: Crediting): readonly string[] {
  return Object.keys(credits)
}

/** All rows of a deal, in the order in which they are written. */
function rowsOfLife(life: Life, deals: readonly Deal[]): readonly Credit[] {
  const { company, deal, steps } = life
  const [first] = steps
  if (first === undefined) return []
  const news = newsDays(life, first.known).map((day) => {
    const before = steps.filter(({ known }) => isAfter(day, known))
    const contents = creditsOf(company.crediting).flatMap((credit) =>
      movedByNews(life, credit, before.length, day),
    )
    const source = { on: day, recorded: day, kind: 'owner', step: first } as const
    return rowsOf(company, deals, deal, source, before, contents)
  })
  const happened = steps.map((step, i) => {
    const before = steps.slice(0, i + 1)
    const contents = creditsOf(company.crediting).flatMap((credit) => movedBy(life, credit, i + 1))
    return rowsOf(company, deals, deal, sourceOf(step), before, contents)
  })
  return [...news, ...happened].flat()
}

/** What does not add up of the claims on a deal, by all that is ever known. */
function tellInTheEnd(life: Life, find: (finding: Finding) => void): void {
  const { company, deal, steps, problem } = life
  const moved = new Set<unknown>()
  const told = new Set<string>()
  for (const [credit, kind] of Object.entries(company.crediting.credits)) {
    if (isRolled(kind)) {
      stateOf(life, credit, steps.length, theEnd)
      continue
    }
    for (const unit of unitsOf(life, kind, steps)) {
      for (const event of parcelsOf(life, credit, unit, theEnd).moved) moved.add(event)
      if ('touches' in kind && !keeps(company, unit, kind.where)) continue
      if (isMixed(company, kind, unit, theEnd)) {
        problem(`mixed-shares ${deal.root.id} ${credit}`)
        continue
      }
      const shares = sharesOf(company, kind, unit, theEnd)
      const whole = sumOf(shares.values())
      const isWhole = compareFractions(whole, one) === 0
      const key = `${credit} ${written(whole, 0)}`
      if (isWhole || told.has(key)) continue
      told.add(key)
      const [id, share] = [deal.root.id, written(whole, 0)]
      if (shares.size === 0) {
        const unowned = kind.unowned ?? ('touches' in kind ? 'list' : 'refuse')
        if (unowned === 'refuse') problem(`uncredited ${id} ${credit}`)
        else find({ finding: 'uncredited', deal: id, credit })
      } else if ('shares' in kind && kind.shares === 'any')
        find({ finding: 'not-whole', deal: id, credit, share })
      else problem(`not-whole ${id} ${credit} ${share}`)
    }
  }
  for (const { event } of steps)
    if (event.kind === 'transfer' && !moved.has(event)) problem(`nothing-to-transfer ${event.id}`)
}
