import * as z from 'zod'
import { meaning } from '../problem/schema.js'
import { digitProblems } from '../quantity/internal.js'
import { partProblems, sharePattern, shareProblems, weightPattern } from './share-problems.js'

const share = z.string().regex(sharePattern, 'share')

/** A share of credit: a decimal of 0 or more, or a fraction of whole numbers that is at most 1. */
export const shareSchema = share.superRefine(meaning(shareProblems))

/** What part of somebody's credit goes to another: above 0, and at most 1. */
export const partSchema = share.superRefine(meaning(partProblems))

/** A whole number of shares, as text. */
export const weightSchema = z
  .string()
  .regex(weightPattern, 'weight')
  .superRefine(meaning(digitProblems))
