import { nearest } from './nearest.js'
import { at, type Problem, problem } from './policy-error.js'

/** The entries whose value under `key` an earlier entry has; each path ends in the key. */
export function repeatedIds<K extends string>(
  path: string,
  entries: readonly Readonly<Record<K, string>>[],
  key: K,
): readonly Problem[] {
  const ids = entries.map((entry) => entry[key])
  return ids.flatMap((id, i) => (ids.indexOf(id) < i ? [repeatedId(at(at(path, i), key), id)] : []))
}

/** The texts of a plain list that stand there before. */
export function repeatedTexts(path: string, texts: readonly string[]): readonly Problem[] {
  return texts.flatMap((text, i) =>
    texts.indexOf(text) < i ? [repeatedId(at(path, i), text)] : [],
  )
}

export function repeatedId(path: string, id: string): Problem {
  return problem(
    'repeated-id',
    path,
    [`"${id}" stands more than once`, 'Give each its own, or leave one out'],
    [`“${id}”重复出现`, '请各用各的标识，或删去一项'],
  )
}

/**
 * The problem of a name that nothing has: `what` there is not, in English and Chinese. Its hint is the
 * spelling that was likely meant, or all there are.
 */
export function unknownName(code: string, what: string, was: string) {
  return (path: string, found: string, known: readonly string[]): Problem => {
    const near = nearest(found, known)
    return problem(
      code,
      path,
      [
        `"${found}" is no ${what}`,
        near === undefined ? `Use one of: ${known.join(', ')}` : `Perhaps "${near}" was meant`,
      ],
      [
        `没有${was}“${found}”`,
        near === undefined ? `可选：${known.join('、')}` : `也许是“${near}”`,
      ],
    )
  }
}
