import { type Found, found, type Write } from './finding.js'

/** What can be found in the curve of a plan: its slope, its jumps, where nothing more is earned. */

/** More of the measure pays less. */
export function fall(
  write: Write,
  path: string,
  at: {
    readonly from: string
    readonly highest: string
    readonly cost: string
    readonly to: string | undefined
  },
): Found {
  const { from, highest, cost, to } = at
  return found(
    write,
    { severity: 'error', code: 'fall', path, cost },
    ({ measured, paid }) => [
      `more than ${measured(from)} pays up to ${paid(cost)} less than the ${paid(highest)} earned there; ${
        to === undefined ? 'no amount makes it up' : `only ${measured(to)} makes it up`
      }`,
      'Pay each slice at its own rate (marginal tiers), or raise the rate',
    ],
    ({ measured, paid }) => [
      `超过 ${measured(from)} 后，提成比该处的 ${paid(highest)} 最多少 ${paid(cost)}；${
        to === undefined ? '此后无法追平' : `到 ${measured(to)} 才追平`
      }`,
      '请改为超额累进（marginal），或提高费率',
    ],
  )
}

/** One more sale raises the whole commission. A kicker is meant to. */
export function cliff(write: Write, path: string, from: string, cost: string): Found {
  const severity = path.startsWith('kickers') ? 'info' : 'warning'
  const inTiers = path.startsWith('tiers')
  return found(
    write,
    { severity, code: 'cliff', path, cost },
    ({ measured, paid }) => [
      `the commission jumps by ${paid(cost)} at ${measured(from)}: the last sale decides on it`,
      inTiers
        ? 'Pay each slice at its own rate (marginal tiers), or make more and smaller steps'
        : 'Take several smaller steps',
    ],
    ({ measured, paid }) => [
      `达到 ${measured(from)} 时提成突增 ${paid(cost)}，由最后一单决定`,
      inTiers ? '请改为超额累进（marginal），或把台阶分得更细' : '请分成几个较小的台阶',
    ],
  )
}

export function unreachable(write: Write, path: string): Found {
  return found(
    write,
    { severity: 'error', code: 'unreachable-tier', path },
    () => ['no amount falls in this tier', 'Remove it, or mend its bounds'],
    () => ['没有任何金额会落入本档', '请删除，或改正起点'],
  )
}

export function sameRate(write: Write, path: string): Found {
  return found(
    write,
    { severity: 'warning', code: 'same-rate', path },
    () => ['the tier has the rate of the one before it', 'Change its rate, or remove it'],
    () => ['本档费率与上一档相同', '请修改费率，或删除本档'],
  )
}

/** A tier that begins where the cap already binds for good. */
export function beyondCap(write: Write, path: string, from: string, capped: string): Found {
  return found(
    write,
    { severity: 'warning', code: 'tier-beyond-cap', path },
    ({ measured }) => [
      `the tier begins at ${measured(from)}, but the cap binds from ${measured(capped)} on: it pays nothing`,
      'Raise the cap, or remove the tier',
    ],
    ({ measured }) => [
      `本档从 ${measured(from)} 开始，而封顶自 ${measured(capped)} 起已生效，本档不增加任何提成`,
      '请提高封顶，或删除本档',
    ],
  )
}

export function capBinds(write: Write, path: string, from: string, cap: string): Found {
  return found(
    write,
    { severity: 'info', code: 'cap-binds', path },
    ({ measured, paid }) => [
      `from ${measured(from)} on, the cap of ${paid(cap)} is paid`,
      'Check that this is as rare as was meant: more earns nothing there',
    ],
    ({ measured, paid }) => [
      `自 ${measured(from)} 起按封顶 ${paid(cap)} 发放`,
      '超出部分不再有提成，请确认这种情形是否如设想般少见',
    ],
  )
}

export function capNeverBinds(write: Write, path: string, cap: string): Found {
  return found(
    write,
    { severity: 'warning', code: 'cap-never-binds', path },
    ({ paid }) => [`the cap of ${paid(cap)} never decides what is paid`, 'Lower it, or remove it'],
    ({ paid }) => [`封顶 ${paid(cap)} 从不起作用`, '请降低封顶，或删除'],
  )
}

/** The least that is paid is also the most. */
export function floorAtCap(write: Write, path: string, floor: string): Found {
  return found(
    write,
    { severity: 'error', code: 'floor-at-cap', path },
    ({ paid }) => [
      `the floor of ${paid(floor)} is not below the cap: everyone is paid the cap`,
      'Lower the floor, or raise the cap',
    ],
    ({ paid }) => [`保底 ${paid(floor)} 不低于封顶，所有人都按封顶发放`, '请降低保底，或提高封顶'],
  )
}

export function floorBinds(write: Write, path: string, to: string, floor: string): Found {
  return found(
    write,
    { severity: 'info', code: 'floor-binds', path },
    ({ measured, paid }) => [
      `up to ${measured(to)}, the floor of ${paid(floor)} is paid`,
      'Check that more than that can be reached: less earns nothing beyond the floor',
    ],
    ({ measured, paid }) => [
      `不超过 ${measured(to)} 时按保底 ${paid(floor)} 发放`,
      '请确认超过该业绩可以达到：在此之下多卖并不多得',
    ],
  )
}
