import fc from 'fast-check'

// That a mutant is found is enough; the smallest counterexample is not needed.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true })
