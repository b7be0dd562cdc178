import { analyze } from '../../formula/index.js'
import type { Plan } from '../plan.js'
import { valuesOf } from '../plan-asks.js'
import { measureName, measuresOf } from '../plan-inputs.js'
import { fall } from './curve-findings.js'
import { type Figures, reachedFigures } from './figures.js'
import type { Finding } from './finding.js'
import { measuredInputs, readBy } from './views.js'
import { writeFor } from './written.js'

/**
 * Falls as more is had of a measure beside that of the plan, by which a tier is picked or a factor is read.
 * Of a KPI it is not known which way is better.
 */
export function otherMeasureFindings(
  { policy, formula }: Plan,
  given: Figures,
): readonly Finding[] {
  const measures = measuresOf(policy).map(measureName)
  const known = [...measuredInputs(policy), ...Object.keys(given)]
  const isRead = (name: string) => measures.includes(name) && Object.hasOwn(formula.inputs, name)
  return valuesOf(policy).flatMap(({ path, asked: { kpi: over } }): readonly Finding[] => {
    if (!isRead(over) || known.includes(over)) return []
    const figures = reachedFigures(policy, formula, readBy(formula, given), over)
    const analysis = analyze(formula, { over, given: figures })
    return analysis.falls.map(({ from, highest, lost, to }) => ({
      ...fall(writeFor(policy, { formula, over }), path, {
        from,
        highest,
        cost: lost as string,
        to,
      }),
      given: analysis.given,
    }))
  })
}
