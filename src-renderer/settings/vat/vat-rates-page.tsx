import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useHouse, useQuery, useSession } from '#renderer/client/index.ts'
import { Button, DataTable, StatusWord, type TableColumn, useKeys } from '#renderer/ui/index.ts'
import { defaultVatRates, type VatRate, vatLevels, vatRateOn, vatRatesSchema } from '#shared/settings/vat-rates.ts'
import { SettingsSheet } from '../settings-sheet.tsx'
import { NewVatRate } from './new-vat-rate.tsx'

type State = 'now' | 'later' | 'past'

/** The rates of the shop's country by level and date. A changed rate is a new row; the old one stays for old papers. */
export function Screen() {
  const { t } = useTranslation('settings')
  const { country, today } = useHouse()
  const { may } = useSession()
  const format = useFormat()
  const [isAdding, setAdding] = useState(false)
  const kept = useQuery('setting.get', { keys: ['vatRates'] }).value
  const rates = useMemo(() => {
    const own = vatRatesSchema.safeParse(kept?.values.vatRates?.value)
    return own.success ? own.data : defaultVatRates
  }, [kept])
  const rows = useMemo(
    () =>
      rates
        .filter((rate) => rate.country === country)
        .toSorted((a, b) => placeOf(a) - placeOf(b) || b.validFrom.localeCompare(a.validFrom)),
    [rates, country],
  )
  const columns = useMemo<readonly TableColumn<VatRate>[]>(
    () => [
      {
        id: 'level',
        head: t('screen.vat.level'),
        width: 'flex',
        look: 'main',
        render: ({ level }) => t(`screen.vat.levels.${level}`),
      },
      {
        id: 'rate',
        head: t('screen.vat.rate'),
        width: 110,
        align: 'right',
        look: 'number',
        render: ({ rate }) => format.percent(rate),
      },
      {
        id: 'from',
        head: t('screen.vat.from'),
        width: 170,
        align: 'right',
        look: 'number',
        render: ({ validFrom }) => format.dateToEdit(validFrom),
      },
      {
        id: 'state',
        head: t('screen.vat.state'),
        width: 190,
        render: (rate) => {
          const state = stateOf(rate, rates, today)
          return (
            <StatusWord
              glyph={state === 'now' ? 'ink-check' : state === 'later' ? 'waiting-clock' : 'called-off'}
              tone={state === 'past' ? 'settled' : 'plain'}
            >
              {t(`screen.vat.states.${state}`)}
            </StatusWord>
          )
        },
      },
    ],
    [t, format, rates, today],
  )
  const mayChange = may('setting.put')
  useKeys([{ keys: 'N', label: t('screen.vat.add'), run: () => setAdding(true), isActive: mayChange, scope: 'list' }])
  return (
    <SettingsSheet
      kind="list"
      title={t('screen.vat.title')}
      beside={t('screen.vat.beside')}
      actions={
        mayChange && (
          <Button keys="N" onClick={() => setAdding(true)}>
            {t('screen.vat.add')}
          </Button>
        )
      }
    >
      <DataTable
        isMain
        label={t('screen.vat.title')}
        columns={columns}
        rows={rows}
        rowId={(rate) => `${rate.level} ${rate.validFrom}`}
        rowLabel={(rate) => t(`screen.vat.levels.${rate.level}`)}
        rowTone={(rate) => (stateOf(rate, rates, today) === 'past' ? 'settled' : 'plain')}
      />
      {isAdding && <NewVatRate rates={rates} country={country} onClose={() => setAdding(false)} />}
    </SettingsSheet>
  )
}

/** The order in which people name the levels. */
function placeOf({ level }: VatRate): number {
  return vatLevels.indexOf(level)
}

function stateOf(rate: VatRate, rates: readonly VatRate[], today: string): State {
  if (rate.validFrom > today) return 'later'
  const holds = rates.filter(
    (each) => each.country === rate.country && each.level === rate.level && each.validFrom <= today,
  )
  const isLatest = holds.every((each) => each.validFrom <= rate.validFrom)
  return isLatest && vatRateOn(rates, rate.country, rate.level, today) === rate.rate ? 'now' : 'past'
}
