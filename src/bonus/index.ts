export { prorated, prorationInputs } from './prorated.js'
export { type TargetBonus, targetBonus } from './target.js'
