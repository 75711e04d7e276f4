// The import table of the architecture as a gate: who may import whom, and which folder owns which package.
// Parsed with swc, since the compiler in use is newer than dependency-cruiser's own TypeScript support; scripts/import-gate.mjs
// checks that every source file was really seen. There is no list of exceptions.
const path = require('node:path')
const { featureOrder } = require(path.join(__dirname, 'src-shared/feature-order.ts'))

const features = featureOrder.join('|')
/** `from` may import, of this project's own modules, only what one of `allowed` matches; packages have rules below. */
function only(name, from, allowed, comment) {
  return {
    name,
    severity: 'error',
    comment,
    from: { path: from },
    to: { pathNot: [...allowed, '(^|/)node_modules/'], dependencyTypesNot: ['core'], couldNotResolve: false },
  }
}

const kernel = '^src-shared/kernel/'
const sharedRoot = '^src-shared/[^/]+\\.ts$'
const contract = '^src-shared/contract\\.ts$'
const platform = '^src-main/platform/'
/** Shells see of the platform only wording, web rules and the port for secrets. */
const shellPlatform = '^src-main/platform/(translate|web|secrets)/'

const layers = [
  only('kernel-alone', kernel, [kernel], 'The kernel knows no business and imports only itself.'),
  only(
    'shared-feature',
    `^src-shared/(${features})/`,
    [kernel, `^src-shared/(${features})/`],
    'Pure rules import the kernel and features.',
  ),
  only(
    'shared-root',
    '^src-shared/[^/]+\\.ts$',
    [kernel, sharedRoot, `^src-shared/(${features})/`],
    'Root files compose features.',
  ),
  only('platform', platform, [kernel, platform], 'Machinery has no business nouns.'),
  only(
    'main-feature',
    `^src-main/(${features})/`,
    [
      kernel,
      `^src-shared/(${features})/`,
      platform,
      '^src-main/$1/',
      `^src-main/(${features})/index\\.ts$`,
      '^resources/',
    ],
    'A feature of the core imports rules, the platform, itself, and others through index.ts.',
  ),
  only(
    'main-app',
    '^src-main/app/',
    [kernel, sharedRoot, platform, '^src-main/app/', `^src-main/(${features})/module\\.ts$`, '^resources/'],
    'The composition sees features as modules only.',
  ),
  only(
    'preload',
    '^src-main/electron/preload/',
    [kernel, '^src-main/electron/preload/'],
    'The preload is a bridge and nothing else.',
  ),
  only(
    'electron-shell',
    '^src-main/electron/(?!preload/)',
    [kernel, contract, shellPlatform, '^src-main/app/', '^src-main/electron/'],
    'The desktop shell relays; it sees the app, never a feature.',
  ),
  only(
    'headless-shell',
    '^src-main/headless/',
    [kernel, contract, shellPlatform, '^src-main/app/', '^src-main/headless/'],
    'The headless shell relays; it sees the app, never a feature.',
  ),
  only('renderer-ui', '^src-renderer/ui/', [kernel, '^src-renderer/ui/'], 'The design system knows no business.'),
  only(
    'renderer-client',
    '^src-renderer/client/',
    [kernel, contract, '^src-renderer/client/', '^resources/'],
    'The client knows the contract only.',
  ),
  only(
    'renderer-feature',
    `^src-renderer/(${features})/`,
    ['^src-shared/', '^src-renderer/(ui|client)/', '^src-renderer/$1/', `^src-renderer/(${features})/index\\.tsx?$`],
    'A screen imports rules, the design system, the client, itself, and others through index.ts.',
  ),
  only(
    'renderer-app',
    '^src-renderer/app/',
    [kernel, contract, '^src-renderer/(ui|client|app)/', `^src-renderer/(${features})/routes\\.tsx$`, '^resources/'],
    'The shell of the screens sees features as routes only.',
  ),
  only(
    'renderer-root',
    '^src-renderer/[^/]+\\.tsx?$',
    [kernel, '^src-renderer/(ui|client|app)/'],
    'The entry starts the app.',
  ),
  only(
    'cloud',
    '^src-cloud/',
    [kernel, '^src-shared/sync/', `^src-shared/(${features})/(?!contract\\.ts|.*-(rules|totals)\\.ts)`, '^src-cloud/'],
    'The cloud reads field classes, states and records, never commands or rules.',
  ),
  {
    name: 'nothing-imports-tests',
    severity: 'error',
    comment: 'Tests look at the program, never the other way round.',
    from: { pathNot: '^tests/' },
    to: { path: '^tests/' },
  },
]

/** A feature may import only those before it, in each layer. */
const order = ['shared', 'main', 'renderer'].flatMap((layer) =>
  featureOrder.slice(0, -1).map((feature, place) => ({
    name: 'feature-order',
    severity: 'error',
    comment:
      'A feature may import only those above it in src-shared/feature-order.ts; later ones take part by reactions.',
    from: { path: `^src-${layer}/${feature}/` },
    // Screens may use the pure rules of any feature.
    to: {
      path: `^src-${layer === 'renderer' ? 'renderer' : '(shared|main)'}/(${featureOrder.slice(place + 1).join('|')})/`,
    },
  })),
)

const drivers = `^src-main/(${features})/drivers/`
/** Package -> the only folders that may import it. What is not here may not be imported by the program at all. */
const owners = [
  [['electron', 'electron-updater'], ['^src-main/electron/']],
  [['better-sqlite3'], ['^src-main/platform/database/']],
  [
    ['drizzle-orm'],
    [
      '^src-main/platform/database/',
      `^src-main/(${features})/(tables\\.ts|projection\\.ts|queries/)`,
      '^src-cloud/(database|sync)/',
    ],
  ],
  [['node-thermal-printer', 'iconv-lite', 'koffi', 'ipp'], ['^src-main/printing/drivers/']],
  [['pdf-lib', '@pdf-lib/fontkit'], ['^src-main/printing/pdf/']],
  [['ssh2-sftp-client', 'basic-ftp'], ['^src-main/platform/sftp/']],
  [
    [
      'react',
      'react-dom',
      'react-i18next',
      '@tanstack/react-router',
      '@mantine/',
      '@tabler/icons-react',
      '@fontsource-variable/',
      'dayjs',
    ],
    ['^src-renderer/'],
  ],
  [['@tanstack/react-table', '@tanstack/react-virtual'], ['^src-renderer/ui/data-table/']],
  [['@tanstack/react-query'], ['^src-renderer/client/']],
  [['i18next'], ['^src-renderer/client/', '^src-main/platform/translate/']],
  [['zod', 'big.js', 'temporal-polyfill'], ['^src-']],
  [['uuid'], [kernel, platform, '^src-main/app/']],
  [
    ['hono', '@hono/node-server'],
    ['^src-main/headless/', '^src-cloud/server/'],
  ],
  [['ws'], ['^src-main/headless/']],
  [['pg', '@electric-sql/pglite'], ['^src-cloud/database/']],
  [['bwip-js'], ['^src-main/printing/', '^src-renderer/ui/barcode/']],
  [
    ['pdfjs-dist', '@napi-rs/canvas'],
    ['^src-main/files/', '^src-main/printing/'],
  ],
  [['nodemailer', 'imapflow', 'postal-mime'], ['^src-main/messages/']],
  [['fast-xml-parser', 'xmlbuilder2', 'libxml2-wasm'], ['^src-main/platform/xml/']],
  [['@node-rs/argon2'], ['^src-main/users/']],
  [['croner', 'jose', 'pino', 'p-queue'], [platform]],
]

const asPackage = (name) =>
  `(^|/)node_modules/(@types/)?${name.replaceAll('.', '\\.')}${name.endsWith('/') ? '' : '(/|$)'}`

const packages = [
  ...owners
    .filter(([, folders]) => folders[0] !== '^src-')
    .map(([names, folders]) => ({
      name: 'package-owner',
      severity: 'error',
      comment: `Only ${folders.join(', ')} may import ${names.join(', ')}.`,
      from: { path: '^src-', pathNot: folders },
      to: { path: names.map(asPackage) },
    })),
  {
    name: 'package-without-owner',
    severity: 'error',
    comment: 'Every package has an owner in the import table; add the row before the import.',
    from: { path: '^src-' },
    to: { path: '(^|/)node_modules/', pathNot: owners.flatMap(([names]) => names.map(asPackage)) },
  },
  {
    name: 'pure',
    severity: 'error',
    comment: "src-shared and src-renderer run anywhere: none of Node's modules.",
    from: { path: '^src-(shared|renderer)/' },
    to: { dependencyTypes: ['core'] },
  },
  {
    name: 'node-through-platform',
    severity: 'error',
    comment: "Features reach Node's modules through the platform; drivers excepted.",
    from: { path: `^src-main/(${features})/`, pathNot: drivers },
    to: { dependencyTypes: ['core'] },
  },
]

const health = [
  {
    name: 'no-cycles',
    severity: 'error',
    comment: 'Two modules that need each other are one, or three.',
    from: {},
    to: { circular: true },
  },
  {
    name: 'resolves',
    severity: 'error',
    comment: 'The import leads nowhere.',
    from: {},
    to: { couldNotResolve: true },
  },
  {
    name: 'declared',
    severity: 'error',
    comment:
      'The program imports only packages named under dependencies in package.json (Electron comes with the packaged program).',
    from: { path: '^src-' },
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-dev'], pathNot: asPackage('electron') },
  },
]

module.exports = {
  forbidden: [...layers, ...order, ...packages, ...health],
  options: {
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)tests/architecture/bad-fixture/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
    },
  },
}
