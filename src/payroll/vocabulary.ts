import { adjustmentComponents } from './adjustments.js'
import { componentOf } from './component-schema.js'
import type { Vocabulary } from './word.js'

/**
 * The kinds of policy that a book knows, each with the function that writes its components. `parseBook`
 * takes another vocabulary: these words with some of your own.
 *
 * @example
 * parseBook(json, { vocabulary: { ...vocabulary, tip: (terms, about) => [tipComponent(terms, about)] } })
 */
export const vocabulary = {
  component: componentOf,
  adjustments: adjustmentComponents,
} satisfies Vocabulary
