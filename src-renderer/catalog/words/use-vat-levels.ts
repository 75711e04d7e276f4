import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useHouse, useQuery } from '#renderer/client/index.ts'
import { defaultVatRates, type VatLevel, vatLevelsOn, vatRatesSchema } from '#shared/settings/vat-rates.ts'

export interface VatLevelChoice {
  readonly value: VatLevel
  /** "Standard, 21%". */
  readonly label: string
}

/** The levels there are in the shop's country today, with the rate that each stands for. */
export function useVatLevels(): readonly VatLevelChoice[] {
  const { t } = useTranslation('pricing')
  const { country, today } = useHouse()
  const format = useFormat()
  const kept = useQuery('setting.get', { keys: ['vatRates'] }).value
  return useMemo(() => {
    const own = vatRatesSchema.safeParse(kept?.values.vatRates?.value)
    const rates = own.success ? own.data : defaultVatRates
    return vatLevelsOn(rates, country, today).map(({ level, rate }) => ({
      value: level,
      label: level === 'exempt' ? t(`vat.level.${level}`) : `${t(`vat.level.${level}`)}, ${format.percent(rate)}`,
    }))
  }, [t, kept, country, today, format])
}
