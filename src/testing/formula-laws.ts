import {
  type Analysis,
  analyze,
  type CategoryColumn,
  categoryColumn,
  check,
  compile,
  constant,
  evaluate,
  type Formula,
  multiply,
  type NumberColumn,
  numberColumn,
  parseFormula,
  splitGain,
} from '../formula/index.js'
import { type Problem, problemsOf, refuse, under } from '../problem/index.js'
import { decimal } from '../quantity/index.js'
import { type Figures, figuresOf } from './arbitraries/figures.js'
import { type Drawing, drawCases } from './drawing.js'
import type { Counterexample, LawName, LawReport } from './report.js'
import type { Measure, Rule } from './rule.js'

type Check = (rule: Rule, drawing: Drawing) => LawReport | undefined

/** What works formulas out: row by row, and in batches. */
interface Engine {
  readonly evaluate: typeof evaluate
  readonly compile: typeof compile
}

/**
 * The laws of one formula, as an engine works it out. A law that says nothing of a rule, such as of a
 * cap it has not, is left out.
 */
export function formulaLawsOf(engine: Engine): Readonly<Partial<Record<LawName, Check>>> {
  return {
    reproducible: (rule, drawing) =>
      drawn('reproducible', rule, drawing, (row) => unlikeItself(rule, row, engine)),
    'engine-equal': (rule, drawing) =>
      drawn('engine-equal', rule, drawing, (row) => unlikeBatch(rule, row, engine)),
    monotone: (rule, drawing) =>
      analysed('monotone', rule, drawing, (analysis, measure, row) =>
        fallIn(rule, analysis, measure, row),
      ),
    'no-cliff': (rule, drawing) =>
      analysed('no-cliff', rule, drawing, (analysis, { input }, row) =>
        cliffIn(rule, analysis, input, row),
      ),
    bounded: (rule, drawing) =>
      rule.cap === undefined && rule.floor === undefined
        ? undefined
        : drawn('bounded', rule, drawing, (row) => outOfBounds(rule, row)),
    'split-proof': splitProof,
  }
}

/** The laws of one formula. */
export const formulaLaws = formulaLawsOf({ evaluate, compile })

/** What a row shows of a law: nothing where it holds. */
type Found = Omit<Counterexample, 'replay'> | undefined

/** Checks the tests that a rule brings along. */
export function ownTests({ name, formula, tests = [] }: Rule): LawReport | undefined {
  if (tests.length === 0) return undefined
  const of = { law: 'tests', of: name, runs: tests.length } as const
  const failed = tests
    .map((test) => ({ ...test, found: paid(formula, test.inputs) }))
    .find(({ pays, found }) => !isSame(pays, found))
  if (failed === undefined) return { ...of, outcome: 'held' }
  const { name: test, inputs, pays, found } = failed
  const says = {
    en: `The test "${test}" expects ${pays}`,
    'zh-CN': `用例“${test}”应为 ${pays}`,
  }
  return { ...of, outcome: 'broken', broken: { says, rows: [{ ...inputs, pays: found }] } }
}

function isSame(pays: string, found: string): boolean {
  return isAmount(found) && decimal(found).equals(pays)
}

/** Whether a row pays an amount, and not problems. */
function isAmount(pays: string): boolean {
  return /^-?\d/.test(pays)
}

/** Checks a law on drawn rows, and shrinks the first that breaks it. */
function drawn(
  law: LawName,
  rule: Rule,
  drawing: Drawing,
  find: (row: Figures) => Found,
): LawReport {
  const { runs, smallest } = drawCases(
    figuresOf(rule.formula),
    drawing,
    (row) => find(row) === undefined,
  )
  const of = { law, of: rule.name, runs } as const
  if (smallest === undefined) return { ...of, outcome: 'held' }
  const { value, replay } = smallest
  const broken = find(value) as NonNullable<Found>
  return { ...of, outcome: 'broken', broken: { ...broken, replay } }
}

/** What a row pays, or the problems of the row as text. */
function paid(formula: Formula, row: Figures, run = evaluate): string {
  let value = ''
  const problems = problemsOf(() => {
    value = run(formula, row).value
  })
  return problems.length === 0 ? value : problems.map(({ code, path }) => `${code} ${path}`).join()
}

function unlikeItself({ formula }: Rule, row: Figures, engine: Engine): Found {
  const reversed = Object.fromEntries(Object.entries(row).reverse())
  const again = parseFormula(JSON.parse(JSON.stringify(formula.expression)))
  const first = paid(formula, row, engine.evaluate)
  const second = paid(again, reversed, engine.evaluate)
  return first === second
    ? undefined
    : differing([
        { ...row, pays: first },
        { ...row, pays: second },
      ])
}

function unlikeBatch({ formula }: Rule, row: Figures, engine: Engine): Found {
  const columns = Object.fromEntries(
    Object.entries(formula.inputs).map(
      ([name, declared]): [string, NumberColumn | CategoryColumn] => [
        name,
        declared.kind === 'number'
          ? numberColumn([row[name]], declared.scale)
          : categoryColumn([row[name]]),
      ],
    ),
  )
  const batch = engine.compile(formula)(columns)
  const problems = batch.problems(0)
  const second = batch.value(0) ?? problems.map(({ code, path }) => `${code} ${path}`).join()
  const first = paid(formula, row, engine.evaluate)
  return first === second
    ? undefined
    : differing([
        { ...row, pays: first },
        { ...row, pays: second },
      ])
}

function differing(rows: readonly Figures[]): Found {
  return { says: { en: 'The same row pays differently', 'zh-CN': '同一行结果不同' }, rows }
}

function outOfBounds({ formula, floor, cap }: Rule, row: Figures): Found {
  const pays = paid(formula, row)
  const rows = [{ ...row, pays }]
  // A row that cannot be paid keeps every bound.
  if (!isAmount(pays)) return undefined
  if (cap !== undefined && decimal(pays).greaterThan(cap))
    return { says: { en: `Pays more than ${cap}`, 'zh-CN': `超过上限 ${cap}` }, rows }
  if (floor !== undefined && decimal(pays).lessThan(floor))
    return { says: { en: `Pays less than ${floor}`, 'zh-CN': `低于下限 ${floor}` }, rows }
  return undefined
}

/** Analyses the whole curve of each measure: once where it reads nothing else, else for drawn figures. */
function analysed(
  law: LawName,
  rule: Rule,
  drawing: Drawing,
  find: (analysis: Analysis, measure: Measure, row: Figures) => Found | 'declared',
): LawReport | undefined {
  if (rule.measures.length === 0) return undefined
  let declared = false
  const look = (row: Figures): Found => {
    for (const measure of rule.measures) {
      const { [measure.input]: _, ...given } = row
      let analysis: Analysis | undefined
      // Figures that the formula cannot be worked out with, such as a divisor of zero, show nothing; a
      // rule that is too large to be analysed is not one that holds.
      const problems = problemsOf(() => {
        analysis = analyze(towards(rule.formula, measure), { over: measure.input, given })
      })
      refuse(under(rule.name, problems.filter(isTooLarge)))
      const found = analysis && find(analysis, measure, row)
      if (found === 'declared') declared = true
      else if (found !== undefined) return found
    }
    return undefined
  }
  const alone = Object.keys(rule.formula.inputs).length === 1
  const report = drawn(law, rule, alone ? { ...drawing, runs: 1 } : drawing, look)
  if (report.outcome === 'broken') return report
  if (declared) return { ...report, outcome: 'declared' }
  return alone ? { ...report, outcome: 'proved', runs: 0 } : report
}

function isTooLarge({ code }: Problem): boolean {
  return code === 'too-many-pieces' || code === 'too-much-work'
}

/** The formula as one of which more is better. */
function towards(formula: Formula, { better }: Measure): Formula {
  return better === 'higher' ? formula : check(multiply(formula.expression, constant('-1')))
}

function isExpected(at: string, places: 'any' | readonly string[]): boolean {
  return places === 'any' || places.some((place) => decimal(place).equals(at))
}

function fallIn(
  { formula, expect: { fallsAt = [] } = {} }: Rule,
  { falls }: Analysis,
  { input, better }: Measure,
  row: Figures,
): Found | 'declared' {
  const fall = falls.find(({ from }) => !isExpected(from, fallsAt))
  if (fall === undefined) return falls.length === 0 ? undefined : 'declared'
  const worse = fall.lowestAt
  const rows = [fall.from, ...(worse === undefined ? [] : [worse])].map((at) => {
    const own = { ...row, [input]: at }
    return { ...own, pays: paid(formula, own) }
  })
  const [en, zh] = better === 'higher' ? ['More', '更多'] : ['Less', '更少']
  return {
    says: {
      en: `${en} ${input} than ${fall.from} pays less`,
      'zh-CN': `“${input}”比 ${fall.from} ${zh}时，报酬反而减少`,
    },
    rows,
  }
}

function cliffIn(
  { formula, expect: { cliffsAt = [] } = {} }: Rule,
  { cliffs, step }: Analysis,
  input: string,
  row: Figures,
): Found | 'declared' {
  const cliff = cliffs.find(({ at }) => !isExpected(at, cliffsAt))
  if (cliff === undefined) return cliffs.length === 0 ? undefined : 'declared'
  const { at, exclusive = false } = cliff
  const aside = decimal(at)[exclusive ? 'plus' : 'minus'](step).toFixed()
  const rows = (exclusive ? [at, aside] : [aside, at]).map((amount) => {
    const own = { ...row, [input]: amount }
    return { ...own, pays: paid(formula, own) }
  })
  return {
    says: { en: `Pay jumps at ${at} of ${input}`, 'zh-CN': `“${input}”为 ${at} 时报酬突变` },
    rows,
  }
}

/** Whether two deals pay more than one: at every amount where the curve of a deal bends, doubled. */
function splitProof({ name, deal }: Rule): LawReport | undefined {
  // Of a deal that other figures decide on, nothing is proved by its amount alone.
  if (deal === undefined || Object.keys(deal.inputs).length !== 1) return undefined
  const of = { law: 'split-proof', of: name, runs: 0 } as const
  const [input] = Object.keys(deal.inputs) as [string]
  const analysis = analyze(deal, { over: input })
  const amounts = analysis.pieces.flatMap(({ from, to }) => [from, to])
  for (const amount of amounts.filter((each) => each !== undefined)) {
    const whole = decimal(amount).times(2).toFixed()
    if (decimal(whole).isZero()) continue
    const { parts, gain, deviation } = splitGain(analysis, { amount: whole })
    if (decimal(gain).greaterThan(deviation)) {
      const rows = [whole, ...parts].map((part) => ({
        [input]: part,
        pays: paid(deal, { [input]: part }),
      }))
      const says = {
        en: `A deal of ${whole} booked as ${parts.join(' and ')} pays ${gain} more`,
        'zh-CN': `${whole} 的一单拆成 ${parts.join(' 与 ')} 多得 ${gain}`,
      }
      return { ...of, outcome: 'broken', broken: { says, rows } }
    }
  }
  return { ...of, outcome: 'proved' }
}
