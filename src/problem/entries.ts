import { nearest } from './nearest.js'
import { at, type Problem, problem } from './policy-error.js'

/** A name that stands before in the same list. */
export function repeatedId(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`"${id}" stands more than once`, 'Give each its own, or leave one out'],
    [`“${id}”重复出现`, '请各用各的标识，或删去一项'],
  )
}

/**
 * The entries whose value under `key` an earlier entry has; each path ends in the key. `tell` gives
 * the problem in words of its own.
 */
export function repeatedIds<K extends string>(
  path: string,
  entries: readonly Readonly<Record<K, string>>[],
  key: K,
  tell: typeof repeatedId = repeatedId,
): readonly Problem[] {
  return repeats(entries.map((entry) => entry[key])).map(([i, id]) =>
    tell(at(at(path, i), key), id),
  )
}

/** The texts of a plain list that stand there before. */
export function repeatedTexts(path: string, texts: readonly string[]): readonly Problem[] {
  return repeats(texts).map(([i, text]) => repeatedId(at(path, i), text))
}

function repeats(texts: readonly string[]): readonly (readonly [index: number, text: string])[] {
  const seen = new Set<string>()
  return [...texts.entries()].filter(([, text]) => {
    if (seen.has(text)) return true
    seen.add(text)
    return false
  })
}

/** A hint in English and in Chinese. */
export type Hints = readonly [en: string, zh: string]

/** The hint for a name that nothing has: the spelling that was likely meant, or else another hint. */
export function likely(
  found: string,
  known: readonly string[],
  otherwise: Hints = anyOf(known),
): Hints {
  const near = nearest(found, known)
  return near === undefined ? otherwise : [`Perhaps "${near}" was meant`, `也许是“${near}”`]
}

function anyOf(known: readonly string[]): Hints {
  const names = [...new Set(known)]
  return known.length === 0
    ? ['There is none: add it, or leave this out', '目前没有任何一项：请补充，或删去此处']
    : [`Use one of: ${names.join(', ')}`, `可选：${names.join('、')}`]
}

/** The problem of a name that is no `what`, in English and in Chinese, with the {@link likely} one. */
export function unknownName(code: string, what: string, was: string) {
  return (path: string, found: string, known: readonly string[]): Problem => {
    const [hint, hintZh] = likely(found, known)
    return problem(code, path, [`"${found}" is no ${what}`, hint], [`没有${was}“${found}”`, hintZh])
  }
}
