import { nearest, type Problem, problem } from '../problem/index.js'

/** What can be wrong with the options of a check. */

export function unknownLaw(path: string, law: string, known: readonly string[]): Problem {
  const near = nearest(law, known)
  const [en, zh] =
    near === undefined
      ? [`Use one of: ${known.join(', ')}`, `可用：${known.join('、')}`]
      : [`Perhaps "${near}" was meant`, `也许是“${near}”`]
  return problem(
    'unknown-law',
    path,
    [`there is no law "${law}"`, en],
    [`没有名为“${law}”的法则`, zh],
  )
}
