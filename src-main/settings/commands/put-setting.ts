import { type CommandContext, defineCommand } from '#main/platform/bus/module.ts'
import { parseInput } from '#main/platform/bus/parse-input.ts'
import { derivedId } from '#main/platform/changes/derived-id.ts'
import type { Json } from '#shared/kernel/canonical-json.ts'
import { accepted, type Result, refused } from '#shared/kernel/result.ts'
import { settingsContract } from '#shared/settings/contract.ts'
import { knownSettings } from '#shared/settings/known-settings.ts'
import { type SettingScope, settingEntity } from '#shared/settings/replication.ts'

export const putSetting = defineCommand(settingsContract['setting.put'], ({ org, station }) => {
  const idOf = { company: () => org, station: (id?: string) => id ?? station.id, branch: (id?: string) => id }
  return ({ scope, scopeId: asked, key, value }, context) => {
    const scopeId = idOf[scope](asked)
    if (scopeId === undefined) return refused('setting.withoutBranch')
    return keep(scope, scopeId, key, value, context)
  }
})

export const putPreference = defineCommand(
  settingsContract['preference.put'],
  () =>
    ({ key, value }, context) =>
      context.viewer.userId === null
        ? refused('auth.notSignedIn')
        : keep('user', context.viewer.userId, key, value, context),
)

/** The id comes from what the setting is, so that two stations that first set it apart still mean one document (SE5). */
function keep(
  scope: SettingScope,
  scopeId: string,
  key: string,
  value: Json,
  { tx, read }: CommandContext,
): Result<{ id: string }> {
  const known = knownSettings[key]
  if (known !== undefined && !known.scopes.includes(scope)) return refused('setting.wrongScope', { key, scope })
  if (known !== undefined && value !== null) {
    const parsed = parseInput(known.schema, value)
    if (!parsed.ok)
      return refused(
        'setting.invalid',
        { key },
        parsed.refusal.problems?.map((each) => ({
          ...each,
          field: each.field === '' ? 'value' : `value.${each.field}`,
        })),
      )
  }
  const id = derivedId('setting', scope, scopeId, key)
  if (read(settingEntity, id) !== undefined) tx.set(settingEntity, id, { value })
  else if (value !== null) tx.create(settingEntity, id, { scope, scopeId, key, value })
  return accepted({ id })
}
