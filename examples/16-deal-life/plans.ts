import { formula, pay, quantity } from 'payproof'

const { above, all, atLeast, constant, divide, marginal, minimum, multiply, round, when } = formula
const yuan = quantity.money('CNY')
const cents = { places: 2, rounding: 'half-up' } as const
const none = constant('0.00', yuan)

/** Up to the end of a row of records, or up to just before its start. */
type Through = 'row' | 'before'
type Amount = (through: Through) => formula.Expression
type Kind = 'direct' | 'team'

/** What the credits of a kind come to: of the row's deal from its beginning on, or of all in the year. */
const credited =
  (value: string, kind: Kind, of: 'deal' | 'year' = 'deal'): Amount =>
  (through) =>
    pay.records('credits', 'sum', {
      value,
      unit: yuan,
      scale: 6,
      where: { credit: [kind] },
      over: { since: of === 'deal' ? 'ever' : 'year', through },
      ...(of === 'deal' && { same: ['deal'] }),
      input: `${value}.${through}`,
    })

const percent = (rate: string, of: formula.Expression) => multiply(of, constant(rate))
const [sold, received] = [credited('sales', 'direct'), credited('collections', 'direct')]

/** What is due of a deal by the end of a row, less what was due just before it: together all that is due. */
const perDeal = (
  name: string,
  kind: Kind,
  due: Amount,
  { over, ...more }: { readonly over?: pay.Over; readonly label: pay.Component['label'] },
) =>
  pay.component(
    name,
    {
      pays: 'due',
      each: {
        record: 'credits',
        by: 'deal',
        where: { credit: [kind] },
        ...(over !== undefined && { over }),
      },
      ...more,
    },
    formula.subtract(round(due('row'), cents), round(due('before'), cents)),
  )

/** 3 % of the first 100,000 of a year and 5 % of the rest: each deal has its slice in the order of booking. */
const slices = (through: Through) =>
  round(
    marginal(credited('sales', 'direct', 'year')(through), [
      { from: '0', rate: '0.03' },
      { from: '100000', rate: '0.05' },
    ]),
    cents,
  )
const plan = pay.component(
  'plan',
  { each: { record: 'credits', where: { credit: ['direct'] } } },
  formula.subtract(slices('row'), slices('before')),
)

/** The deal's slice, for as much as is received of what is sold. */
const commission: Amount = (through) => {
  const slice = pay.amount('plan', yuan, 2, {
    same: ['deal'],
    over: { since: 'ever', through },
    input: `slice.${through}`,
  })
  const bare = (of: formula.Expression) =>
    divide(of, constant('1', yuan), { places: 6, rounding: 'half-up' })
  const part = minimum(received(through), sold(through))
  return when(
    above(sold(through), none),
    divide(multiply(slice, bare(part)), bare(sold(through)), cents),
    none,
  )
}

/** 1 % of deals with a margin of 30 %. */
const bonus: Amount = (through) =>
  when(
    atLeast(credited('margin', 'direct')(through), percent('0.3', sold(through))),
    percent('0.01', sold(through)),
    none,
  )

/** 1 % of a deal of the team, once all of it is received. */
const team: Amount = (through) => {
  const [teamSold, teamReceived] = [credited('sales', 'team'), credited('collections', 'team')]
  return when(
    all(above(teamSold(through), none), atLeast(teamReceived(through), teamSold(through))),
    percent('0.01', teamSold(through)),
    none,
  )
}

export const book = pay.book(
  [
    plan,
    perDeal('commission', 'direct', commission, { label: 'Commission, as it is received' }),
    perDeal('bonus', 'direct', bonus, {
      over: { ago: { days: 30 } },
      label: 'Margin bonus, after 30 days',
    }),
    perDeal('team', 'team', team, { label: 'Team, once all is received' }),
  ],
  { currency: 'CNY', retro: 3 },
)
