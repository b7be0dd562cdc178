import fc from 'fast-check'

/** Texts that would leave their quotes if they were only pasted between them. */
const fragments = [
  ...[
    '"',
    "'",
    '`',
    '\\',
    '\n',
    ';',
    '--',
    '/*',
    '*/',
    '$1',
    '$$',
    ['$', '{spark.master}'].join(''),
    '%s',
    '?',
    ':x',
  ],
  ...['客', 'é', '😀', ' ', '\t', 'a', "E'", "\\'", "''", '");DROP TABLE victim;--', "' OR '1'='1"],
]

export const hostileTexts: readonly string[] = [
  ...fragments,
  ...fragments.map((fragment) => `a${fragment}b${fragment}`),
  ...["\\\\'; DROP TABLE victim; --", '"";DROP TABLE victim;--', '\\u0027', "X'27'"],
]

export const hostileText = fc.oneof(
  fc.constantFrom(...hostileTexts),
  fc
    .array(fc.constantFrom(...fragments), { minLength: 1, maxLength: 6 })
    .map((all) => all.join('')),
)
