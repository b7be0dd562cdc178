import type { Line, LinkedComponent } from '../pay/index.js'
import { clauseOf, lastVersion, titleOf } from '../pay/internal.js'
import type { Label } from '../problem/index.js'
import { push } from '../problem/push.js'
import { total } from '../quantity/index.js'

/** What a line's component is called, and what it is paid by. */
export interface Described {
  readonly label: Label
  readonly clause?: string
  readonly tags: readonly string[]
}

/** What the version says that the last part of a line was worked out by; the last one of a line without parts. */
export function versionOf(component: LinkedComponent, { parts }: Pick<Line, 'parts'>): Described {
  const last = parts.at(-1)
  const version =
    (last && component.versions.find(({ from }) => from === last.version)) ?? lastVersion(component)
  const clause = clauseOf(version)
  return {
    label: titleOf(version),
    ...(clause !== undefined && { clause }),
    tags: component.tags,
  }
}

/** The sums of what has each tag, by the names of the tags. */
export function sumsByTag(
  items: readonly { readonly tags: readonly string[]; readonly amount: string }[],
  places: number,
): Readonly<Record<string, string>> {
  const tagged = new Map<string, string[]>()
  for (const { tags, amount } of items) for (const tag of tags) push(tagged, tag, amount)
  const sums = [...tagged].map(([tag, of]): [string, string] => [tag, total(of, places)])
  return Object.fromEntries(sums.sort())
}
