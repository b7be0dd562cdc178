export { overtimeComponents } from './overtime-components.js'
export { type OvertimeTerms, parseOvertime } from './overtime-schema.js'
export type { Parts, Stated, Step } from './stated.js'
