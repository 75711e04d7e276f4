import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { TestContext } from 'vitest'

/** Daemons live where only administrators' paths look. */
const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/sbin', '/usr/local/sbin']

function findProgram(name: string): string | null {
  for (const folder of folders) {
    try {
      const path = join(folder, name)
      accessSync(path, constants.X_OK)
      return path
    } catch {
      // Not in this folder.
    }
  }
  return null
}

/**
 * The path of a program this one test needs. On a computer without it the test is skipped under its name; where
 * COUNTERPROOF_REQUIRE=all promises that everything is there, it fails.
 */
export function requireTool(context: Pick<TestContext, 'skip'>, name: string): string {
  const path = findProgram(name)
  if (path !== null) return path
  return missing(context, `${name} is not on this computer`)
}

/** The same for what is there and would not start. */
export function missing(context: Pick<TestContext, 'skip'>, what: string): never {
  if (process.env.COUNTERPROOF_REQUIRE === 'all') throw new Error(`COUNTERPROOF_REQUIRE=all, but ${what}`)
  return context.skip(what)
}
