import { attrition } from 'payproof'
import { history, signals } from './people.js'

/** Where the bands begin, as probabilities of leaving. */
export const bands: readonly attrition.BandFrom[] = [
  { band: 'calm' },
  { band: 'watch', from: '0.2' },
  { band: 'talk', from: '0.5' },
]

/** A points card, and what cards that had not seen each person said of that person. */
export const byCard = attrition.calibrate({
  history,
  folds: 10,
  fit: (people) =>
    attrition.fitCard({
      id: 'early-warning',
      history: people,
      signals,
      bins: 5,
      penalty: 1,
      pointsToDouble: 10,
      bands,
    }),
  predict: ({ card }, values) => attrition.cardProbability(card, values),
})

/** The ridge logistic model, the same way: the yardstick of the card. */
export const byModel = attrition.calibrate({
  history,
  folds: 10,
  fit: (people) => attrition.fitLogistic({ history: people, signals, penalty: 10 }),
  predict: attrition.modelProbability,
})
