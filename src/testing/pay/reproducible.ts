import { type PayBook, parseRun, type Run } from '../../pay/index.js'
import { canonicalJson } from '../../problem/index.js'
import type { Figures } from '../arbitraries/figures.js'
import { dataOf, turned } from './retold.js'
import { type Found, type PayCase, runsOf, shown } from './runs.js'

/** The same book and data: in another order, from what is kept of the run before alone, and in shards of people. */
export function unlikeRetold(of: PayCase): Found {
  const runs = runsOf(of)
  const inOrder = shown(
    { en: 'Data in another order are paid otherwise', 'zh-CN': '数据顺序不同，报酬不同' },
    otherLines(runs, runsOf({ ...of, data: turned(of.data) })),
  )
  if (inOrder !== undefined) return inOrder
  const kept = runsOf(of, { kept: (before) => parseRun(JSON.parse(JSON.stringify(before))) })
  const fromKept = shown(
    { en: 'What follows a run that was stored pays otherwise', 'zh-CN': '由存档续算，报酬不同' },
    otherLines(runs, kept),
  )
  return fromKept ?? unlikeShards(of, runs)
}

/** Shards each have the first of the people, as somebody must have what is read. */
function unlikeShards(of: PayCase, runs: readonly Run[]): Found {
  const { book, data } = of
  const [first, ...others] = data.people
  if (first === undefined || others.length < 2) return undefined
  const isOwn = ownOnly(book)
  for (const half of [0, 1]) {
    const people = [first, ...others.filter((_, i) => i % 2 === half)]
    const ids = new Set(people.map(({ id }) => id))
    const shard = runsOf({ ...of, data: dataOf(data, people) })
    const own = (all: readonly Run[]) =>
      all.map((run) => ({
        ...run,
        lines: run.lines.filter(({ component, person }) => isOwn(component) && ids.has(person)),
      }))
    const says = {
      en: 'Some of the people alone are paid otherwise',
      'zh-CN': '分批计算，报酬不同',
    }
    const found = shown(says, otherLines(own(runs), own(shard)))
    if (found !== undefined) return found
  }
  return undefined
}

/** Whether a component is worked out from its owner's own data. */
function ownOnly({ components }: PayBook): (component: string) => boolean {
  return (component) => components.get(component)?.wide === false
}

/** The lines of runs that are not the same, run by run, whatever order they stand in. */
function otherLines(first: readonly Run[], second: readonly Run[]): readonly Figures[] {
  return first.flatMap((run, i) => {
    const [own, others] = [run, second[i] as Run].map(byKey) as [Keyed, Keyed]
    return [...new Set([...own.keys(), ...others.keys()])].flatMap((key) => {
      const [one, other] = [own.get(key), others.get(key)]
      if (canonicalJson(one ?? null) === canonicalJson(other ?? null)) return []
      const { component, person, earned } = (one ?? other) as Run['lines'][number]
      return [
        {
          run: run.period,
          component,
          person,
          earned: earned.period,
          pays: one?.amount ?? 'nothing',
          'then pays': other?.amount ?? 'nothing',
        },
      ]
    })
  })
}

type Keyed = ReadonlyMap<string, Run['lines'][number]>

function byKey({ lines }: Run): Keyed {
  return new Map(
    lines.map((line) => {
      const { component, person, assignment, earned } = line
      return [JSON.stringify([component, person, assignment, earned]), line]
    }),
  )
}
