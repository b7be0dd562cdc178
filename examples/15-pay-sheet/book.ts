import { payroll } from 'payproof'
import { bonuses } from './bonuses.js'
import { payment } from './payment.js'
import { wages } from './wages.js'

/** The company's pay; the working days are those of England. Two months stay open after their own. */
export const book = payroll.parseBook({
  ...{ format: 2, id: 'shop', currency: 'GBP', retro: 2 },
  basis: {
    working: {
      basis: 'working-days',
      weekend: ['saturday', 'sunday'],
      holidays: ['2011-04-22', '2011-04-25', '2011-04-29', '2011-05-02', '2011-05-30'],
    },
  },
  policies: [...wages, ...bonuses, ...payment],
})
