import { creditDeals } from '../../../src/credit/credit-deals.js'
import { parseCrediting } from '../../../src/credit/crediting-schema.js'
import { parseCreditData } from '../../../src/credit/data-schema.js'
import { PolicyError } from '../../../src/problem/index.js'
import type { Worked } from './oracle.js'
import type { Company } from './world.js'

/** What the engine credits, or the codes of why not. */
export function engine({ crediting, world }: Company): Worked {
  try {
    const { credits, reconciliation } = creditDeals(
      parseCrediting(crediting),
      parseCreditData(world),
    )
    return { rows: credits, findings: reconciliation, refused: [] }
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error
    return { rows: [], findings: [], refused: error.problems.map(({ code }) => code) }
  }
}
