import { expect, test } from 'vitest'
import { protectedAttributes, protectedIn } from '../../src/attrition/index.js'

test.each([
  ['gender', 'sex'],
  ['dateOfBirth', 'age'],
  ['age_group', 'age'],
  ['marital-status', 'marital status'],
  ['numberOfChildren', 'family'],
  ['isPregnant', 'pregnancy'],
  ['Ethnicity', 'ethnicity'],
  ['nationality', 'origin'],
  ['national.origin', 'origin'],
  ['religion2', 'religion'],
  ['sickDays', 'health'],
  ['disabled', 'disability'],
  ['sexualOrientation', 'sexual orientation'],
  ['union_member', 'union membership'],
  ['partyMember', 'politics'],
  ['病假天数', 'health'],
  ['党员', 'politics'],
  ['是否婚育', 'marital status'],
])('%s speaks of %s', (text, attribute) => {
  expect(protectedIn(text)?.attribute).toBe(attribute)
})

test.each([
  'monthsInStage',
  'manager_changes',
  'averageRating',
  'reunion',
  'Essex',
  'tenure',
  '司龄',
])('%s speaks of nothing protected', (text) => {
  expect(protectedIn(text)).toBeUndefined()
})

test('each is named in both languages', () => {
  for (const { attribute, label, words, characters } of protectedAttributes) {
    expect(label.en).toBe(attribute)
    for (const text of [...words, ...characters]) expect(protectedIn(text)).toBeDefined()
    expect(protectedIn(label['zh-CN'])).toBeDefined()
  }
})
