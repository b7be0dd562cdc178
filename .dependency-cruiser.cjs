/** The layers of docs/decisions/0001-layers.md, enforced. */
const layers = [
  'problem',
  'quantity',
  'words',
  'calendar',
  'statistics',
  'formula',
  'sql',
  'credit',
  'pay',
]
const domains = [
  'grade',
  'kpi',
  'rating',
  'commission',
  'bonus',
  'attrition',
  'growth',
  'equity',
  'investment',
  'wage',
]
const top = ['payroll', 'testing']
const any = (names) => `^src/(${names.join('|')})/`

const upward = [...layers, ...top].map((layer) => ({
  name: `${layer}-looks-down-only`,
  severity: 'error',
  from: { path: `^src/${layer}/` },
  to: {
    path: any(
      layers.includes(layer)
        ? [...layers.slice(layers.indexOf(layer) + 1), ...domains, ...top]
        : top.slice(top.indexOf(layer) + 1),
    ),
  },
}))

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, pathNot: '^src/index\\.ts$' },
      to: {},
    },
    ...upward,
    {
      name: 'domains-stay-below-payroll',
      severity: 'error',
      from: { path: any(domains) },
      to: { path: any(top) },
    },
    {
      name: 'domains-write-no-sql',
      comment: 'SQL is a meaning of formulas, as evaluate is: a domain builds formulas.',
      severity: 'error',
      from: { path: any([...domains, ...top]) },
      to: { path: any(['sql']) },
    },
    {
      name: 'domains-share-types-only',
      comment: 'A domain may use only the types another domain names in its index.ts.',
      severity: 'error',
      from: { path: any(domains) },
      to: {
        path: any(domains),
        pathNot: ['^src/$1/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'statistics-stands-on-problem-alone',
      severity: 'error',
      from: { path: '^src/statistics/' },
      to: { path: '^src/', pathNot: '^src/(statistics|problem)/' },
    },
    {
      name: 'no-pay-from-statistics',
      comment: 'Binary floating point measures and warns; it decides no amount of money.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(statistics|attrition|equity|rating/reliability)/' },
      to: { path: '^src/statistics/' },
    },
    {
      name: 'no-rating-from-reliability',
      comment: 'How far raters agree is measured beside a rating, and corrects none.',
      severity: 'error',
      from: { path: '^src/rating/', pathNot: '^src/rating/(reliability/|index\\.ts$)' },
      to: { path: '^src/rating/reliability/' },
    },
    {
      name: 'zod-in-schemas-only',
      severity: 'error',
      from: { path: '^src/', pathNot: 'schema\\.ts$' },
      to: { path: 'node_modules/zod/' },
    },
    {
      name: 'decimal-in-quantity-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/quantity/' },
      to: { path: 'node_modules/decimal\\.js/' },
    },
    {
      name: 'hashes-in-one-file',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/problem/sha256\\.ts$' },
      to: { path: 'node_modules/@noble/' },
    },
    {
      name: 'date-fns-in-calendar-only',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/calendar/' },
      to: { path: 'node_modules/date-fns/' },
    },
    {
      name: 'no-node-modules-of-node',
      severity: 'error',
      from: { path: '^src/' },
      to: { dependencyTypes: ['core'] },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types'] },
  },
}
