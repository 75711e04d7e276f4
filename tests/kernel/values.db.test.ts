import { readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { currencyExponent } from '#shared/kernel/currency.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { textIn } from '#shared/kernel/local-text.ts'
import { toSafeInteger } from '#shared/kernel/rounding.ts'
import { businessCards } from '#tests/catalog/sample-products.ts'
import { createTestApp } from '#tests/support/create-test-app.ts'

const root = resolve(import.meta.dirname, '../..')

describe('[Values] what documents are made of', () => {
  it('[Values] ids are UUIDv7 text, made by whoever begins a document, and nothing else is an id', () => {
    const id = idOf<'Party'>()
    expect(id.safeParse('01900000-0000-7000-8000-00000000000a').success).toBe(true)
    for (const wrong of [
      '1',
      1,
      '',
      '01900000-0000-7000-8000-00000000000',
      "01900000-0000-7000-8000-00000000000a'",
      null,
    ])
      expect(id.safeParse(wrong).success).toBe(false)
    for (const file of ['src-main/app/core-worker.ts', 'src-renderer/client/new-uuid.ts'])
      expect(readFileSync(join(root, file), 'utf8')).toMatch(/v7/u)
  })

  it('[Values] money, quantities and rates are whole numbers, never floats: no table has a column for one', async () => {
    const app = createTestApp()
    const columns = app.app.station.db
      .read<{ place: string; type: string }>(
        `select t.name || '.' || c.name as place, c.type as type from pragma_table_list t, pragma_table_info(t.name) c
         where t.schema = 'main' and t.type = 'table' and t.name not like 'sqlite_%' and t.name not like '%\\_fts\\_%' escape '\\'`,
      )
      .all()
    await app.close()
    expect(columns.length).toBeGreaterThan(150)
    // Both hold canonical JSON, as text or in the engine's own form.
    const others = columns.filter(({ type }) => !['TEXT', 'INTEGER', 'BLOB'].includes(type.toUpperCase()))
    expect(others.map(({ place }) => place).sort()).toEqual(['changes.payload', 'docs.data'])
    expect(() => toSafeInteger(2n ** 53n)).toThrow()
    expect(z.int().safeParse(0.1 + 0.2).success).toBe(false)
  })

  it('[Values] currencies are ISO 4217 with the decimals they have', () => {
    expect((['EUR', 'PLN', 'GBP'] as const).map(currencyExponent)).toEqual([2, 2, 2])
  })

  it('[Values] a text of the shop falls back to the company’s language, then English, then whatever there is', () => {
    const { names } = businessCards
    expect(textIn({ nl: 'Visitekaartjes', en: 'Business cards' }, 'nl', 'de')).toBe('Visitekaartjes')
    expect(textIn({ nl: 'Visitekaartjes', de: 'Visitenkarten' }, 'pl', 'de')).toBe('Visitenkarten')
    expect(textIn({ nl: 'Visitekaartjes', en: 'Business cards' }, 'pl', 'de')).toBe('Business cards')
    expect(textIn({ fr: 'Cartes' }, 'pl', 'de')).toBe('Cartes')
    expect(textIn({}, 'pl', 'de')).toBe('')
    expect(Object.keys(names).length).toBeGreaterThan(0)
  })

  it('[Values] the machine’s own time zone and language decide nothing: no rule asks for them', () => {
    const asked =
      /resolvedOptions\(\)|toLocale(?:String|DateString|TimeString|LowerCase|UpperCase)\(\)|\.get(?:Hours|Date|Day|Month|FullYear)\(\)/u
    const files = ['src-shared', 'src-main'].flatMap((layer) =>
      readdirSync(join(root, layer), { recursive: true, encoding: 'utf8' })
        .filter((file) => file.endsWith('.ts'))
        .map((file) => join(layer, file)),
    )
    expect(files.length).toBeGreaterThan(200)
    // The host may speak the language of the terminal it was started in; nothing it keeps depends on that.
    expect(files.filter((file) => asked.test(readFileSync(join(root, file), 'utf8')))).toEqual([
      'src-main/headless/main.ts',
    ])
  })
})
