import { at, isName, type Label, labelIn, type Problem } from '../problem/index.js'
import { badSignalName, protectedSignal, repeatedSignal } from './problems.js'
import { protectedIn } from './protected.js'

/** Leaves room in a name for `.known`, and keeps the `.` for such inputs of the library's own. */
const withoutPoint = /^[^.]{1,58}$/

/** What is wrong with declared signals: names, repetition, and protected attributes. */
export function signalProblems(
  signals: readonly {
    readonly signal: string
    readonly label?: Label | undefined
    readonly permitted?: string | undefined
  }[],
  path: string,
): readonly Problem[] {
  const names = signals.map(({ signal }) => signal)
  return signals.flatMap((each, i) => {
    const place = at(at(path, i), 'signal')
    const { signal, label = signal, permitted } = each
    const found = protectedIn(`${signal} ${labelIn(label, 'en')} ${labelIn(label, 'zh-CN')}`)
    return [
      ...(isName(signal) && withoutPoint.test(signal) ? [] : [badSignalName(place, signal)]),
      ...(names.indexOf(signal) < i ? [repeatedSignal(place, signal)] : []),
      ...(found === undefined || permitted !== undefined
        ? []
        : [protectedSignal(place, signal, found.label)]),
    ]
  })
}
