import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { type credit, evaluate, formula, money, quantity } from 'payproof'

/** One line of an invoice, as the file has it. */
interface InvoiceLine {
  readonly invoice: string
  readonly date: string
  readonly stock: string
  readonly quantity: string
  readonly unitPrice: string
  readonly customer: string
  readonly country: string
}

const lineAmount = formula.check(
  formula.multiply(
    formula.input('quantity', 'count', 0),
    formula.input('unitPrice', money('GBP'), 2),
  ),
)

/** An invoice as the ledger of deals takes it. */
export type Sale = Pick<credit.AmountEvent, 'id' | 'kind' | 'on' | 'amount' | 'currency'> & {
  readonly attributes: Readonly<Record<'country' | 'returning' | 'desk', string>>
}

/**
 * The shop's invoices as events of deals, and how many were worth nothing and are left out. An invoice
 * that starts with C is a refund, of an order that the file does not tell. Each event says its country,
 * whether its customer had ordered before (never where no customer is known), and the service desk
 * that looks after the customer: the customer number modulo 3.
 */
export function readSales(): {
  readonly events: readonly Sale[]
  readonly empty: number
} {
  const ordered = new Set<string>()
  let empty = 0
  const events = invoices().flatMap((lines): readonly Sale[] => {
    const { invoice, date, customer, country } = lines[0] as InvoiceLine
    const refund = invoice.startsWith('C')
    const returning = ordered.has(customer)
    if (customer !== '' && !refund) ordered.add(customer)
    const amount = quantity.total(
      lines.map(({ quantity, unitPrice }) => evaluate(lineAmount, { quantity, unitPrice }).value),
      2,
    )
    if (amount === '0.00') {
      empty += 1
      return []
    }
    const desk = String(Number(customer) % 3)
    return [
      {
        id: invoice,
        kind: refund ? 'refund' : 'order',
        on: date,
        amount,
        currency: 'GBP',
        attributes: { country, returning: returning ? 'yes' : 'no', desk },
      },
    ]
  })
  return { events, empty }
}

/**
 * What can be told of the orders that refunds take back: the last order before in which the same
 * customer bought the same thing. The file is a sample, so most orders are not in it.
 */
export function refundedOrders(): ReadonlyMap<string, string> {
  const bought = new Map<string, string>()
  const refunded = new Map<string, string>()
  for (const { invoice, customer, stock } of invoices().flat()) {
    if (customer === '') continue
    const order = bought.get(`${customer} ${stock}`)
    if (!invoice.startsWith('C')) bought.set(`${customer} ${stock}`, invoice)
    else if (order !== undefined) refunded.set(invoice, order)
  }
  return refunded
}

/** The lines of the file by invoice, in the order of time. */
function invoices(): readonly (readonly InvoiceLine[])[] {
  const file = new URL('./data/online-retail.csv.gz', import.meta.url)
  const [, ...rows] = gunzipSync(readFileSync(file)).toString('utf8').trim().split('\n')
  const byInvoice = new Map<string, InvoiceLine[]>()
  for (const row of rows) {
    const [invoice = '', time = '', stock = '', quantity = '', unitPrice = '', ...who] =
      row.split(',')
    const [customer = '', country = ''] = who
    const line = { invoice, date: time.slice(0, 10), stock, quantity, unitPrice, customer, country }
    const lines = byInvoice.get(invoice)
    if (lines === undefined) byInvoice.set(invoice, [line])
    else lines.push(line)
  }
  return [...byInvoice.values()]
}
