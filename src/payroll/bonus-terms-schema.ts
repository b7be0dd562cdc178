import * as z from 'zod'
import {
  parseGrantPolicy,
  parseLoyaltyPolicy,
  parseReferralPolicy,
  parseThirteenthPolicy,
} from '../bonus/grant-schema.js'
import { parseProfitSharingPolicy } from '../bonus/pool-schema.js'
import { parseTargetPlanPolicy } from '../bonus/target-schema.js'
import { parseContest, parseSpiff } from '../commission/contest-schema.js'
import { parseObjectivesPolicy } from '../commission/target-schema.js'
import type { Writing } from '../pay/index.js'
import { parseParts } from '../problem/parts.js'
import { by, format } from '../problem/schema.js'
import { fundingWithin, readsSchema, within } from './terms-schema.js'

/** The terms of the kinds of policy that are bonuses, as they are read for the policy and the book. */

const { name } = format
const text = z.string().min(1)
const table = { table: by(name) }
const readings = { reads: by(readsSchema) }

/** A target bonus plan, and what it reads. */
export function parseTargetTerms(json: unknown, about: Writing) {
  return parseParts(json, { target: within(parseTargetPlanPolicy, about), ...readings }, ['reads'])
}

/** Objectives, and what they read. */
export function parseObjectivesTerms(json: unknown, about: Writing) {
  return parseParts(json, { objectives: within(parseObjectivesPolicy, about), ...readings }, [
    'reads',
  ])
}

/** A SPIFF, and the table of credits whose deals it pays: `credits` unless said. */
export function parseSpiffTerms(json: unknown, about: Writing) {
  return parseParts(json, { spiff: within(parseSpiff, about), ...table }, ['table'])
}

/** A contest, and the table of credits that it ranks by: `credits` unless said. */
export function parseContestTerms(json: unknown, about: Writing) {
  return parseParts(json, { contest: within(parseContest, about), ...table }, ['table'])
}

/** A 13th month, and what it reads. */
export function parseThirteenthTerms(json: unknown, about: Writing) {
  return parseParts(json, { thirteenth: within(parseThirteenthPolicy, about), ...readings }, [
    'reads',
  ])
}

/** A loyalty bonus, and the attribute that is the first day of service: `hired` unless said. */
export function parseLoyaltyTerms(json: unknown, about: Writing) {
  const readers = { loyalty: within(parseLoyaltyPolicy, about), hired: by(name) }
  return parseParts(json, readers, ['hired'])
}

/** How grants vest, the table that tells them, and the attribute that says how somebody leaves. */
export function parseGrantTerms(json: unknown, about: Writing) {
  const readers = {
    grant: within(parseGrantPolicy, about),
    ...table,
    since: by(name),
    leaving: by(name),
    performance: by(name),
    malus: by(name),
    price: by(name),
    shares: by(format.nonNegative),
    dividends: by(name),
  }
  const { grant: _, ...optional } = readers
  return parseParts(json, readers, Object.keys(optional) as (keyof typeof optional)[])
}

/** A referral bonus, the table of what happens to who was referred, and the event that pays. */
export function parseReferralTerms(json: unknown, about: Writing) {
  const readers = { referral: within(parseReferralPolicy, about), ...table, event: by(text) }
  return parseParts(json, readers, ['table', 'event'])
}

/** How a profit share is funded and divided; the fund may have a name of its own. */
export function parseProfitSharingTerms(json: unknown, about: Writing) {
  return parseParts(
    json,
    {
      funding: fundingWithin(about),
      sharing: within(parseProfitSharingPolicy, about),
      ...readings,
    },
    ['reads'],
  )
}
