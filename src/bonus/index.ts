export { type TargetBonus, targetBonus } from './target.js'
