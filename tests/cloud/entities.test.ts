import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { entities } from '#cloud/entities.ts'

const shared = resolve(import.meta.dirname, '../../src-shared')

test('[Y8] the cloud guards every entity that a feature declares', async () => {
  const files = readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((path) =>
    /[\\/]replication\.ts$/.test(path),
  )
  const declared: string[] = []
  for (const file of files) {
    const module: Record<string, unknown> = await import(/* @vite-ignore */ pathToFileURL(join(shared, file)).href)
    for (const each of Object.values(module))
      if (typeof each === 'object' && each !== null && 'fields' in each && 'schemaVersion' in each && 'name' in each)
        declared.push(String(each.name))
  }
  expect(declared.length).toBeGreaterThan(10)
  expect([...entities.keys()].sort()).toEqual(declared.sort())
})
