import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import * as testing from '../../src/testing/index.js'

const rows = readFileSync('docs/testing.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| (`\w+`)? +\| `/.test(line))
const column = (index: number) =>
  rows.flatMap((row) =>
    [...(row.split('|')[index] as string).matchAll(/`(\w+)/g)].map(([, name]) => name as string),
  )

test('the page on testing has what draws for every schema', async () => {
  const modules = readdirSync('src', { withFileTypes: true }).filter((each) => each.isDirectory())
  const exported = await Promise.all(
    modules.map(async ({ name }) => Object.keys(await import(`../../src/${name}/index.ts`))),
  )
  const parsers = exported.flat().filter((name) => /^parse[A-Z]/.test(name))
  // A period is a text, not JSON.
  const missing = parsers.filter((name) => name !== 'parsePeriod' && !column(3).includes(name))
  expect(missing).toEqual([])
})

test('the page on testing names each arbitrary, and no other', () => {
  const others = ['checkPolicy', 'assertPolicy', 'describeReport', 'figuresOf']
  const drawn = Object.entries(testing).flatMap(([name, exported]) =>
    typeof exported !== 'function' || others.includes(name) || name.startsWith('ruleOf')
      ? []
      : [name],
  )
  expect(column(2).sort()).toEqual(drawn.sort())
})
