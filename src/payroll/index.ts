export type { Audience, BuiltIn, DisclosedBook, HeadClass, LineClass, Shown } from './audience.js'
export { parseAudiences } from './audience-schema.js'
export type { RunFacts } from './commitment.js'
export { type DiscloseRequest, disclose, type Seal, seal } from './disclose.js'
export type { HeadValues, LineValues, WithheldLine, Working } from './leaves.js'
export type { PayslipOptions } from './payslip.js'
export { type RenderViewOptions, renderView } from './render-view.js'
export type { SealingOptions } from './sealing.js'
export {
  type Statement,
  type StatementLine,
  type StatementOptions,
  statements,
} from './statement.js'
export { type VerifyViewOptions, verifyView } from './verify-view.js'
export type { Opened, View, ViewLine } from './view.js'
export { parseView } from './view-schema.js'
export { type Access, type AudienceRequest, audienceFor, type Viewer } from './viewer.js'
