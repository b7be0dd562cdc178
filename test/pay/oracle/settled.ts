import { decimal } from '../../../src/quantity/index.js'
import { compare, monthsFrom } from './known.js'
import {
  beginOf,
  divides,
  dueOf,
  isHeld,
  type Key,
  keyOf,
  type Paid,
  type PaidLine,
  type Payment,
  peopleOf,
  type RunOf,
} from './ledger.js'
import { formulaOf } from './worth-formula.js'
import { closingOf, type Worths, worthsOf } from './worth-in-run.js'
import { componentOf, type Worth } from './worth-row.js'

interface Claim {
  readonly component: string
  readonly key: string
  readonly person: string
  readonly month: string
  readonly past: Key | undefined
  readonly worth: Worth
}

export function settled(run: RunOf): Pick<Paid, 'lines' | 'withheld'> {
  const { book, data, payment, first, keys } = run
  const { worth, all } = worthsOf(run)
  const lines: PaidLine[] = []
  const withheld: string[] = []
  const due = dueOf(book)
  const months = monthsFrom(beginOf(data), payment.period)
  // A number that others read is worked out whether or not they come to read it.
  for (const [name, versions] of Object.entries(book.components)) {
    const owners = versions[0]?.value.of === 'company' ? ['company' as const] : peopleOf(data)
    for (const month of months) for (const owner of owners) worth(name, owner, month, book.retro)
  }
  for (const { name, component, retro } of due) {
    const claims = months.flatMap((month) =>
      data.people.flatMap(({ id }): Claim[] => {
        const key = keyOf(name, { person: id }, month, retro)
        const past = keys.get(key)
        const found = worth(name, { person: id }, month, retro)
        if (!found.row && past?.settled === undefined) return []
        return [{ component: name, key, person: id, month, past, worth: found }]
      }),
    )
    const failing = claims.filter(({ worth: it }) => it.row && 'error' in it)
    for (const { person, month, past } of failing)
      if (
        month >= first &&
        asked(payment, person) &&
        (closingOf(run, month, retro).open || past?.held || isHeld(run, component, month, retro))
      )
        withheld.push(`${name} ${person} ${month}`)
    for (const claim of claims) {
      if (failing.includes(claim) || !asked(payment, claim.person)) continue
      const { past, worth: it, person, month } = claim
      const scale = formulaOf(component.formula).scale
      const entitled = decimal(it.row && 'value' in it ? it.value : '0')
      const before = decimal(past?.settled ?? '0')
      const amount = entitled.minus(before)
      const changes = past?.settled === undefined || !amount.isZero()
      if (
        changes &&
        divides(component) &&
        blocked(
          run,
          claims.filter(({ month }) => month === claim.month),
        )
      ) {
        withheld.push(`${name} ${person} ${month}`)
        continue
      }
      const written = !amount.isZero() || (month === payment.period && it.row)
      const text = (number: typeof amount) =>
        (number.isZero() ? number.abs() : number).toFixed(scale)
      if (written)
        lines.push({
          component: name,
          person,
          earned: month,
          entitled: text(entitled),
          settled: text(before),
          amount: text(amount),
        })
      if (written || it.row || past?.settled !== undefined)
        keys.set(claim.key, {
          ...past,
          settled: text(entitled),
          read: it.row && 'value' in it ? it.read : [],
        })
    }
  }
  note(run, all, new Set(due.map(({ name }) => name)))
  return { lines: lines.toSorted(byName), withheld: withheld.toSorted(compare) }
}

function byName(a: PaidLine, b: PaidLine): number {
  const name = ({ component, person, earned }: PaidLine) => `${component} ${person} ${earned}`
  return compare(name(a), name(b))
}

function asked({ only }: Payment, person: string): boolean {
  return only === undefined || only.includes(person)
}

/** A division that owes a correction is paid to all its members at once, or to none. */
function blocked({ payment }: RunOf, members: readonly Claim[]): boolean {
  const owes = members.some(({ past, worth }) => {
    if (past?.settled === undefined) return false
    const entitled = worth.row ? ('value' in worth ? worth.value : undefined) : '0'
    return entitled === undefined || !decimal(entitled).equals(past.settled)
  })
  const all = members.every(
    ({ person, worth }) => asked(payment, person) && !(worth.row && 'error' in worth),
  )
  return owes && !all
}

/** Notes of all that was worked out what failed for the first time, what was mended, and what stands. */
function note({ book, first, keys }: RunOf, all: Worths['all'], due: ReadonlySet<string>): void {
  for (const [key, { worth, reopened }] of all) {
    const [name, , month] = key.split('|') as [string, string, string]
    const { held: _, ...past }: Key = keys.get(key) ?? {}
    const failed = worth.row && 'error' in worth
    const never = past.settled === undefined
    if (failed && never && month >= first) keys.set(key, { ...past, held: true })
    if (failed) continue
    const value = worth.row ? worth.value : undefined
    const fixed = componentOf(book, name).retro === 0 && month >= first && value !== undefined
    keys.set(key, {
      ...past,
      ...(!due.has(name) && value !== undefined && { settled: value }),
      ...(reopened !== undefined && { reopened }),
      ...(fixed && { fixed: worth }),
    })
  }
}
