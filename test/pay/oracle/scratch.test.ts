import fc from 'fast-check'
import { test } from 'vitest'
import { anyLife, bookNames } from './lives.js'
import { payBy } from './oracle.js'

test.each(bookNames)('%s', (name) => {
  let lines = 0,
    late = 0,
    held = 0,
    n = 0,
    t = 0,
    g = performance.now()
  for (const { book, data, payments } of fc.sample(anyLife(name), 500)) {
    const s = performance.now()
    for (const run of payBy(book, data, payments)) {
      lines += run.lines.length
      late += run.lines.filter((l) => l.earned !== run.period).length
      held += run.withheld.length
      n++
    }
    t += performance.now() - s
  }
  console.log(name, {
    lines,
    late,
    held,
    runs: n,
    ms: Math.round(t),
    gen: Math.round(performance.now() - g - t),
  })
})
