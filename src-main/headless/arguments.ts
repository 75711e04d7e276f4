import { parseArgs } from 'node:util'

export interface HeadlessArguments {
  /** Undefined: the usual place of this computer. */
  readonly dataFolder: string | undefined
  /** Undefined: the usual port, or any free one where that is taken. */
  readonly port: number | undefined
  readonly demo: boolean
  /** A script started the program: one line of JSON on stdout and nothing else. */
  readonly json: boolean
  /** Found the organisation in this cloud, from this station. */
  readonly cloudUrl: string | undefined
  /** Write every document to this new file as lines of JSON, and end. */
  readonly exportFile: string | undefined
  /** Join the organisation of this cloud, with a pairing code. */
  /** A file with the certificate of that cloud or of its authority, or the certificate's SHA-256. */
  readonly cloudCa: string | undefined
  readonly join: { readonly cloudUrl: string; readonly code: string } | undefined
}

export type ParsedArguments =
  | { readonly ok: true; readonly value: HeadlessArguments }
  | { readonly ok: false; readonly problem: string }

export const usage =
  'npm start -- [--headless] [--data FOLDER] [--port NUMBER] [--demo] [--json] [--cloud URL | --join URL --code CODE] [--cloud-ca FILE|FINGERPRINT] [--export FILE]'

export function parseHeadlessArguments(words: readonly string[]): ParsedArguments {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        headless: { type: 'boolean' },
        data: { type: 'string' },
        port: { type: 'string' },
        demo: { type: 'boolean' },
        json: { type: 'boolean' },
        cloud: { type: 'string' },
        join: { type: 'string' },
        code: { type: 'string' },
        'cloud-ca': { type: 'string' },
        export: { type: 'string' },
      },
    })
    if (values.data === '') return { ok: false, problem: '--data needs a folder' }
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(/^\d{1,5}$/.test(values.port ?? '') && port <= 65_535)) {
      return { ok: false, problem: `--port needs a number from 0 (any free port) to 65535, not "${values.port}"` }
    }
    const { cloud, join: joined, code, 'cloud-ca': cloudCa } = values
    if (joined !== undefined && code === undefined) return { ok: false, problem: '--join needs a --code' }
    if (joined !== undefined && cloud !== undefined) return { ok: false, problem: '--cloud or --join, not both' }
    if (cloudCa !== undefined && joined === undefined && cloud === undefined)
      return { ok: false, problem: '--cloud-ca needs the --cloud or --join that it is of' }
    return {
      ok: true,
      value: {
        dataFolder: values.data,
        port,
        demo: values.demo ?? false,
        json: values.json ?? false,
        cloudUrl: cloud,
        cloudCa,
        exportFile: values.export,
        join: joined === undefined || code === undefined ? undefined : { cloudUrl: joined, code },
      },
    }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
