import { expect, test } from 'vitest'
import { add, constant, input, match } from '../../src/formula/index.js'
import { withInputs } from '../../src/formula/internal.js'

const sales = input('sales', 'count', 0)
const chosen = match('kind', { a: sales }, constant('1', 'count'))

test('inputs become what is made of them, and choices by a text stay', () => {
  const two = constant('2', 'count')
  expect(withInputs(add(sales, chosen), () => two)).toEqual(
    add(two, match('kind', { a: two }, constant('1', 'count'))),
  )
})

test('choices become what is made of them', () => {
  const first = withInputs(
    chosen,
    (node) => node,
    ({ cases }) => cases['a'] ?? sales,
  )
  expect(first).toEqual(sales)
})
