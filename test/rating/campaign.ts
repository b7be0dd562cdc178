import {
  type Participants,
  parseParticipants,
  parseRatingPolicy,
  type Rating,
  type RatingPolicy,
} from '../../src/rating/schema.js'

/** A promotion that two departments made and rate. */
export const participants: Participants = parseParticipants({
  raters: { lead: 'operations', 'ops-1': 'operations', 'cs-1': 'service', 'cs-2': 'service' },
  subjects: { 'flash-sale': { departments: ['operations'], people: ['lead'] } },
  conflicts: [{ rater: 'cs-2', subject: 'flash-sale', reason: 'married to the campaign lead' }],
})

export const policyJson = {
  id: 'campaign',
  scale: { minimum: '1', maximum: '5' },
  criteria: [
    { criterion: 'result', weight: '0.6' },
    { criterion: 'service', weight: '0.4' },
  ],
  raters: { ownDepartment: true },
  minimumRaters: 2,
  anonymityThreshold: 3,
  shrinkage: '0',
  places: 4,
}

export function policy(change: object = {}): RatingPolicy {
  return parseRatingPolicy({ ...policyJson, ...change })
}

export function rating(rater: string, subject: string, criterion: string, score: string): Rating {
  return { rater, subject, criterion, score }
}
