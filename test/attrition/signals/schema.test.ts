import { describe, expect, test } from 'vitest'
import { parseRecords } from '../../../src/attrition/index.js'
import { found } from '../../found.js'
import { json } from './records.js'

describe('parseRecords', () => {
  test('records are read as they are', () => {
    expect(parseRecords(json)).toEqual(json)
  })

  test.each([
    [{ hired: '2024-02-30' }, [['not-a-date', 'hired']]],
    [{ days: [{ ...json.days[0], lateMinutes: -1 }] }, [['too-small', 'days[0].lateMinutes']]],
    [{ days: [{ ...json.days[0], overtimeHours: 2 }] }, [['wrong-type', 'days[0].overtimeHours']]],
    [{ ratings: [{ date: '2025-12-31' }] }, [['missing', 'ratings[0].score']]],
    [
      { pay: [{ from: '2025-01-01', value: '-1' }] },
      [['not-a-non-negative-decimal', 'pay[0].value']],
    ],
    [{ sick: [] }, [['unknown-key', 'sick']]],
  ])('%j is refused', (change, expected) => {
    expect(found(() => parseRecords({ ...json, ...change }))).toEqual(expected)
  })
})
