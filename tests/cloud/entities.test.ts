import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { entities } from '#cloud/entities.ts'
import { productContract } from '#shared/contract.ts'

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

test('[G1] every entity says who writes it: commands that there are, and the right that each of them takes', () => {
  const commands: ReadonlyMap<string, string | null> = new Map(
    Object.values(productContract).flatMap((each) => (each.kind === 'command' ? [[each.name, each.permission]] : [])),
  )
  /** What the program records for somebody who had another right, and answers to findings, which take the document's own. */
  const forSomebody = new Set(['printJob.record', 'drawer.record', 'company.setUp', 'finding.resolve'])
  for (const entity of entities.values()) {
    const { writtenBy } = entity
    expect([entity.name, writtenBy === undefined]).toEqual([entity.name, false])
    for (const [command, rights] of Object.entries(writtenBy ?? {})) {
      expect([entity.name, command, commands.has(command)]).toEqual([entity.name, command, true])
      const grants = rights.map((right) => (typeof right === 'string' ? right : right.grant))
      if (!forSomebody.has(command))
        expect([command, grants]).toEqual([command, expect.arrayContaining([commands.get(command)])])
    }
  }
})
