import { parseArgs } from 'node:util'

export interface CloudArguments {
  /** Undefined: the usual place of this computer. Not used with DATABASE_URL. */
  readonly dataFolder: string | undefined
  /** Where files lie; undefined: in the data folder. Not used with FILES_S3_ENDPOINT. */
  readonly filesFolder: string | undefined
  readonly port: number
  readonly host: string
  /** A script started the program: one line of JSON on stdout and nothing else. */
  readonly json: boolean
  /** The database was put back from a backup: begin another epoch (Y12). */
  readonly restored: boolean
  /** Programs older than this may push and get nothing until they are updated (G8). */
  readonly oldestClient: string | null
}

export type ParsedArguments =
  | { readonly ok: true; readonly value: CloudArguments }
  | { readonly ok: false; readonly problem: string }

export const usualPort = 4790

export const usage =
  'npm run cloud -- [--data FOLDER] [--files FOLDER] [--host ADDRESS] [--port NUMBER] [--restored] [--oldest-client VERSION] [--json]'

export function parseCloudArguments(words: readonly string[]): ParsedArguments {
  try {
    const { values } = parseArgs({
      args: [...words],
      options: {
        data: { type: 'string' },
        files: { type: 'string' },
        host: { type: 'string', default: '127.0.0.1' },
        port: { type: 'string', default: String(usualPort) },
        'oldest-client': { type: 'string' },
        restored: { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
      },
    })
    if (values.data === '') return { ok: false, problem: '--data needs a folder' }
    if (values.files === '') return { ok: false, problem: '--files needs a folder' }
    if (values.host === '') return { ok: false, problem: '--host needs an address' }
    const port = Number(values.port)
    if (!(/^\d{1,5}$/.test(values.port) && port <= 65_535))
      return { ok: false, problem: `--port needs a number from 0 (any free port) to 65535, not "${values.port}"` }
    const { data, files, host, json, restored, 'oldest-client': oldestClient = null } = values
    if (oldestClient !== null && !/^\d+\.\d+\.\d+$/.test(oldestClient))
      return { ok: false, problem: `--oldest-client needs a version such as 1.2.0, not "${oldestClient}"` }
    return { ok: true, value: { dataFolder: data, filesFolder: files, host, port, json, restored, oldestClient } }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
