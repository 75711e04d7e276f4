import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useFormat, useFormCheck, useHouse } from '#renderer/client/index.ts'
import { Button, DateField, Dialog, FieldGrid, NumberField, SelectField, useKeys } from '#renderer/ui/index.ts'
import { parsePercent } from '#shared/kernel/parse/percent.ts'
import { type VatLevel, type VatRate, vatLevels } from '#shared/settings/vat-rates.ts'
import { NotSaved } from '../not-saved.tsx'

interface NewVatRateProps {
  rates: readonly VatRate[]
  country: string
  onClose: () => void
}

/** A rate that begins on a day. Papers before that day keep the old one. */
export function NewVatRate({ rates, country, onClose }: NewVatRateProps) {
  const { t } = useTranslation('settings')
  const { today } = useHouse()
  const format = useFormat()
  const save = useCommand('setting.put')
  const [level, setLevel] = useState<VatLevel>('standard')
  const [rate, setRate] = useState<number | null>(null)
  const [from, setFrom] = useState<string | null>(null)
  const input = useMemo(
    () => ({
      scope: 'company' as const,
      key: 'vatRates',
      value: [...rates, { country, level, rate: rate ?? 0, validFrom: from ?? today }].map((each) => ({ ...each })),
    }),
    [rates, country, level, rate, from, today],
  )
  const check = useFormCheck('setting.put', input, save.problem)
  const missing = rate === null || from === null ? t('screen.vat.missing') : undefined
  const keep = async () => {
    if (missing !== undefined || !check.checkAll()) return
    const outcome = await save.run(input)
    if (outcome.ok) onClose()
  }
  const place = rates.length
  return (
    <Dialog
      title={t('screen.vat.add')}
      isOpen
      onClose={onClose}
      width={640}
      closesOnVeil={false}
      actions={
        <>
          <Button kind="quiet" keys="Esc" onClick={onClose}>
            {t('screen.cancel')}
          </Button>
          <Button
            kind="solid"
            keys="Ctrl+Enter"
            isBusy={save.isPending}
            blockedBy={missing}
            onClick={() => void keep()}
          >
            {t('screen.save')}
          </Button>
        </>
      }
    >
      <SaveKey onSave={() => void keep()} />
      <NotSaved problem={save.problem} check={check} />
      <FieldGrid columns={3}>
        <SelectField
          name={`value.${place}.level`}
          label={t('screen.vat.level')}
          options={vatLevels.map((each) => ({ value: each, label: t(`screen.vat.levels.${each}`) }))}
          value={level}
          onChange={setLevel}
        />
        <NumberField
          name={`value.${place}.rate`}
          label={t('screen.vat.rate')}
          value={rate}
          onChange={setRate}
          parse={(text) => {
            const reading = parsePercent(text, { language: format.language })
            return reading.ok ? reading.value : null
          }}
          format={format.percentToEdit}
          error={check.errorOf(`value.${place}.rate`)}
          autoFocus
        />
        <DateField
          name={`value.${place}.validFrom`}
          label={t('screen.vat.from')}
          value={from}
          onChange={setFrom}
          today={today}
          error={check.errorOf(`value.${place}.validFrom`)}
        />
      </FieldGrid>
    </Dialog>
  )
}

/** Inside the dialog, so that its key lies above the page's. */
function SaveKey({ onSave }: { onSave: () => void }) {
  const { t } = useTranslation('settings')
  useKeys([{ keys: 'Ctrl+Enter', label: t('screen.save'), run: onSave, scope: 'dialog' }])
  return null
}
