/** What works a run out: the name and the version of this package. */
export const engine = 'payproof@0.1.0'
