import { readFileSync } from 'node:fs'
import { equity } from 'payproof'

const [header = '', ...lines] = readFileSync(
  new URL('../data/pay-gap-people.csv', import.meta.url),
  'utf8',
)
  .trim()
  .split('\n')
const names = header.split(',')

const kinds = {
  attributes: ['sex', 'department', 'grade', 'manager'],
  amounts: ['base', 'bonus', 'rangeMaximum', 'direct', 'assisted'],
  measures: ['tenure', 'hours'],
}

/** The people of the shop. An empty cell is nothing at all: the head of a department has no manager. */
export const people = equity.parsePeople(
  lines.map((line) => {
    const cells = new Map(line.split(',').map((cell, i) => [names[i] ?? '', cell]))
    const part = (keys: readonly string[]) =>
      Object.fromEntries(
        keys.map((key) => [key, cells.get(key) ?? '']).filter(([, cell]) => cell !== ''),
      )
    return {
      id: cells.get('id'),
      attributes: part(kinds.attributes),
      amounts: part(kinds.amounts),
      measures: part(kinds.measures),
    }
  }),
)

export const comparison: equity.Comparison = {
  attribute: 'sex',
  reference: 'men',
  compared: 'women',
  minimum: 5,
}

/** Basic pay and bonus of an hour, in yuan. */
export const pay: equity.Pay = { amounts: ['base', 'bonus'], missing: 'fail' }

export const report = equity.directiveReport({
  people,
  comparison,
  base: ['base'],
  variable: ['bonus'],
  category: 'grade',
})
