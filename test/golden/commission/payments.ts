import type { PaymentPolicy } from '../../../src/commission/index.js'
import type { Published } from './published.js'

/** What is paid of what is due month after month, and what of the draw is still owed then. */
export interface PublishedPayments extends Published {
  readonly draw: NonNullable<PaymentPolicy['draw']>
  readonly months: readonly (readonly [due: string, paid: string, owed: string])[]
}

export const payments: readonly PublishedPayments[] = [
  {
    example: 'a recoverable draw over six months',
    source: "Oracle Siebel Incentive Compensation, 'Recoverable Draw Scenario', table 4",
    url: 'https://docs.oracle.com/cd/E05553_01/books/InCompAdm/InCompAdmPlanDesign8.html',
    quote:
      'In March, Smythe earns only $1,500 … the company pays $1,500 plus an additional $500 … In April … $2,375 … $375 is paid back … In May … pays off the draw balance of $125 and receives … $2,875',
    draw: { kind: 'recoverable', amount: '2000' },
    months: [
      ['2750.00', '2750.00', '0.00'],
      ['3000.00', '3000.00', '0.00'],
      ['1500.00', '2000.00', '500.00'],
      ['2375.00', '2000.00', '125.00'],
      ['3000.00', '2875.00', '0.00'],
      ['2750.00', '2750.00', '0.00'],
    ],
  },
  {
    example: 'a recoverable draw paid back at once',
    source: "Xactly, 'The Non-Recoverable Draw Against Commission'",
    url: 'https://www.xactlycorp.com/blog/non-recoverable-draw/',
    quote:
      '$1,500 draw in August … $500 in commissions plus $1,000 … earning $3,000 … first pay back the $1,000 balance, bringing their earned total down to $2,000',
    draw: { kind: 'recoverable', amount: '1500' },
    months: [
      ['500.00', '1500.00', '1000.00'],
      ['3000.00', '2000.00', '0.00'],
    ],
  },
  {
    example: 'a draw that is never paid back',
    source: "Xactly, 'The Non-Recoverable Draw Against Commission'",
    url: 'https://www.xactlycorp.com/blog/non-recoverable-draw/',
    quote: 'the non-recoverable draw … rep taking home $3,000 in September',
    draw: { kind: 'non-recoverable', amount: '1500' },
    months: [
      ['500.00', '1500.00', '0.00'],
      ['3000.00', '3000.00', '0.00'],
    ],
  },
  {
    example: 'a guarantee of 2,000',
    source: "QCommission, 'Recoverable vs Non-Recoverable Draw'",
    url: 'https://www.qcommission.com/blog/recoverable-vs-non-recoverable-draw-what-is-the-difference.html',
    quote:
      'a non-recoverable draw amount of $2000 … only earns $1000 … he will still get $2000 … earns $4000 … the full $4000 and nothing from the draw',
    draw: { kind: 'non-recoverable', amount: '2000' },
    months: [
      ['1000.00', '2000.00', '0.00'],
      ['4000.00', '4000.00', '0.00'],
    ],
  },
  {
    example: 'a shortfall of 1,000 is owed',
    source: "Visdum, 'Recoverable and Non-Recoverable Draws Explained'",
    url: 'https://visdum.com/blog/recoverable-and-non-recoverable-draw',
    quote:
      '$3000 … as a recoverable draw, and the salesperson only makes $2000 … repay the shortfall ($1000)',
    draw: { kind: 'recoverable', amount: '3000' },
    months: [['2000.00', '3000.00', '1000.00']],
  },
]
