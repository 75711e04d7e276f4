import { parseArgs } from 'node:util'

export interface HeadlessArguments {
  /** Undefined: the usual place of this computer. */
  readonly dataFolder: string | undefined
  /** Undefined: the usual port, or any free one where that is taken. */
  readonly port: number | undefined
  readonly demo: boolean
  /** A script started the program: one line of JSON on stdout and nothing else. */
  readonly json: boolean
}

export type ParsedArguments =
  | { readonly ok: true; readonly value: HeadlessArguments }
  | { readonly ok: false; readonly problem: string }

export const usage = 'npm start -- [--headless] [--data FOLDER] [--port NUMBER] [--demo] [--json]'

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
      },
    })
    if (values.data === '') return { ok: false, problem: '--data needs a folder' }
    const port = values.port === undefined ? undefined : Number(values.port)
    if (port !== undefined && !(/^\d{1,5}$/.test(values.port ?? '') && port <= 65_535)) {
      return { ok: false, problem: `--port needs a number from 0 (any free port) to 65535, not "${values.port}"` }
    }
    return {
      ok: true,
      value: { dataFolder: values.data, port, demo: values.demo ?? false, json: values.json ?? false },
    }
  } catch (error) {
    return { ok: false, problem: error instanceof Error ? error.message : String(error) }
  }
}
