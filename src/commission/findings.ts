import type { Localized } from '../problem/index.js'
import { formatQuantity, type Unit } from '../quantity/index.js'

/** How much a finding matters: what must be mended, what should be looked at, what is good to know. */
export type Severity = 'error' | 'warning' | 'info'

/** Something that the author of a plan should know, proved from its formula. */
export interface Finding {
  readonly severity: Severity
  /** A stable name for programs, such as `fall`. */
  readonly code: string
  /** The part of the policy, such as `tiers.steps[1]`. */
  readonly path: string
  readonly message: Localized
  /** What it costs or brings at most, in the plan's currency; none where it moves no money. */
  readonly cost?: string
  /** How to mend it. */
  readonly mend: Localized
  /** The inputs that the plan was looked at with. */
  readonly given: Readonly<Record<string, string>>
}

/** What a finding says, before it is known where and with which inputs. */
export type Said = Pick<Finding, 'severity' | 'code' | 'message' | 'mend' | 'cost'>

type Texts = readonly [message: string, mend: string]

/** Texts with amounts of a unit in them, one language after the other. */
export function findingsIn(unit: Unit) {
  const said = (
    severity: Severity,
    code: string,
    cost: string | undefined,
    en: (amount: (value: string) => string) => Texts,
    zh: (amount: (value: string) => string) => Texts,
  ): Said => {
    const [message, mend] = en((value) => formatQuantity(value, unit, 'en'))
    const [messageZh, mendZh] = zh((value) => formatQuantity(value, unit, 'zh-CN'))
    return {
      severity,
      code,
      message: { en: message, 'zh-CN': messageZh },
      mend: { en: mend, 'zh-CN': mendZh },
      ...(cost !== undefined && { cost }),
    }
  }
  return {
    fall: (from: string, highest: string, lost: string | undefined, to: string | undefined) =>
      said(
        'error',
        'fall',
        lost,
        (amount) => [
          `more sales than ${amount(from)} pay less than the ${amount(highest)} earned there${
            lost === undefined ? ', without end' : `, up to ${amount(lost)} less`
          }; ${to === undefined ? 'that is never made up' : `only ${amount(to)} makes it up`}`,
          'Pay each slice at its own rate (marginal tiers), or raise the rate',
        ],
        (amount) => [
          `销售额超过 ${amount(from)} 后，提成反而低于该处的 ${amount(highest)}${
            lost === undefined ? '，且持续下降' : `，最多少 ${amount(lost)}`
          }；${to === undefined ? '此后无法追平' : `到 ${amount(to)} 才追平`}`,
          '请改为超额累进（marginal），或提高费率',
        ],
      ),
    cliff: (at: string, size: string) =>
      said(
        'warning',
        'cliff',
        size,
        (amount) => [
          `the commission jumps by ${amount(size)} at sales of ${amount(at)}, so that the last sale decides`,
          'Pay each slice at its own rate (marginal tiers), or make more and smaller steps',
        ],
        (amount) => [
          `销售额达到 ${amount(at)} 时提成突增 ${amount(size)}，最后一单决定全部差额`,
          '请改为超额累进（marginal），或把台阶分得更细',
        ],
      ),
    unreachable: () =>
      said(
        'error',
        'unreachable-tier',
        undefined,
        () => ['no amount of sales falls in this tier', 'Remove it, or mend its bounds'],
        () => ['没有任何销售额会落入本档', '请删除，或改正起点'],
      ),
    beyondCap: (from: string, capped: string) =>
      said(
        'warning',
        'tier-beyond-cap',
        undefined,
        (amount) => [
          `the tier begins at ${amount(from)}, where the cap binds since ${amount(capped)}: it pays nothing`,
          'Raise the cap, or remove the tier',
        ],
        (amount) => [
          `本档从 ${amount(from)} 开始，而封顶自 ${amount(capped)} 起已生效，本档不增加任何提成`,
          '请提高封顶，或删除本档',
        ],
      ),
    capBinds: (from: string, cap: string) =>
      said(
        'info',
        'cap-binds',
        undefined,
        (amount) => [
          `from sales of ${amount(from)} on, the cap of ${amount(cap)} is paid and further sales earn nothing`,
          'Check that these sales are as rare as was meant',
        ],
        (amount) => [
          `销售额自 ${amount(from)} 起按封顶 ${amount(cap)} 发放，超出部分不再有提成`,
          '请确认这种情形是否如设想般少见',
        ],
      ),
    capNeverBinds: (cap: string) =>
      said(
        'warning',
        'cap-never-binds',
        undefined,
        (amount) => [`no amount of sales reaches the cap of ${amount(cap)}`, 'Remove the cap'],
        (amount) => [`任何销售额都达不到封顶 ${amount(cap)}`, '请删除封顶'],
      ),
    gateCliff: (kpi: string, atLeast: string, sales: string, lost: string, all: boolean) =>
      said(
        all ? 'warning' : 'info',
        'gate-cliff',
        lost,
        (amount) => [
          `the smallest step of ${kpi} below ${formatQuantity(atLeast, 'ratio', 'en')} loses ${amount(lost)} on sales of ${amount(sales)}`,
          'Keep a share below the gate, or several gates in steps',
        ],
        (amount) => [
          `${kpi} 只要略低于 ${formatQuantity(atLeast, 'ratio', 'zh-CN')}，销售额 ${amount(sales)} 就少拿 ${amount(lost)}`,
          '请在门槛下保留一定比例，或分级设置门槛',
        ],
      ),
    gateFall: (kpi: string, atLeast: string, sales: string, lost: string) =>
      said(
        'error',
        'gate-fall',
        lost,
        (amount) => [
          `reaching ${formatQuantity(atLeast, 'ratio', 'en')} of ${kpi} pays ${amount(lost)} less on sales of ${amount(sales)}`,
          'Keep at most the whole commission below the gate',
        ],
        (amount) => [
          `${kpi} 达到 ${formatQuantity(atLeast, 'ratio', 'zh-CN')} 后，销售额 ${amount(sales)} 反而少拿 ${amount(lost)}`,
          '门槛下保留的比例不应超过 1',
        ],
      ),
    gateOpen: (kpi: string, atLeast: string) =>
      said(
        'warning',
        'gate-always-open',
        undefined,
        () => [
          `no ${kpi} of zero or more is below ${formatQuantity(atLeast, 'ratio', 'en')}`,
          'Raise the gate, or remove it',
        ],
        () => [
          `${kpi} 不小于零时不会低于 ${formatQuantity(atLeast, 'ratio', 'zh-CN')}`,
          '请提高门槛，或删除',
        ],
      ),
    shift: (first: string, second: string, moved: string, gain: string) =>
      said(
        'warning',
        'shift-gain',
        gain,
        (amount) => [
          `in two periods of ${amount(first)} and ${amount(second)}, moving ${amount(moved)} from one to the other gains ${amount(gain)}`,
          'Settle on the total of a longer period, or make the tiers marginal',
        ],
        (amount) => [
          `两期销售额分别为 ${amount(first)} 和 ${amount(second)} 时，把 ${amount(moved)} 挪到另一期可多得 ${amount(gain)}`,
          '请按更长期间累计结算，或改为超额累进（marginal）',
        ],
      ),
    split: (whole: string, part: string, rest: string, gain: string) =>
      said(
        'info',
        'split-gain',
        gain,
        (amount) => [
          `${amount(whole)} credited in two parts, ${amount(part)} and ${amount(rest)}, earns ${amount(gain)} more than in one`,
          'Say who is credited for a deal before it is made, and for which period',
        ],
        (amount) => [
          `${amount(whole)} 拆成 ${amount(part)} 与 ${amount(rest)} 两份计提，比一份多得 ${amount(gain)}`,
          '请在成交前明确业绩归属人与归属期间',
        ],
      ),
  }
}
