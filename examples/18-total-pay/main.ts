import { quantity } from 'payproof'
import { table } from '../table.js'
import { books, monthOf } from './desk.js'
import { payByLastDeal, stretchesOf, worthOfGate } from './rates.js'

const amount = (value: string) => quantity.formatNumber(quantity.decimal(value).toFixed(2))
const percent = (rate: string) => quantity.formatQuantity(rate, 'ratio', 'en')
const lastDeal = '8000.00'
const [today, mended] = [monthOf(books.today, lastDeal), monthOf(books.mended, lastDeal)]

const totalOf = ({ run }: typeof today) =>
  quantity.total(
    run.lines.map((line) => line.amount),
    2,
  )
const rates = (of: typeof today) =>
  table([
    ['From', 'To', 'Earned', 'Paid'],
    ...stretchesOf(of).map(({ from, to, earned, paid }) => [
      ...[amount(from), amount(to)],
      ...[percent(earned), percent(paid)],
    ]),
  ])
/** From which amount on one more yuan is earned, and paid. */
const beginning = (of: typeof today, what: 'earned' | 'paid') =>
  amount(stretchesOf(of).find((each) => each[what] !== '0')?.from ?? '')

console.log(`March of Li Na of the service desk, in CNY

${table([
  ['Line', 'Today', 'Mended'],
  ...today.run.lines.map((line, i) => [
    line.component,
    ...[line, mended.run.lines[i] ?? line].map((each) => amount(each.amount)),
  ]),
  ['Total', amount(totalOf(today)), amount(totalOf(mended))],
])}

Mended, commission comes on top of the minimum wage of 2,490.00: the top-up counts the base alone.
Of the damage of 800.00 a fifth of the pay is taken at most, and the minimum wage is left.

Today: what one more yuan of her last deal earns her, and pays out after the damage

${rates(today)}

Up to ${beginning(today, 'earned')} the top-up falls by what the commission rises: more sold earns nothing.
Up to ${beginning(today, 'paid')} all that she earns above the minimum wage pays off the damage;
beyond, a fifth of each yuan earned does, until it is paid.
这一单不到 ${beginning(today, 'earned')} 元时，多卖一元，提成涨多少，最低工资补差就少多少，她一分钱也没多挣。

Mended: the same, of the same deal

${rates(mended)}

What it is worth to reach a satisfaction of 90 %, before the damage

${table([
  ['Last deal', 'Today', 'Mended'],
  ...[lastDeal, '20500.00', '60000.00', '120000.00'].map((deal) => [
    amount(deal),
    ...[books.today, books.mended].map((book) => amount(worthOfGate(monthOf(book, deal)))),
  ]),
])}

Inputs that the amount changes in a way that no formula follows: ${payByLastDeal(today).held.length}`)
