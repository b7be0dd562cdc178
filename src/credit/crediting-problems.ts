import { endsBeforeStart } from '../calendar/internal.js'
import { at, type Problem, under } from '../problem/index.js'
import { missing, tooSmall, wrongType } from '../problem/shape-problems.js'
import { decimal, minorUnits, type Unit } from '../quantity/index.js'
import { digitProblems } from '../quantity/internal.js'
import { creditProblem, oneOf, payProblem } from '../words/index.js'
import type {
  Crediting,
  CreditKind,
  CreditRule,
  DealWhere,
  RolledCredit,
  RuledCredit,
  TouchedCredit,
} from './crediting.js'
import { amountName, isReserved, ownPrefix, reservedProblems } from './names.js'
import { ownerProblems } from './owner-problems.js'
import { isDays, isTexts, type Where } from './where.js'

/** What is wrong with rules of crediting that have their shape. */

const described = ['label', 'clause']
const ofKind = oneOf({
  rules: [...described, 'unowned', 'follows', 'shares'],
  touches: [...described, 'unowned', 'where'],
  of: [
    ...[...described, 'manager', 'shares', 'ranked'],
    ...['whose', 'qualified', 'unqualified', 'rest'],
  ],
})

/** Of a kind of credit by itself: members of another kind, or none that says which it is. */
export function kindProblems(kind: CreditKind): readonly Problem[] {
  const problems = ofKind(kind)
  if (problems.length > 0 || 'touches' in kind) return problems
  return 'rules' in kind ? ruledProblems(kind) : rolledProblems(kind)
}

function ruledProblems({ shares, rules }: RuledCredit): readonly Problem[] {
  return [
    ...(isList(shares) ? [wrongType('shares', 'whole, any', shares)] : []),
    ...rules.flatMap((rule, i) => under(at('rules', i), ruleProblems(rule))),
  ]
}

const named = oneOf({
  owner: ['where', 'from', 'to', 'clause'],
  by: ['owners', 'where', 'from', 'to', 'clause'],
})

function ruleProblems(rule: CreditRule): readonly Problem[] {
  const { from, to, by, owners } = rule
  return [
    ...named(rule),
    ...(by !== undefined && owners === undefined ? [missing('owners', 'array | string')] : []),
    ...(from !== undefined && to !== undefined && to < from
      ? [endsBeforeStart('to', from, to)]
      : []),
    ...(isList(owners) ? ownerProblems('owners', owners) : []),
  ]
}

function rolledProblems(kind: RolledCredit): readonly Problem[] {
  const { manager, shares, ranked }: Partial<RolledCredit> = kind
  const given = [
    ...(shares === undefined ? [] : ['shares']),
    ...(ranked === undefined ? [] : ['ranked']),
  ]
  return [
    ...(manager === undefined ? [missing('manager', 'string')] : []),
    ...(given.length === 1
      ? []
      : [payProblem('one-of', '', { members: ['shares', 'ranked'], given })]),
    ...(shares === undefined || isList(shares) ? [] : [wrongType('shares', 'array', shares)]),
    ...(ranked === undefined || Object.keys(ranked.rates).length > 0
      ? []
      : [creditProblem('lists-nothing', 'ranked.rates', { member: 'rates' })]),
    ...whereProblems('whose', kind.whose),
    ...whereProblems('qualified', kind.qualified),
    ...(kind.unqualified === undefined || kind.qualified !== undefined
      ? []
      : [missing('qualified', 'object')]),
  ]
}

function isList<T>(value: readonly T[] | string | undefined): value is readonly T[] {
  return Array.isArray(value)
}

/** Of all kinds of credit beside each other, and beside the figures. */
export function creditingProblems(crediting: Crediting): readonly Problem[] {
  const { currency, credits, figures = {}, places, customer } = crediting
  const least = minorUnits(currency)
  const numbers = new Set([amountName, ...Object.keys(figures)])
  return [
    ...(Object.keys(credits).length === 0
      ? [creditProblem('lists-nothing', 'credits', { member: 'credits' })]
      : []),
    ...Object.entries(credits).flatMap(([name, kind]) =>
      under(at('credits', name), namesProblems(kind, credits, numbers)),
    ),
    ...circles(credits),
    ...reservedProblems('figures', figures),
    ...Object.entries(figures).flatMap(([figure, { unit }]) =>
      addsUp(unit)
        ? []
        : [creditProblem('figure-unit', at(at('figures', figure), 'unit'), { figure, unit })],
    ),
    ...(places !== undefined && places < least
      ? [tooSmall('places', String(least), 'number')]
      : []),
    ...attributeProblems('customer', customer),
  ]
}

/** Whether numbers of a unit add up over events: rates and scores do not. */
function addsUp(unit: Unit): boolean {
  return unit !== 'ratio' && unit !== 'points' && !unit.includes('/')
}

/** Of the names by which a kind of credit reads its deals, or another kind. */
function namesProblems(
  kind: CreditKind,
  credits: Crediting['credits'],
  numbers: ReadonlySet<string>,
): readonly Problem[] {
  if ('of' in kind)
    return Object.hasOwn(credits, kind.of)
      ? []
      : [
          creditProblem('unknown-credit', 'of', {
            found: kind.of,
            known: () => Object.keys(credits),
          }),
        ]
  if ('touches' in kind)
    return [
      ...attributeProblems('touches.by', kind.touches.by),
      ...modelProblems(kind),
      ...dealProblems('where', kind.where, numbers, false),
    ]
  const own = kind.follows !== undefined && kind.follows !== 'deal'
  return kind.rules.flatMap(({ owner, by, where }, i) =>
    under(at('rules', i), [
      ...attributeProblems('owner', owner, own),
      ...attributeProblems('by', by, own),
      ...dealProblems('where', where, numbers, own),
    ]),
  )
}

function modelProblems({ touches: { model } }: TouchedCredit): readonly Problem[] {
  // Two touches have no middle: one end must count, or such a sale could not be shared.
  return model.kind === 'position' && decimal(model.first).plus(model.last).isZero()
    ? [creditProblem('no-weight', 'touches.model.first', {})]
    : []
}

/** A name that no attribute has: of a document, its kind and its own attributes can be read as well. */
function attributeProblems(
  path: string,
  name: string | undefined,
  own = false,
): readonly Problem[] {
  const isOwn = own && name !== undefined && (name === 'kind' || name.startsWith(ownPrefix))
  return name === undefined || !isReserved(name) || isOwn
    ? []
    : [creditProblem('no-attribute', path, { name })]
}

function dealProblems(
  path: string,
  where: DealWhere = {},
  numbers: ReadonlySet<string>,
  own: boolean,
): readonly Problem[] {
  return [
    ...whereProblems(path, where),
    ...Object.entries(where).flatMap(([name, wanted]) => [
      ...(name === amountName ? [] : attributeProblems(at(path, name), name, own)),
      ...('of' in wanted && wanted.of !== undefined && !numbers.has(wanted.of)
        ? [
            creditProblem('unknown-figure', at(at(path, name), 'of'), {
              found: wanted.of,
              known: () => [...numbers],
            }),
          ]
        : []),
    ]),
  ]
}

const bounds = ['atLeast', 'above', 'atMost', 'below'] as const

/** Conditions that list no text and give no bound, and bounds of more digits than a number may have. */
function whereProblems(path: string, where: Where = {}): readonly Problem[] {
  return Object.entries(where).flatMap(([name, wanted]) => {
    const place = at(path, name)
    if (!isTexts(wanted) && isDays(wanted)) return []
    const asked = isTexts(wanted) ? wanted : bounds.flatMap((bound) => wanted[bound] ?? [])
    if (asked.length === 0) return [creditProblem('asks-nothing', place, { name })]
    return isTexts(wanted)
      ? []
      : bounds.flatMap((bound) => digitProblems(wanted[bound] ?? '', at(place, bound)))
  })
}

/** Kinds that roll up what rolls up from themselves; each circle is told once, where it begins. */
function circles(credits: Crediting['credits']): readonly Problem[] {
  const passed = new Set<string>()
  return Object.keys(credits).flatMap((name) => {
    const way = new Set<string>()
    let next: string | undefined = name
    while (next !== undefined && !passed.has(next) && !way.has(next)) {
      way.add(next)
      const kind: CreditKind | undefined = Object.hasOwn(credits, next) ? credits[next] : undefined
      next = kind !== undefined && 'of' in kind ? kind.of : undefined
    }
    for (const each of way) passed.add(each)
    if (next === undefined || !way.has(next)) return []
    const chain = [...way].slice([...way].indexOf(next))
    return [creditProblem('circular-roll-up', at(at('credits', next), 'of'), { chain })]
  })
}
