import { isName } from '../problem/index.js'
import { isCurrency, minorUnits } from '../quantity/index.js'
import type { AmountEvent, DealEvent, TransferEvent } from './event.js'
import { significantPlaces, signOf, signOfKind } from './event-problems.js'
import { isUsualPart } from './share-problems.js'
import {
  type Given,
  givenIn,
  isId,
  isNumber,
  isText,
  isValue,
  namedValues,
  usualDate,
  usually,
  type Writable,
} from './usual-values.js'

const members = [
  'id',
  'on',
  'recorded',
  'order',
  'kind',
  'amount',
  'currency',
  'of',
  'due',
  'figures',
  'attributes',
  'credit',
  'from',
  'to',
  'share',
] as const
type GivenEvent = Given<(typeof members)[number]>

/** An event as its schema gives it, read at once; nothing where the schema is to read it. */
export const usualEvent = usually((json): DealEvent | undefined => {
  const given = givenIn(json, members)
  if (given === undefined) return undefined
  return given.kind === 'transfer' ? transferIn(given) : amountEventIn(given)
})

/** The members of every event, in the order of the schema. */
function happeningIn({ id, on, recorded, order }: GivenEvent): Writable<DealEvent> | undefined {
  const day = usualDate(on)
  if (!isId(id) || day === undefined) return undefined
  const event = { id, on: day } as Writable<DealEvent>
  if (recorded !== undefined) {
    event.recorded = usualDate(recorded)
    if (event.recorded === undefined) return undefined
  }
  if (order !== undefined) {
    if (!isText(order)) return undefined
    event.order = order
  }
  return event
}

function amountEventIn(given: GivenEvent): AmountEvent | undefined {
  const { kind, amount, currency, of, due, figures, attributes } = given
  const { credit, from, to, share } = given
  if (credit !== undefined || from !== undefined || to !== undefined || share !== undefined)
    return undefined
  const event = happeningIn(given) as Writable<AmountEvent> | undefined
  if (event === undefined || !isKind(kind) || !isAmount(amount, kind, currency)) return undefined
  event.kind = kind
  event.amount = amount
  event.currency = currency as AmountEvent['currency']
  if (of !== undefined) {
    if (!isId(of)) return undefined
    event.of = of
  }
  if (due !== undefined) {
    event.due = usualDate(due)
    if (event.due === undefined) return undefined
  }
  if (figures !== undefined) {
    event.figures = namedValues(figures, isNumber)
    if (event.figures === undefined) return undefined
  }
  if (attributes !== undefined) {
    event.attributes = namedValues(attributes, isValue)
    if (event.attributes === undefined) return undefined
  }
  return Object.freeze(event)
}

function isKind(kind: unknown): kind is AmountEvent['kind'] {
  return typeof kind === 'string' && Object.hasOwn(signOfKind, kind)
}

/** Whether an amount has the sign of its kind, and no more places than its currency has. */
function isAmount(amount: unknown, kind: AmountEvent['kind'], currency: unknown): amount is string {
  if (!isNumber(amount) || typeof currency !== 'string' || !isCurrency(currency)) return false
  return significantPlaces(amount) <= minorUnits(currency) && signOf(amount) * signOfKind[kind] >= 0
}

function transferIn(given: GivenEvent): TransferEvent | undefined {
  const { of, credit, from, to, share } = given
  const { amount, currency, due, figures, attributes } = given
  if (amount !== undefined || currency !== undefined || due !== undefined) return undefined
  if (figures !== undefined || attributes !== undefined) return undefined
  const event = happeningIn(given) as Writable<TransferEvent> | undefined
  if (event === undefined) return undefined
  if (!isId(of) || !isId(from) || !isId(to) || from === to) return undefined
  event.kind = 'transfer'
  event.of = of
  if (credit !== undefined) {
    if (typeof credit !== 'string' || !isName(credit)) return undefined
    event.credit = credit
  }
  event.from = from
  event.to = to
  if (share !== undefined) {
    if (!isUsualPart(share)) return undefined
    event.share = share
  }
  return Object.freeze(event)
}
