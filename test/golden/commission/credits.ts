import type { TouchModel } from '../../../src/credit/index.js'
import type { Published } from './published.js'

/** A sale shared by fixed shares, and what each person then earns at one rate. */
export interface PublishedSplit extends Published {
  readonly sale: string
  readonly shares: Readonly<Record<string, string>>
  readonly rates: Readonly<Record<string, string>>
  readonly pays: Readonly<Record<string, string>>
}

const prowi = 'https://www.prowi.io/en/glossary'

export const splits: readonly PublishedSplit[] = [
  {
    example: 'two territories at 60 and 40 %',
    source: "Prowi, 'Split Commission', territory overlap",
    url: `${prowi}/split-commission`,
    quote: 'Rep A 60% $60,000 $6,000; Rep B 40% $40,000 $4,000; Total $100,000 $10,000',
    sale: '100000.00',
    shares: { a: '0.6', b: '0.4' },
    rates: { a: '0.10', b: '0.10' },
    pays: { a: '6000.00', b: '4000.00' },
  },
  {
    example: 'a departing representative hands over',
    source: "Prowi, 'Split Commission', handoff",
    url: `${prowi}/split-commission`,
    quote: 'Departing Rep 60% $4,800; New Rep 40% $3,200; Total ($80k deal @ 10%) $8,000',
    sale: '80000.00',
    shares: { departing: '0.6', next: '0.4' },
    rates: { departing: '0.10', next: '0.10' },
    pays: { departing: '4800.00', next: '3200.00' },
  },
  {
    example: 'one who finds and one who closes, at rates of their own',
    source: "Prowi, 'Split Commission', SDR/AE split",
    url: `${prowi}/split-commission`,
    quote: '$100,000 deal: SDR 15% … 2% of ACV … $300; AE 85% 10% of ACV $8,500',
    sale: '100000.00',
    shares: { finder: '0.15', closer: '0.85' },
    rates: { finder: '0.02', closer: '0.10' },
    pays: { finder: '300.00', closer: '8500.00' },
  },
]

/** A manager's share of a team's sales. */
export interface PublishedOverride extends Published {
  readonly rate: string
  readonly override: string
  readonly team: readonly (readonly [sales: string, pay: string, forManager: string])[]
  readonly manager: string
}

export const overrides: readonly PublishedOverride[] = [
  {
    example: 'a manager earns 3 % of what five people sell',
    source: "Prowi, 'Override Commission'",
    url: `${prowi}/override-commission`,
    quote:
      'Rep A $75,000 $7,500 $2,250; B $60,000 $6,000 $1,800; C $67,500 $6,750 $2,025; D $52,500 $5,250 $1,575; E $45,000 $4,500 $1,350; Total $300,000 $30,000 $9,000',
    rate: '0.10',
    override: '0.03',
    team: [
      ['75000.00', '7500.00', '2250.00'],
      ['60000.00', '6000.00', '1800.00'],
      ['67500.00', '6750.00', '2025.00'],
      ['52500.00', '5250.00', '1575.00'],
      ['45000.00', '4500.00', '1350.00'],
    ],
    manager: '9000.00',
  },
]

/** What a sale gives to each touch before it; touches are the days before the sale. */
export interface PublishedAttribution extends Published {
  readonly model: TouchModel
  readonly sale: string
  readonly touches: readonly number[]
  readonly credits: readonly string[]
}

const path = [9, 7, 5, 2, 0]
const uShaped = { kind: 'position', first: '0.4', last: '0.4', middle: '0.2' } as const
const nova = {
  source: "NovaCalculator, 'Multi-Touch Attribution Weighting Modeler', example 1",
  url: 'https://www.novacalculator.com/multitouchattributionweightingmodelercalculator/',
}
const vermorel = {
  source: "Adrienne Vermorel, 'Position-based and time-decay attribution in SQL'",
  url: 'https://adriennevermorel.com/articles/sql-attribution-position-based-time-decay',
}

export const attributions: readonly PublishedAttribution[] = [
  {
    example: 'the first of five touches',
    ...nova,
    quote:
      'Display Ad → Organic Social → Paid Search → Email → Direct. $200 … Display: 100% credit = $200',
    model: { kind: 'first' },
    sale: '200.00',
    touches: path,
    credits: ['200.00', '0.00', '0.00', '0.00', '0.00'],
  },
  {
    example: 'the last of five touches',
    ...nova,
    quote: 'Last-Touch Attribution: Direct: 100% credit = $200',
    model: { kind: 'last' },
    sale: '200.00',
    touches: path,
    credits: ['0.00', '0.00', '0.00', '0.00', '200.00'],
  },
  {
    example: 'five touches alike',
    ...nova,
    quote: 'Linear Attribution: Each: 20% credit = $40',
    model: { kind: 'linear' },
    sale: '200.00',
    touches: path,
    credits: ['40.00', '40.00', '40.00', '40.00', '40.00'],
  },
  {
    example: 'four touches alike',
    source: 'Ehandel Partner, linear model',
    url: 'http://ehandelpartner.com/linear-model/',
    quote: 'if the value of the sale is 100€, each of the listed partner will be allocated … 25€',
    model: { kind: 'linear' },
    sale: '100.00',
    touches: [4, 3, 3, 0],
    credits: ['25.00', '25.00', '25.00', '25.00'],
  },
  {
    example: 'three touches alike',
    source: 'Growify Academy, Linear',
    url: 'https://docs.growify.ai/growify-academy/publish-your-docs/linear',
    quote: '$210 … three touchpoints … a conversion value of $70 for each',
    model: { kind: 'linear' },
    sale: '210.00',
    touches: [20, 10, 0],
    credits: ['70.00', '70.00', '70.00'],
  },
  {
    example: 'four touches of an 80 dollar order',
    source: 'Golden Digital, Linear Attribution',
    url: 'https://tools.goldendigital.co/glossary/linear-attribution',
    quote:
      'Each receives 25% of the $80 … Facebook: $20 | Influencer: $20 | Email: $20 | Google: $20',
    model: { kind: 'linear' },
    sale: '80.00',
    touches: [12, 8, 3, 1],
    credits: ['20.00', '20.00', '20.00', '20.00'],
  },
  {
    example: 'U-shaped, 40-20-40',
    ...vermorel,
    quote: 'First touchpoint: 40%; Last touchpoint: 40%; All middle touchpoints: 20% split equally',
    model: uShaped,
    sale: '100.00',
    touches: [8, 6, 4, 0],
    credits: ['40.00', '10.00', '10.00', '40.00'],
  },
  {
    example: 'U-shaped with two touches and with one',
    ...vermorel,
    quote: 'Single-touchpoint conversions get 100% … Two-touchpoint conversions split credit 50/50',
    model: uShaped,
    sale: '100.00',
    touches: [8, 0],
    credits: ['50.00', '50.00'],
  },
  {
    example: 'time decay with a half-life of 7 days, 100 sales of 200',
    source: "CalcBee, 'Time-Decay Attribution Calculator'",
    url: 'https://calcbee.pages.dev/calculators/marketing/attribution/time-decay-attribution-calculator',
    quote:
      '$20,000.00 … TP #1 (30d before) $472.72; (24d) $856.31; (18d) $1,551.16; (12d) $2,809.85; (6d) $5,089.89; (0d) $9,220.07',
    model: { kind: 'time-decay', halfLife: 7 },
    sale: '20000.00',
    touches: [30, 24, 18, 12, 6, 0],
    credits: ['472.72', '856.31', '1551.16', '2809.85', '5089.89', '9220.07'],
  },
]

/** What sets of channels earn, by their letters, and the Shapley value of each channel. */
export interface PublishedShapley extends Published {
  readonly worths: Readonly<Record<string, string>>
  readonly values: Readonly<Record<string, string>>
}

/** An airport game: a set needs the runway of its largest plane. Worths are times 6, to stay whole. */
function airport(costs: readonly number[]): Record<string, string> {
  const planes = costs.map((cost, i) => ({ plane: 'ABCDEF'[i] as string, cost }))
  const sets = Array.from({ length: 2 ** costs.length - 1 }, (_, set) =>
    planes.filter((_, i) => ((set + 1) >> i) & 1),
  )
  return Object.fromEntries(
    sets.map((set) => [
      set.map(({ plane }) => plane).join(''),
      String(6 * Math.max(...set.map(({ cost }) => cost))),
    ]),
  )
}

export const shapleys: readonly PublishedShapley[] = [
  {
    example: 'a singer and a pianist',
    source: 'S. Moretti, LAMSADE, slides on cooperative games',
    url: 'https://studylib.net/doc/9282877/slides---lamsade',
    quote:
      'Alone, player 1 (singer) and 2 (pianist) can earn 100€ 200€. Together (duo) 700€ … (300, 400) = Shapley value',
    worths: { S: '100', P: '200', SP: '700' },
    values: { S: '300', P: '400' },
  },
  {
    // Worths are times 6, to stay whole.
    example: 'the glove game',
    source: 'Wikipedia, Shapley value, glove game',
    url: 'https://en.wikipedia.org/wiki/Shapley_value',
    quote:
      'players 1 and 2 have right-hand gloves and player 3 has a left-hand glove … 1/6, 1/6, 2/3',
    worths: { A: '0', B: '0', C: '0', AB: '0', AC: '6', BC: '6', ABC: '6' },
    values: { A: '1', B: '1', C: '4' },
  },
  {
    example: 'a dummy player and two symmetric ones',
    source: 'Wiskunde op Tiu, Shapleywaarde',
    url: 'https://wiskundeoptiu.nl/cooperatieve-speltheorie-voor-wiskunde-b/cooperatieve-spelen/shapleywaarde/eigenschappen-35',
    quote: 'v({1,3}) = 1, v(N) = 1 … φ(v) = (1/2, 0, 1/2)',
    worths: { A: '0', B: '0', C: '0', AB: '0', AC: '2', BC: '0', ABC: '2' },
    values: { A: '1', B: '0', C: '1' },
  },
  {
    example: 'the airport game of three planes',
    source: 'Mathematics Stack Exchange, question 2541276',
    url: 'https://math.stackexchange.com/questions/2541276',
    quote: 'c = (100,160,200) … sh = (100,190,310)/3',
    worths: airport([100, 160, 200]),
    values: { A: '200', B: '380', C: '620' },
  },
  {
    example: 'the airport game of six planes',
    source: 'Mathematics Stack Exchange, question 4152535',
    url: 'https://math.stackexchange.com/questions/4152535',
    quote: 'c = (40, 50, 60, 70, 80, 90) … sh = (40,52,67,87,117,177)/6',
    worths: airport([40, 50, 60, 70, 80, 90]),
    values: { A: '40', B: '52', C: '67', D: '87', E: '117', F: '177' },
  },
]
