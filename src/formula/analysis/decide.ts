import { type Fraction, minus } from '../../quantity/internal.js'
import { signOf } from './fraction.js'
import { overlaid } from './interval.js'
import { difference, unique } from './part.js'
import { passing, signsOf } from './signs.js'
import { atPoint, type Decision, type Piecewise, type Truth } from './varying.js'

/** Where the difference of two values passes a test on its sign. */
export function comparison(
  left: Piecewise,
  right: Piecewise,
  step: Fraction,
  passes: (sign: number) => boolean,
  path: string,
): Decision {
  const signAt = (x: Fraction) => signOf(minus(atPoint(left)(x), atPoint(right)(x)))
  return {
    varies: left.varies || right.varies,
    on: (interval, log) =>
      overlaid(left.on(interval, log), right.on(interval, log)).flatMap((shared) => {
        const apart = difference(shared.interval, ...shared.of)
        const causes = unique([...apart.causes, { code: 'undecided', path }])
        return passing(signsOf(apart, step, signAt), passes).map(
          (told): Truth => ({ ...told, causes: told.holds === undefined ? causes : [] }),
        )
      }),
  }
}

/** Conditions in order until one decides, as `evaluate` does it: `all` is decided by a false one. */
export function untilOne(of: readonly Decision[], deciding: boolean): Decision {
  return {
    varies: of.some(({ varies }) => varies),
    on: (interval, log) =>
      of.reduce<readonly Truth[]>(
        (found, next) =>
          found.flatMap((truth) =>
            truth.holds === deciding
              ? [truth]
              : next.on(truth.interval, log).map((further) => after(truth, further)),
          ),
        [{ interval, holds: !deciding, causes: [] }],
      ),
  }
}

/** What is known once a further condition was told; a doubt before it remains. */
function after(truth: Truth, further: Truth): Truth {
  if (truth.holds !== undefined) return further
  return { ...further, holds: undefined, causes: unique([...truth.causes, ...further.causes]) }
}

export function inverted({ varies, on }: Decision): Decision {
  return {
    varies,
    on: (interval, log) =>
      on(interval, log).map((truth) => ({
        ...truth,
        holds: truth.holds === undefined ? undefined : !truth.holds,
      })),
  }
}
