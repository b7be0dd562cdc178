import { describe, expect, test } from 'vitest'
import {
  card,
  parseRecords,
  type SignalName,
  signals,
  signalsOf,
} from '../../../src/attrition/index.js'
import { json } from './records.js'

const span = { from: '2026-01-01', to: '2026-03-31' }

describe('signalsOf', () => {
  test('reads every signal', () => {
    const pay = { midpoint: '8000.00', peers: ['8000.00', '7600.00', '9500.00'] }
    expect(signalsOf(parseRecords(json), { span, pay })).toEqual({
      lateShare: '0.5000',
      absenceShare: '0.3333',
      overtimeRise: '2.0000',
      ratingLevel: '2.50',
      ratingFall: '1.50',
      ratingVolatility: '1.50',
      surveyLevel: '65.00',
      surveyFall: '15.00',
      surveySilence: '1',
      compaRatio: '0.9500',
      gapToPeers: '0.0500',
      monthsSinceRise: '15',
      monthsInGrade: '25',
      missedPromotions: '1',
      managerChanges: '1',
      tenure: '25',
    })
  })

  test('of a day before anything was recorded most are not known', () => {
    const records = parseRecords(json)
    const early = { from: '2024-01-01', to: '2024-01-31' }
    const pay = { midpoint: '8000.00', peers: [] }
    const told = Object.entries(signalsOf(records, { span: early, pay })).filter(
      ([, value]) => value !== undefined,
    )
    expect(Object.fromEntries(told)).toEqual({
      missedPromotions: '0',
      managerChanges: '0',
      tenure: '0',
    })
    const { compaRatio, gapToPeers } = signalsOf(records, { span })
    expect([compaRatio, gapToPeers]).toEqual([undefined, undefined])
  })

  test('its signals can stand on a card as they are declared', () => {
    const named = Object.entries(signals)
    expect(named.map(([name]) => name)).toEqual(named.map(([, { signal }]) => signal))
    const { policy } = card({
      id: 'all',
      signals: named.map(([, signal]) => ({ ...signal, bins: [{ points: 0 }], unknown: 0 })),
      calibration: [{ score: 0, probability: '0.1' }],
      bands: [{ band: 'low' }],
    })
    const names: readonly SignalName[] = ['lateShare', 'compaRatio', 'tenure']
    expect(policy.signals.map(({ signal }) => signal)).toEqual(expect.arrayContaining([...names]))
  })
})
