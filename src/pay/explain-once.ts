import type { Explanation } from '../formula/index.js'

/** So many lines are told again where they stand. */
const few = 2

/** An explanation in which what was told in full before, word by word, is not told again. */
export function toldOnce(explanation: Explanation, above: string): Explanation {
  const known = new Set<string>()
  const once = (told: Explanation): Explanation => {
    if (told.steps.length === 0 && told.how.length <= few) return told
    const text = JSON.stringify(told)
    if (known.has(text)) return { ...told, how: [above], steps: [] }
    known.add(text)
    return { ...told, steps: numbersOnce(told.steps).map(once) }
  }
  return once(explanation)
}

/** A number that stands in the rule by a name is told once, however often it is used. */
function numbersOnce(steps: readonly Explanation[]): readonly Explanation[] {
  const isNumber = ({ how, steps: below }: Explanation) => how.length === 0 && below.length === 0
  const texts = steps.map((step) => JSON.stringify(step))
  return steps.filter((step, i) => !isNumber(step) || texts.indexOf(texts[i] as string) === i)
}
