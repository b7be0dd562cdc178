import { at, type Problem } from '../problem/index.js'
import { fraction, fractionTo } from '../quantity/internal.js'
import { creditProblem } from '../words/index.js'
import type { Finding } from './credit.js'
import type { Deal } from './deals.js'
import type { BaseKind } from './kinds.js'
import type { Life } from './life.js'
import { type Claims, partsOf, unclear } from './share.js'

/** What does not add up: listed, or a problem where a rule refuses it. */
export interface Told {
  readonly problems: Problem[]
  readonly findings: Finding[]
}

/** Tells of the claims of a deal, or of its documents, that make nothing, less or more than the whole. */
export function tellClaims(
  { root, entries }: Deal,
  { credit, kind }: BaseKind,
  all: readonly Claims[],
  { problems, findings }: Told,
): void {
  const path = () => at('events', (entries[0] as Deal['entries'][number]).index)
  const unowned = kind.unowned ?? ('rules' in kind ? 'refuse' : 'list')
  const told: string[] = []
  for (const { claims, whole } of all) {
    const parts = partsOf(claims)
    if (parts === whole) continue
    const share = shown(parts, whole)
    if (told.includes(share)) continue
    told.push(share)
    if (claims.length === 0) {
      if (unowned === 'refuse')
        problems.push(
          creditProblem('uncredited', path(), { deal: root.id, credit, event: root.id }),
        )
      else findings.push({ finding: 'uncredited', deal: root.id, credit })
    } else if ('rules' in kind && kind.shares === 'any')
      findings.push({ finding: 'not-whole', deal: root.id, credit, share })
    else problems.push(creditProblem('not-whole', path(), { deal: root.id, credit, share }))
  }
}

/** A share as a decimal where it is one, else as a fraction. */
function shown(part: bigint, whole: bigint): string {
  const { numerator, denominator } = fraction(part, whole)
  const places = Array.from({ length: 20 }, (_, i) => i).find(
    (each) => 10n ** BigInt(each) % denominator === 0n,
  )
  return places === undefined
    ? `${numerator}/${denominator}`
    : fractionTo({ numerator, denominator }, places)
}

/** Tells of transfers of a deal by which nothing moved in any of its lives. */
export function tellTransfers(
  { entries }: Deal,
  credits: readonly string[],
  lives: readonly Life[],
  problems: Problem[],
): void {
  // Of whom nobody knows whether they hold anything it is not told that they do not.
  if (lives.some(({ claims }) => claims === unclear)) return
  for (const { event, index } of entries) {
    if (event.kind !== 'transfer') continue
    const { id, credit, from } = event
    const path = at('events', index)
    if (credit !== undefined && !credits.includes(credit))
      problems.push(
        creditProblem('unknown-credit', at(path, 'credit'), { found: credit, known: credits }),
      )
    else if (!lives.some(({ moved }) => moved.has(event))) {
      const known = [
        ...new Set(lives.flatMap(({ parcels }) => parcels.map(({ person }) => person))),
      ]
      problems.push(
        creditProblem('nothing-to-transfer', at(path, 'from'), { event: id, from, known }),
      )
    }
  }
}
