import { randomBytes } from 'node:crypto'
import { resolve } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { type App, createApp } from '#main/app/create-app.ts'
import { productModules } from '#main/app/modules.ts'
import { productChores } from '#main/app/product-chores.ts'
import type { JoinedStation } from '#main/app/station.ts'
import type { FeatureModule } from '#main/platform/bus/module.ts'
import { systemClock } from '#main/platform/clock/clock.ts'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { inlineChores } from '#main/platform/workers/chores.ts'

export const projectFolder = resolve(import.meta.dirname, '../..')

/** The product's own core over a folder, in this process: what a figure "in the core" is measured on. */
export function openBenchCore(
  dataFolder: string,
  more: { readonly modules?: readonly FeatureModule[]; readonly joins?: JoinedStation } = {},
): App {
  const { modules = productModules, ...ports } = more
  return createApp(
    {
      ...ports,
      dataFolder,
      clock: systemClock,
      newId: uuidv7,
      randomBytes: (count) => randomBytes(count),
      owner: { pid: process.pid, host: 'bench' },
      version: '0.0.0-bench',
      chores: inlineChores(productChores),
      translate: createTranslate(resolve(projectFolder, 'resources/locales')),
      log: {
        info: () => {},
        problem: (event, facts) =>
          process.stderr.write(`${JSON.stringify({ event, ...facts, error: String(facts.error) })}\n`),
      },
    },
    modules,
  )
}
