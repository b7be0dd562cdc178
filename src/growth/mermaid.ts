import type { IsoDate } from '../calendar/index.js'
import { type Locale, visible } from '../problem/index.js'
import type { Career } from './career-schema.js'
import { type Eligibility, named, nextMoves } from './eligibility.js'
import type { CareerFramework } from './framework-schema.js'
import type { Way } from './ways.js'

const words = {
  en: { eligible: 'eligible', met: (met: number, all: number) => `${met} of ${all} met` },
  'zh-CN': { eligible: '可晋升', met: (met: number, all: number) => `${all} 项中已满足 ${met} 项` },
} as const

/**
 * The positions and moves of a framework as a Mermaid flowchart, with the person's place in it: the
 * position held, what each next move still lacks, and the moves of a way, thick. Labels are escaped, so
 * that no text of a policy can add to the chart, configure it or break it.
 *
 * Throws a `PolicyError` for a day that is no date.
 *
 * @example
 * careerMermaid(framework, career, { on: '2026-03-01', locale: 'en' }).split('\n')[0] //=> 'flowchart LR'
 */
export function careerMermaid(
  framework: CareerFramework,
  career: Career,
  { on, locale, way }: { readonly on: IsoDate; readonly locale: Locale; readonly way?: Way },
): string {
  const ids = framework.positions.map(({ id }) => id)
  const node = (id: string) => `p${ids.indexOf(id)}`
  const next = new Map(nextMoves(framework, career, on).map((each) => [each.to, each]))
  const positions = framework.positions.map(({ id, grade }) => {
    const label = named(framework.positions, id)[locale]
    const text = grade === undefined ? label : `${label} · ${grade}`
    return `  ${node(id)}["${escaped(text)}"]${id === career.position ? ':::here' : ''}`
  })
  const moves = framework.moves.map(({ from, to }) => {
    const found = from === career.position ? next.get(to) : undefined
    const text = found === undefined ? '' : `|"${moveText(found, locale)}"|`
    const i = way?.positions.indexOf(from) ?? -1
    const taken = i >= 0 && way?.positions[i + 1] === to
    return `  ${node(from)} ${taken ? '==>' : '-->'}${text} ${node(to)}`
  })
  return [
    'flowchart LR',
    ...positions,
    ...moves,
    '  classDef here fill:#fde68a,stroke:#b45309',
  ].join('\n')
}

function moveText({ eligible, conditions, missing }: Eligibility, locale: Locale): string {
  if (eligible) return words[locale].eligible
  return words[locale].met(conditions.length - missing.length, conditions.length)
}

/**
 * Mermaid reads `#…;` as a character by its number: so it reads no directive (`%%{init}`), no Markdown
 * in backticks, no mathematics between dollars, and no list where a label begins with a number.
 */
function escaped(text: string): string {
  return visible(text)
    .replace(/["#<>;&%`{}*_~$\\|]|^[-+]/g, (sign) => `#${sign.charCodeAt(0)};`)
    .replace(/^(\d+)([.)])/, (_, number, sign) => `${number}#${sign.charCodeAt(0)};`)
}
