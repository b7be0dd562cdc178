import type { Localized } from '../problem/index.js'

/** Something to know about a fit that stands all the same. */
export interface Note {
  readonly code: 'few-leavers' | 'separated' | 'collinear' | 'left-out'
  /** The signal it is about, or one level of it, where it is about one. */
  readonly signal?: string
  readonly message: Localized
}

/**
 * What every result says. GDPR Article 22 and China's Personal Information Protection Law (个人信息保护法
 * 第二十四条) give a person the right not to be subject to a decision made by a machine alone.
 */
export const personDecides: Localized = {
  en: 'An estimate from past data, not a finding about a person. A person must decide, after hearing the one concerned; nothing may follow from this figure alone.',
  'zh-CN':
    '这是根据以往数据得出的估计，不是对个人的结论。须由人听取本人意见后作出决定，不得仅凭此数字采取任何措施。',
}

/** How many leavers a signal calls for (Peduzzi and others 1996). */
const leaversForSignal = 10

/** Whether a fit rests on few leavers. */
export function fewNotes(left: number, signals: number): readonly Note[] {
  const wanted = leaversForSignal * signals
  if (left >= wanted) return []
  const message = {
    en: `${left} people left, for ${signals} signals; below ${wanted} a fit tells more of chance than of people`,
    'zh-CN': `离职 ${left} 人，信号 ${signals} 个；少于 ${wanted} 人时，结果多半出于偶然`,
  }
  return [{ code: 'few-leavers', message }]
}

export function separatedFit(): Note {
  return {
    code: 'separated',
    message: {
      en: 'the signals part those who left from those who stayed without an error; only the penalty keeps the fit bounded, and new people will not be told apart so well',
      'zh-CN': '信号把离职与在职者完全分开；仅靠惩罚系数使结果有界，对新数据不会如此准确',
    },
  }
}

export function collinearSignal(signal: string, of: readonly string[]): Note {
  return {
    code: 'collinear',
    signal,
    message:
      of.length === 0
        ? { en: 'is the same for everybody', 'zh-CN': '所有人取值相同' }
        : {
            en: `is made of ${of.join(', ')}; the penalty shares their weight out among them`,
            'zh-CN': `可由 ${of.join('、')} 得出；惩罚系数使它们分担权重`,
          },
  }
}

export function leftOut(signal: string): Note {
  return {
    code: 'left-out',
    signal,
    message: {
      en: 'tells nothing in the declared direction that the other signals do not tell, and is left out',
      'zh-CN': '在所声明的方向上没有其他信号之外的信息，未列入',
    },
  }
}
