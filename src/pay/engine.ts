/**
 * What works a run out: the name and the version of this package.
 *
 * The digest of a run covers all of it but itself, `engine` too. So a later version of the package that
 * works the same run out again gives it another digest, while everything else is the same for as long as
 * `format` is: that is what `verify` of `payproof/payroll` compares. What a run holds changes at releases
 * alone, and with it `format`; a version reads the formats of those before it.
 */
export const engine = 'payproof@0.1.0'
