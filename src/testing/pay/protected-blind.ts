import { protectedIn } from '../../attrition/index.js'
import type { Crediting, CreditKind } from '../../credit/index.js'
import type { PayBook } from '../../pay/index.js'
import { namesRead } from '../../pay/internal.js'
import type { PolicyBook } from '../../payroll/index.js'
import type { LawReport } from '../report.js'

/** A component or a crediting, with the names that it reads and those of which it says why. */
interface Reader {
  readonly reader: string
  readonly reads: readonly string[]
  readonly mayRead?: Readonly<Record<string, string>> | undefined
}

/**
 * Whether nothing in a book reads what tells a protected attribute of a person, but for components that say why;
 * who is credited is told apart by none.
 */
export function protectedBlind(book: PayBook | PolicyBook, of: string): LawReport {
  let declared = false
  for (const { reader, reads, mayRead = {} } of readersIn(book))
    for (const name of reads) {
      const attribute = protectedIn(name)
      if (attribute === undefined) continue
      if (Object.hasOwn(mayRead, name)) {
        declared = true
        continue
      }
      const { label } = attribute
      const says = {
        en: `"${reader}" reads "${name}", which tells the ${label.en} of a person`,
        'zh-CN': `“${reader}”读取“${name}”，涉及个人的${label['zh-CN']}`,
      }
      const law = 'protected-blind'
      return { law, of, outcome: 'broken', runs: 0, broken: { says, rows: [] } }
    }
  return { law: 'protected-blind', of, outcome: declared ? 'declared' : 'proved', runs: 0 }
}

function readersIn(book: PayBook | PolicyBook): readonly Reader[] {
  const components = [...book.components.values()].flatMap(({ name: reader, versions }) =>
    versions.map(({ component }) => ({
      reader,
      reads: namesRead(component),
      mayRead: component.mayRead,
    })),
  )
  if (!('crediting' in book)) return components
  const creditings = Object.entries(book.crediting).map(
    ([reader, { credits }]: [string, Crediting]) => ({
      reader,
      reads: Object.values(credits).flatMap(namesReadBy),
    }),
  )
  return [...components, ...creditings]
}

/** The attributes of deals and people that say who is credited, or for which deals. */
function namesReadBy(kind: CreditKind): readonly string[] {
  if ('rules' in kind)
    return kind.rules.flatMap(({ where = {}, by, owner }) => [
      ...Object.keys(where),
      ...[by, owner].filter((name) => name !== undefined),
    ])
  if ('touches' in kind) return [kind.touches.by, ...Object.keys(kind.where ?? {})]
  const { manager, ranked, whose = {}, qualified = {} } = kind
  return [
    manager,
    ...(ranked === undefined ? [] : [ranked.rank]),
    ...Object.keys({ ...whose, ...qualified }),
  ]
}
