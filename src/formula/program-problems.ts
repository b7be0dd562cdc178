import { formatHints, likely, type Problem, problem } from '../problem/index.js'
import type { Unit } from '../quantity/index.js'

/** What can be wrong between formulas that read each other. */

export function tooManyResults(path: string, results: number, limit: number): Problem {
  return problem(
    'too-many-results',
    path,
    [`has ${results} results, more than ${limit}`, 'Split the program'],
    [`有 ${results} 个结果，超过 ${limit} 个`, '请拆分程序'],
  )
}

export function badResultName(path: string, name: string): Problem {
  return problem(
    'not-a-name',
    path,
    [`"${name}" cannot name a result`, formatHints.name[0]],
    [`“${name}” 不能作为结果名称`, formatHints.name[1]],
  )
}

/** The most names of a circle that a message tells. */
const told = 12

/** Results that read each other: the names in the order of reading, of which the last reads the first. */
export function circle(path: string, names: readonly string[]): Problem {
  const [first = '', ...rest] = names
  const hint = [
    'Break the circle: take one of them from outside, under a name of its own',
    '请打破循环：其中一项改由外部提供，并另取名称',
  ] as const
  if (rest.length === 0)
    return problem(
      'circular-results',
      path,
      [`"${first}" reads itself`, hint[0]],
      [`“${first}”读取自身`, hint[1]],
    )
  const shown = rest.length > told ? [...rest.slice(0, told), '…'] : rest
  const read = [...shown, first]
  return problem(
    'circular-results',
    path,
    [`"${first}" reads ${read.map((name) => `"${name}"`).join(', which reads ')}`, hint[0]],
    [`“${first}”读取${read.map((name) => `“${name}”`).join('，后者读取')}`, hint[1]],
  )
}

export function otherUnit(path: string, name: string, found: Unit, unit: Unit): Problem {
  return problem(
    'other-unit',
    path,
    [
      `reads the result "${name}" as ${found}, and it is ${unit}`,
      `Declare the input as ${unit}; what turns it into ${found} is part of a formula`,
    ],
    [
      `把结果“${name}”作为 ${found} 读取，而它是 ${unit}`,
      `请把该输入声明为 ${unit}；如需换成 ${found}，请写入公式`,
    ],
  )
}

export function coarserReader(
  path: string,
  {
    name,
    reader,
    places,
    scale,
  }: {
    readonly name: string
    readonly reader: string
    readonly places: number
    readonly scale: number
  },
): Problem {
  return problem(
    'coarser-reader',
    path,
    [
      `reads the result "${name}" with ${places} places, and it has ${scale}`,
      `Round "${name}" to the ${places} places that "${reader}" reads, or read it with ${scale}`,
    ],
    [
      `以 ${places} 位小数读取结果“${name}”，而它有 ${scale} 位`,
      `请把“${name}”舍入到“${reader}”所读的 ${places} 位，或按 ${scale} 位读取`,
    ],
  )
}

export function readAsCategory(path: string, name: string): Problem {
  return problem(
    'result-as-category',
    path,
    [
      `takes "${name}" for a text, and it is a result: a number`,
      'Ask for its number with "step" or "when", or give the text another name',
    ],
    [
      `把“${name}”当作文本，而它是一个结果，即数字`,
      '请用“step”或“when”判断其数值，或为文本另取名称',
    ],
  )
}

export function declaredApart(path: string, name: string, other: string): Problem {
  return problem(
    'redeclared-input',
    path,
    [
      `declares the input "${name}" in another way than the formula of "${other}"`,
      'Give it one unit and one scale everywhere; or use two names',
    ],
    [`输入“${name}”的声明与“${other}”的公式不同`, '请在各处统一单位与小数位；或使用两个名称'],
  )
}

/** An input that is neither a result nor listed as given, where the inputs are listed. */
export function unknownRead(path: string, name: string, known: readonly string[]): Problem {
  const [hint, hintZh] = likely(name, known)
  return problem(
    'unknown-read',
    path,
    [`"${name}" is neither a result nor an input`, hint],
    [`“${name}”既不是结果，也不是输入`, hintZh],
  )
}

export function resultAsInput(path: string, name: string): Problem {
  return problem(
    'result-as-input',
    path,
    [
      `"${name}" is worked out by a formula, so it is not given`,
      'Leave it out, or rename the result',
    ],
    [`“${name}”由公式算出，不由外部提供`, '请删去，或为该结果改名'],
  )
}

/** A result that another one reads has no value in a row. */
export function failedResult(path: string, name: string): Problem {
  return problem(
    'failed-result',
    path,
    [`the result "${name}" has no value here`, `Mend what is wrong with "${name}" first`],
    [`结果“${name}”在此没有值`, `请先修正“${name}”的问题`],
  )
}
