import { describe, test } from 'vitest'
import { engine } from './engine.js'
import { laws } from './laws.js'
import { creditBy } from './oracle.js'

/** `npm run nightly` draws more. */
const lives = Math.ceil(Number(process.env['LIVES'] ?? 250) / 10)

describe.each([
  ['brute force', creditBy],
  ['the engine', engine],
])('credited by %s', (_, credits) => {
  test.each(Object.entries(laws))('%s', { timeout: 900_000 }, (_, law) => law(credits, lives))
})
