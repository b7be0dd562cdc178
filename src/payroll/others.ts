import type { LinkedComponent, LinkedVersion, PayBook, Source } from '../pay/index.js'
import { remembered } from '../problem/remembered.js'

/**
 * Which inputs tell of other people: values read among others, records of all, sums of a group or of the
 * company, what is divided among people, and components that are made of such. What a paying component
 * of the person's own comes to is theirs, whatever it was made of: they are paid it.
 */
export type Others = (version: LinkedVersion | undefined, input: string) => boolean

/** Worked out once a book: neither changes. */
export const othersIn: (book: PayBook) => Others = remembered((book: PayBook): Others => {
  const divided = dividedIn(book)
  const telling = new Map<string, boolean>()
  const tells = (source: Named): boolean =>
    source.among !== undefined || namesRead(book, source).some(ofOthers)
  const ofOthers = (name: string): boolean => {
    const known = telling.get(name)
    if (known !== undefined) return known
    // Of one that reads itself over time: what else it reads says.
    telling.set(name, false)
    const component = book.components.get(name) as LinkedComponent
    const found = divided.has(name) || (!isOwnPay(component) && readsOthers(component))
    telling.set(name, found)
    return found
  }
  const readsOthers = ({ of, versions }: LinkedComponent): boolean =>
    versions.some(({ component: { reads } }) =>
      Object.values(reads).some((source) => isOfOthers(source, of, tells)),
    )
  return (version, input) => {
    const source = version?.component.reads[input]
    return source === undefined || isOfOthers(source, 'person', tells)
  }
}, new WeakMap())

type Named = Extract<Source, { readonly from: 'component' }>

function isOfOthers(
  source: Source,
  of: LinkedComponent['of'],
  tells: (source: Named) => boolean,
): boolean {
  switch (source.from) {
    case 'attribute':
    case 'figure':
    case 'time':
    case 'record':
      return false
    case 'records':
      return source.whose === 'all' || isOfMany(of)
    case 'component':
      return tells(source)
  }
}

function isOfMany(of: LinkedComponent['of']): boolean {
  return of === 'company' || typeof of === 'object'
}

function isOwnPay({ pays, of }: LinkedComponent): boolean {
  return pays !== undefined && !isOfMany(of)
}

/** The components that a source reads; a book that is linked has every tag that is read. */
function namesRead({ tagged }: PayBook, source: Named): readonly string[] {
  return 'name' in source ? [source.name] : (tagged.get(source.tag) as readonly string[])
}

/** The components that are divided among people. */
function dividedIn(book: PayBook): ReadonlySet<string> {
  const names = [...book.components.values()].flatMap(({ versions }) =>
    versions.flatMap(({ component: { reads } }) =>
      Object.values(reads).flatMap((source) => {
        if (source.from !== 'component' || typeof source.among?.as !== 'object') return []
        if (!('share' in source.among.as)) return []
        return namesRead(book, source)
      }),
    ),
  )
  return new Set(names)
}
