import type { Unit } from '../quantity/index.js'

/** Parts of messages that several problems say. */

/** Whose number a component is, as a book says it. */
export type Scope = 'person' | 'assignment' | 'company' | { readonly by: string }

/** What a name is taken for. */
export type Taken = { readonly unit: Unit; readonly scale: number } | 'number' | 'text' | 'day'

const rows = {
  person: 'each person',
  assignment: 'each assignment',
  company: 'the company',
} as const
const rowsZh = { person: '每个人', assignment: '每个岗位', company: '公司' } as const

/** Whose number a component is, in words. */
export function scopeEn(of: Scope): string {
  return typeof of === 'object' ? `each ${of.by}` : rows[of]
}

export function scopeZh(of: Scope): string {
  return typeof of === 'object' ? `每个“${of.by}”` : rowsZh[of]
}

export function takenEn(taken: Taken): string {
  if (typeof taken === 'object') return `${taken.unit} with ${placesEn(taken.scale)}`
  return { number: 'a number', text: 'a text', day: 'a date' }[taken]
}

export function takenZh(taken: Taken): string {
  if (typeof taken === 'object') return `${taken.unit}、${taken.scale} 位小数`
  return { number: '数字', text: '文本', day: '日期' }[taken]
}

export function placesEn(places: number): string {
  return places === 1 ? '1 place' : `${places} places`
}

/** The most names of a chain that a message tells. */
const told = 12

/** Names that read each other, so many that nobody reads more. */
export function chainOf(names: readonly string[]): readonly string[] {
  return names.length > told ? [...names.slice(0, told), '…'] : names
}

export function chainEn(names: readonly string[], joined = 'which reads'): string {
  return chainOf(names)
    .map((name) => `"${name}"`)
    .join(`, ${joined} `)
}

export function chainZh(names: readonly string[], joined = '后者读取'): string {
  return chainOf(names)
    .map((name) => `“${name}”`)
    .join(`，${joined}`)
}
