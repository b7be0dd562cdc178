import type { CardRequest } from '../../src/attrition/index.js'
import { alike, history, idle, shift, survey } from './histories.js'

/** A hundred people: idle months and nights tell who left, the survey goes against what is declared. */
export const people = history(
  ...alike(25, 1, { idle: '1', survey: '1.0', shift: 'day' }),
  ...alike(25, 4, { idle: '8', survey: '2.0', shift: 'day' }),
  ...alike(25, 7, { idle: '1', survey: '3.0', shift: 'night' }),
  ...alike(25, 18, { idle: '8', survey: '4.0', shift: 'night' }),
)

/** A card of them. */
export const request: CardRequest = {
  id: 'early',
  history: people,
  signals: [idle, survey, shift],
  bins: 4,
  penalty: 1,
  pointsToDouble: 10,
  bands: [{ band: 'calm' }, { band: 'watch', from: '0.2' }, { band: 'talk', from: '0.5' }],
}
