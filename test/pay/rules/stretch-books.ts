import type { Component } from '../../../src/pay/component.js'
import { bookOf, dataOf, person, run } from './paying.js'

/** Somebody by salary, and a run of March of one component. */

export const li = (salary: { from: string; value: string }[], more = {}) =>
  person('li', {}, { attributes: { salary }, ...more })
export const of = (component: Component, who: ReturnType<typeof person>, more = {}) =>
  run(bookOf([component], more), dataOf([who]), '2026-03')

export const each = { each: 'stretch', pays: 'due' } as const
export const reads = { salary: { from: 'attribute', name: 'salary' } } as const
