// Who may import whom, as docs/architecture.md shows it. Each folder names what it may import of src; the rest is forbidden.
// `npm run boundaries` checks it, and tests/architecture proves that a violation is found.

const MAY_IMPORT = {
  domain: [],
  config: [],
  i18n: ['config'],
  observe: ['config'],
  store: ['domain', 'config', 'observe'],
  queue: ['domain', 'config', 'observe'],
  delivery: ['domain', 'i18n', 'config', 'observe'],
  components: ['domain', 'i18n', 'config', 'observe'],
  auth: ['domain', 'store', 'config', 'observe'],
  'pipeline/listen': ['domain', 'store', 'queue', 'delivery', 'auth', 'config', 'observe'],
  'pipeline/score': ['domain', 'store', 'queue', 'delivery', 'auth', 'config', 'observe'],
  'pipeline/analyze': ['domain', 'store', 'queue', 'delivery', 'auth', 'config', 'observe'],
  'pipeline/alert': ['domain', 'store', 'queue', 'delivery', 'auth', 'config', 'observe'],
  'pipeline/act': ['domain', 'store', 'queue', 'delivery', 'auth', 'config', 'observe'],
  'pipeline/design': ['domain', 'store', 'queue', 'delivery', 'auth', 'config', 'observe'],
  'pipeline/operate': ['domain', 'store', 'queue', 'delivery', 'auth', 'config', 'observe'],
  collect: ['pipeline', 'domain', 'widget', 'i18n', 'config', 'observe'],
  widget: ['domain'],
  app: ['pipeline', 'auth', 'collect', 'widget', 'components', 'domain', 'i18n', 'config', 'observe'],
  workers: ['pipeline', 'queue', 'config', 'observe'],
  cli: ['pipeline', 'queue', 'config', 'observe'],
  web: ['collect', 'pipeline/operate', 'config', 'observe'],
}

const boundary = ([folder, allowed]) => ({
  name: `${folder.replace('/', '-')}-imports`,
  comment: `src/${folder} may import ${allowed.length === 0 ? 'nothing else of src' : allowed.join(', ')}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [folder, ...allowed].map((name) => `^src/${name}/`) },
})

module.exports = {
  forbidden: [
    ...Object.entries(MAY_IMPORT).map(boundary),
    {
      name: 'known-folder',
      comment: 'A new folder in src needs a line in the table of boundaries.',
      severity: 'error',
      from: { path: '^src/', pathNot: [...Object.keys(MAY_IMPORT).map((folder) => `^src/${folder}/`), '^src/[^/]+$'] },
      to: {},
    },
    {
      name: 'pure-domain',
      comment: 'The domain is pure: zod and small pure libraries, no I/O and no framework.',
      severity: 'error',
      from: { path: '^src/domain/' },
      to: {
        dependencyTypes: ['npm', 'core'],
        pathNot: '(^|/)node_modules/(zod|@stdlib/[^/]+|simple-statistics|ml-matrix|vader-sentiment|dayjs)/',
      },
    },
    {
      name: 'widget-without-zod',
      comment: 'What customers’ browsers download never reaches zod: it alone is larger than the whole runtime may be.',
      severity: 'error',
      from: { path: '^src/widget/' },
      to: { path: '(^|/)node_modules/zod/', reachable: true },
    },
    {
      name: 'database-at-home',
      comment: 'Prisma and pg live in src/store; the queue has a connection of its own.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(store|queue)/' },
      to: { path: '(^|/)node_modules/(pg|@prisma|bullmq|ioredis)/|^src/store/generated/' },
    },
    {
      name: 'charts-at-home',
      comment: 'Only components/charts imports the chart library.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/components/charts/' },
      to: { path: '(^|/)node_modules/(recharts|@mantine/charts)/', pathNot: '\\.css$' },
    },
    {
      name: 'no-cycles',
      comment: 'Files that import one another in a circle can’t be loaded or understood one at a time; types alone may.',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/store/generated/' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'Every import leads somewhere.',
      severity: 'error',
      from: { path: '^src/' },
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/|^src/store/generated/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
}
