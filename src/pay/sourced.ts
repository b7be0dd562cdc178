import { input, type NodeOf } from '../formula/index.js'
import type { Label } from '../problem/index.js'
import type { Unit } from '../quantity/index.js'
import type { Source } from './component.js'

/** What an input is called, and how explanations show it. */
export interface Naming {
  /** The name of the input, where the usual one is taken by another source. */
  readonly input?: string | undefined
  readonly label?: Label | undefined
}

/** A text that `matching` reads: the name of an input, which knows its source. */
export interface TextInput {
  readonly text: string
  readonly label?: Label | undefined
}

/** Copies of this library know each other's nodes by it. No JSON shows it, and no copy keeps it. */
const key = Symbol.for('payproof.source')

/** The same object, which now knows where its input comes from. */
export function sourced<T extends object>(holder: T, source: Source): T {
  return Object.defineProperty(holder, key, { value: Object.freeze(source) })
}

/** Where a node of a formula, or a text, reads its input from; `undefined` where it does not know. */
export function sourceOf(holder: object): Source | undefined {
  return (holder as { readonly [key]?: Source })[key]
}

/** A number by its usual name: an input node, with its source. */
export function numberFrom(
  source: Source,
  usual: string,
  [unit, scale]: readonly [unit: Unit, scale: number],
  { input: name = usual, label }: Naming,
): NodeOf<'input'> {
  return sourced(input(name, unit, scale, label), source)
}

/** A text by its usual name, with its source. */
export function textFrom(
  source: Source,
  usual: string,
  { input: text = usual, label }: Naming,
): TextInput {
  return sourced({ text, ...(label !== undefined && { label }) }, source)
}

/** A source without the members that are not said, and without what names its input. */
export function sourceFrom<S extends Source>(
  said: S & Naming & { readonly unit?: unknown; readonly scale?: unknown },
): S {
  const { input: _, label: __, unit: ___, scale: ____, ...source } = said
  return Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined),
  ) as unknown as S
}
