import { z } from 'zod'
import { command, contract, query } from '#shared/kernel/contract.ts'
import { idOf } from '#shared/kernel/ids.ts'
import { companyFields, companyOutput, settingKey, settingValue } from './company-form.ts'
import { settingScopes } from './replication.ts'

export { companyOutput, postalAddressOutput } from './company-form.ts'

const done = z.object({ id: z.string() })
const officialScopes = ['company', 'branch', 'station'] as const

export const settingsContract = contract(
  query('company.get', {
    input: z.strictObject({}),
    output: companyOutput.nullable(),
    permission: 'company.see',
    touches: ['company'],
    summary: 'The shop itself: name, country, language, currency, time zone, VAT numbers; null before the first start.',
  }),
  command('company.change', {
    input: companyFields.partial(),
    output: done,
    summary: 'Corrects what the shop says about itself. Fields that are left out stay as they are.',
  }),
  command('setting.put', {
    input: z.strictObject({
      scope: z.enum(officialScopes),
      scopeId: idOf<'SettingScope'>()
        .optional()
        .meta({ description: 'The branch or station; left out for the company and for this station.' }),
      key: settingKey,
      value: settingValue,
    }),
    output: done,
    summary:
      'Sets a setting of the company, of a branch or of a station. null takes it back to what the wider scope says.',
  }),
  command('preference.put', {
    input: z.strictObject({ key: settingKey, value: settingValue }),
    output: done,
    summary: 'Sets a setting of the person signed in (columns, density, last choices).',
  }),
  query('setting.get', {
    input: z.strictObject({
      keys: z.array(settingKey).min(1).max(100),
      branchId: idOf<'Branch'>().optional(),
    }),
    output: z.object({
      values: z.record(z.string(), z.object({ value: z.unknown(), scope: z.enum(settingScopes) })),
    }),
    permission: 'setting.see',
    touches: ['setting'],
    summary: 'Settings as they hold here and now: of the person, else this station, else the branch, else the company.',
  }),
  query('setting.list', {
    input: z.strictObject({
      scope: z.enum(settingScopes),
      scopeId: idOf<'SettingScope'>().optional(),
      after: z.string().max(120).optional(),
    }),
    output: z.object({
      settings: z.array(z.object({ id: z.string(), key: z.string(), value: z.unknown() })),
      next: z.string().nullable(),
    }),
    permission: 'setting.see',
    touches: ['setting'],
    summary: 'Every setting of one scope by key; of persons only one’s own.',
  }),
  query('station.about', {
    input: z.strictObject({}),
    output: z.object({
      code: z.string(),
      /** Changes written at this station since its first start. */
      changes: z.number(),
      chain: z.discriminatedUnion('state', [
        z.object({ state: z.literal('whole') }),
        /** `at`: the first change of which the chain does not hold. */
        z.object({ state: z.literal('broken'), at: z.number() }),
      ]),
    }),
    permission: 'session.use',
    runs: 'reader',
    summary:
      'How much this station has recorded, and whether its chain of changes is whole from the first to the last.',
  }),
)
