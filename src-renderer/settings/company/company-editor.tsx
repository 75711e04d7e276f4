import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useDateWords, useFormCheck, useFormDraft, useOwnSolid } from '#renderer/client/index.ts'
import { Button, StatusWord, useKeys } from '#renderer/ui/index.ts'
import { productContract } from '#shared/contract.ts'
import { settleCompany } from '#shared/settings/company-rules.ts'
import { NotSaved } from '../not-saved.tsx'
import { SettingsSheet } from '../settings-sheet.tsx'
import { CompanyFields } from './company-fields.tsx'
import { type CompanyValues, companyForm, companyInput } from './company-values.ts'

export function CompanyEditor({ saved }: { saved: CompanyValues }) {
  const { t } = useTranslation('settings')
  const dates = useDateWords()
  const save = useCommand('company.change')
  const draft = useFormDraft({
    key: 'company',
    kind: 'company',
    title: (values) => values.name,
    initial: saved,
    form: companyForm,
  })
  const [isSaved, setSaved] = useState(false)
  const input = useMemo(() => companyInput(draft.values), [draft.values])
  const found = useMemo(() => rulesOf(input, draft.values.country), [input, draft.values.country])
  const check = useFormCheck('company.change', input, save.problem, found)
  useOwnSolid()
  const keep = async () => {
    if (!check.checkAll()) return
    const outcome = await save.run(input)
    if (!outcome.ok) return
    check.reset()
    setSaved(true)
    await draft.discard()
  }
  useKeys([{ keys: 'Ctrl+Enter', label: t('screen.save'), run: () => void keep() }])
  if (!draft.isReady) return <SettingsSheet title={t('screen.company.title')}>{null}</SettingsSheet>
  return (
    <SettingsSheet
      title={t('screen.company.title')}
      beside={
        draft.keptSince !== null ? (
          <StatusWord glyph="dashed">{t('app:draft.keptSince', { time: dates.since(draft.keptSince) })}</StatusWord>
        ) : isSaved ? (
          <StatusWord glyph="accepted">{t('screen.saved')}</StatusWord>
        ) : null
      }
      actions={
        <Button kind="solid" keys="Ctrl+Enter" isBusy={save.isPending} onClick={() => void keep()}>
          {t('screen.save')}
        </Button>
      }
    >
      <NotSaved problem={save.problem} check={check} />
      <CompanyFields
        values={draft.values}
        check={check}
        change={(part) => {
          setSaved(false)
          draft.change((values) => ({ ...values, ...part }))
        }}
      />
    </SettingsSheet>
  )
}

/** Rules that the schema does not know: check digits of VAT numbers. */
function rulesOf(input: ReturnType<typeof companyInput>, country: string) {
  const read = productContract['company.change'].input.safeParse(input)
  if (!read.success) return []
  const settled = settleCompany(read.data, country)
  return settled.ok ? [] : (settled.refusal.problems ?? [])
}
