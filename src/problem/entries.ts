import { nearest } from './nearest.js'
import { at, type Hint, type Problem, problem } from './policy-error.js'
import { namesIn } from './readable.js'

/** A name that stands before in the same list. */
export function repeatedId(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`"${id}" is duplicated`, 'Give each its own, or leave one out'],
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
export type Hints = readonly [en: Hint, zh: Hint]

/**
 * The hint for a name that nothing has: the spelling that was likely meant, or else another hint. It
 * is looked for once the hint is read; names that only one problem knows are best given as a function.
 */
export function likely(
  found: string,
  known: readonly string[] | (() => readonly string[]),
  otherwise?: readonly [en: string, zh: string],
): Hints {
  const names = () => (typeof known === 'function' ? known() : known)
  let near: string | undefined
  let looked = false
  const meant = () => {
    if (!looked) near = nearest(found, names())
    looked = true
    return near
  }
  const hint = (language: 0 | 1, perhaps: (near: string) => string) => () => {
    const name = meant()
    return name === undefined ? (otherwise ?? anyOf(names()))[language] : perhaps(name)
  }
  return [hint(0, (name) => `Perhaps "${name}" was meant`), hint(1, (name) => `也许是“${name}”`)]
}

function anyOf(known: readonly string[]): readonly [en: string, zh: string] {
  if (known.length === 0)
    return ['There is none: add it, or leave this out', '目前没有任何一项：请补充，或删去此处']
  const names = namesIn([...new Set(known)])
  return [`Use one of: ${names.en}`, `可选：${names['zh-CN']}`]
}

/** The problem of a name that is no `what`, in English and in Chinese, with the {@link likely} one. */
export function unknownName(code: string, what: string, was: string) {
  return (path: string, found: string, known: readonly string[]): Problem => {
    const [hint, hintZh] = likely(found, known)
    return problem(code, path, [`"${found}" is no ${what}`, hint], [`没有${was}“${found}”`, hintZh])
  }
}
