import { likely, type Problem, problem } from '../problem/index.js'
import type { PayValues, TextsOf } from './codes.js'

/**
 * The problems of a component that is built, apart from those of books: a program that builds a component, or
 * calls what writes one, need not load the texts of all the others.
 */
type BuildCode = 'no-source' | 'two-sources'
type BuildWords = TextsOf<Pick<PayValues, BuildCode>>

export const buildEn: BuildWords = {
  'no-source': ({ component, input, known }) => [
    `"${component}" reads "${input}", which has no source`,
    likely(input, known, [`Say in its reads where "${input}" comes from`, ''])[0],
  ],
  'two-sources': ({ component, input }) => [
    `"${component}" reads "${input}" from two sources`,
    'Give one of them another name with `input`',
  ],
}

export const buildZhCN: BuildWords = {
  'no-source': ({ component, input, known }) => [
    `“${component}”要读取“${input}”，却没有写明其来源`,
    likely(input, known, ['', `请在 reads 中写明“${input}”的来源`])[1],
  ],
  'two-sources': ({ component, input }) => [
    `“${component}”的“${input}”有两个不同的来源`,
    '请用 `input` 给其中一个另取名称',
  ],
}

/** The problem of a code of what is built at a place, in each language. */
export function buildProblem<Code extends BuildCode>(
  code: Code,
  path: string,
  values: PayValues[Code],
): Problem {
  return problem(code, path, buildEn[code](values), buildZhCN[code](values))
}
