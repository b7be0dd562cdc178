import fc from 'fast-check'
import { test } from 'vitest'
import { engine } from './engine.js'
import { anyLife, bookNames } from './lives.js'
import { payBy } from './oracle.js'
test.each(bookNames)('%s', (name) => {
  if (process.env.BOOK && process.env.BOOK !== name) return
  const out = fc.check(fc.property(anyLife(name), ({ book, data, payments }) => {
      const [a, b] = [engine(book, data, payments), payBy(book, data, payments)]
      return JSON.stringify(a) === JSON.stringify(b)
  }), { endOnFailure: true, numRuns: Number(process.env.RUNS ?? 300), ...(process.env.SEED && {seed: Number(process.env.SEED)}) })
  if (!out.failed) return console.log(name, 'fine')
  if (!out.counterexample) return console.log(name, out)
  const { book, data, payments } = out.counterexample[0]
  let a, b
  try { ;[a, b] = [engine(book, data, payments), payBy(book, data, payments)] } catch (e) { return console.log(name, e) }
  const i = a.findIndex((r, j) => JSON.stringify(r) !== JSON.stringify(b[j]))
  console.log(name, out.numRuns, 'retro', book.retro, JSON.stringify(payments), 'run', i)
  const d = (x: any[], y: any[]) => x.filter((l) => !y.some((m) => JSON.stringify(l) === JSON.stringify(m)))
  console.log('engine only', JSON.stringify(d(a[i]!.lines, b[i]!.lines as never)), d(a[i]!.withheld, b[i]!.withheld as never))
  console.log('oracle only', JSON.stringify(d(b[i]!.lines, a[i]!.lines as never)), d(b[i]!.withheld, a[i]!.withheld as never))
  for (const [j, r] of a.slice(0, i + 1).entries()) console.log(j, r.period, r.asOf, JSON.stringify(r.withheld), JSON.stringify(r.lines.map((l) => `${l.component} ${l.person} ${l.earned} ${l.amount}`)))
  if (process.env.BOOK) console.log(JSON.stringify(data.people.map(p=>({id:p.id, e:p.employment, d:p.attributes.department, f: p.figures})), null, 0), JSON.stringify(data.groups), JSON.stringify(data.records))
})
