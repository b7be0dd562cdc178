import { add, check, constant, type Formula, input } from '../formula/index.js'
import { withInputs } from '../formula/internal.js'
import { at, fail, refuse } from '../problem/index.js'
import { money } from '../quantity/index.js'
import { payProblem } from '../words/index.js'
import type { LinkedComponent, PayBook } from './book.js'
import { type Composed, composer, type Held } from './composed.js'
import { type Holder, indexOf } from './data-index.js'
import type { PayData } from './data-schema.js'
import { settlingAgain } from './explain-run.js'
import { namesOf } from './ledger.js'
import type { Moving } from './moving.js'
import type { Run } from './run.js'
import type { Timeline } from './timeline.js'
import { periodsIn } from './windows.js'

export type { Held, Moving }

/** Whose pay is written as one formula, and of which number. */
export interface PayFormulaRequest {
  readonly person: string
  readonly over: Moving
  /** The components that are added up: all that pay, unless said. */
  readonly of?: readonly string[] | undefined
}

/** The pay of a person for a period, as a formula of one number. */
export interface PayFormula {
  /** The sum of what the components come to. It reads one input. */
  readonly formula: Formula
  /** The name of that input. */
  readonly over: string
  /** What the number would change too, and was left as it is. */
  readonly held: readonly Held[]
}

/** The name of the number that moves. */
export const moving = 'moving'

/**
 * What a person is entitled to for the period of a run, all components together, as one formula of one
 * number of the data: a figure, or a member of a record, such as the amount of one more deal. Every
 * other number is what the run read. So the tools that look at a formula look at total pay: `analyze`
 * proves where more sold pays nothing, or less, after commission, gates, top-ups and deductions.
 *
 * Components of the person that read the number, directly or through others, are put into each other.
 * What reads it in another way stays as it is and is told in `held`: through other people (`among`),
 * through windows that pick or count values, through a condition on the number itself. Corrections of
 * other periods are left out. The input is called `moving`; its places are the fewest that a reader of
 * it has.
 *
 * Throws a `PolicyError` for a person or a component that there is not, for a component that cannot be
 * worked out, and where no component reads the number.
 *
 * @example
 * const { formula, over } = payFormula(book, data, run, { person: 'li', over: { figure: 'sales' } })
 * analyze(formula, { over }).pieces.map(({ from, slope }) => `${from}: ${slope}`) //=> ['0.00: 0.02', '50000.00: 0']
 */
export function payFormula(
  book: PayBook,
  data: PayData,
  run: Run,
  request: PayFormulaRequest,
): PayFormula {
  const { parts, held, written } = payParts(book, data, run, request)
  return { formula: written(parts.flatMap(({ made }) => made)), over: moving, held }
}

/** What one component comes to for a person, as formulas of the number: of each post, and each period that falls due. */
interface PayPart {
  readonly component: string
  readonly made: readonly Composed[]
}

/** The pay of a person by components, and what writes some of it as one formula. */
export interface PayParts {
  readonly parts: readonly PayPart[]
  readonly held: readonly Held[]
  readonly written: (made: readonly Composed[]) => Formula
}

/** What {@link payFormula} adds up. */
export function payParts(
  book: PayBook,
  data: PayData,
  run: Run,
  { person, over, of }: PayFormulaRequest,
): PayParts {
  const index = indexOf(book, data)
  const people = [...index.people.keys()]
  const holder = index.people.get(person)
  if (holder === undefined)
    return fail(payProblem('unknown-person', 'person', { found: person, known: people }))
  const settling = settlingAgain(book, index, run)
  const timeline = index.timelines.get(index.rhythm) as Timeline
  const period = timeline.at(timeline.named(run.period) as number)
  const workOf = (component: LinkedComponent) => settling.works(settling.retroOf(component))
  const { composed, held, scales } = composer({ over, holder, workOf })
  const posts = index.posts.get(person) as readonly Holder[]
  const parts = paying(book, of).map((component): PayPart => {
    const own = workOf(component).timeline(component)
    const due = periodsIn(own, period, own.indexOf(period.from))
    const owners = component.of === 'assignment' ? posts : [holder]
    const made = owners.flatMap((owner) => due.map((number) => composed(component, owner, number)))
    return { component: component.name, made }
  })
  if (!parts.some(({ made }) => made.some(({ moves }) => moves))) {
    const name = 'figure' in over ? over.figure : [over.table, over.id, over.value].join(' ')
    return fail(payProblem('nothing-moves', 'over', { person, over: name }))
  }
  const nothing = constant('0', money(book.definition.currency))
  const scale = Math.min(...scales())
  const written = (made: readonly Composed[]) => {
    const sum = add(nothing, ...made.map(({ expression }) => expression))
    return check(withInputs(sum, ({ unit, label }) => input(moving, unit, scale, label)))
  }
  return { parts, held: held(), written }
}

/** The components that are added up: those named, or all that pay. */
function paying(book: PayBook, of: readonly string[] | undefined): readonly LinkedComponent[] {
  const paid = [...book.components.values()].filter(({ pays }) => pays !== undefined)
  if (of === undefined) return paid
  const names = namesOf(book)
  const known = paid.map(({ name }) => name)
  refuse(
    of.flatMap((found, i) =>
      known.includes(names.get(found)?.name ?? '')
        ? []
        : [payProblem('unknown-component', at('of', i), { found, known })],
    ),
  )
  return of.map((name) => names.get(name) as LinkedComponent)
}
