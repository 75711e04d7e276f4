import { Fragment, useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useFormCheck, useHouse, useOwnSolid, useQuery, useSession } from '#renderer/client/index.ts'
import { Button, StatusWord, TextField, useKeys } from '#renderer/ui/index.ts'
import { yearOf } from '#shared/kernel/dates.ts'
import { settleCompany } from '#shared/settings/company-rules.ts'
import { housePatterns, writeNumber } from '#shared/settings/number-pattern.ts'
import { NotSaved } from '../not-saved.tsx'
import styles from '../settings.module.css'
import { SettingsSheet } from '../settings-sheet.tsx'

/** How numbers of documents are written. The counter itself is nobody's to change. */
export function Screen() {
  const { t } = useTranslation('settings')
  const company = useQuery('company.get', {}).value
  if (company === undefined || company === null) {
    return <SettingsSheet title={t('screen.numbers.title')}>{null}</SettingsSheet>
  }
  return <NumbersEditor saved={company.numberPatterns} />
}

// A counter that shows how a number is filled up.
const SAMPLE = 31

function NumbersEditor({ saved }: { saved: Readonly<Record<string, string>> }) {
  const { t } = useTranslation('settings')
  const { station } = useSession()
  const { today, country } = useHouse()
  const save = useCommand('company.change')
  const [patterns, setPatterns] = useState<Readonly<Record<string, string>>>({ ...housePatterns, ...saved })
  const [isSaved, setSaved] = useState(false)
  const input = useMemo(() => ({ numberPatterns: { ...patterns } }), [patterns])
  const found = useMemo(() => {
    const settled = settleCompany(input, country)
    return settled.ok ? [] : (settled.refusal.problems ?? [])
  }, [input, country])
  const check = useFormCheck('company.change', input, save.problem, found)
  useOwnSolid()
  const keep = async () => {
    if (!check.checkAll()) return
    const outcome = await save.run(input)
    if (outcome.ok) setSaved(true)
  }
  useKeys([{ keys: 'Ctrl+Enter', label: t('screen.save'), run: () => void keep() }])
  return (
    <SettingsSheet
      title={t('screen.numbers.title')}
      beside={isSaved && <StatusWord glyph="accepted">{t('screen.saved')}</StatusWord>}
      actions={
        <Button kind="solid" keys="Ctrl+Enter" isBusy={save.isPending} onClick={() => void keep()}>
          {t('screen.save')}
        </Button>
      }
    >
      <NotSaved problem={save.problem} check={check} />
      <p className="settled">{t('screen.numbers.lead')}</p>
      <div className={styles.series}>
        <span className={styles.head}>{t('screen.numbers.series')}</span>
        <span className={styles.head}>{t('screen.numbers.pattern')}</span>
        <span className={styles.head}>{t('screen.numbers.next')}</span>
        {Object.entries(patterns).map(([series, pattern]) => (
          <Fragment key={series}>
            <span className="strong">{t(`screen.numbers.of.${series}`)}</span>
            <TextField
              name={`numberPatterns.${series}`}
              isCode
              label={t(`screen.numbers.of.${series}`)}
              labelIsHidden
              value={pattern}
              onChange={(text) => {
                setSaved(false)
                setPatterns((now) => ({ ...now, [series]: text }))
              }}
              onLeave={check.leave(`numberPatterns.${series}`)}
              error={check.errorOf(`numberPatterns.${series}`)}
            />
            <span className={`mono ${styles.sample}`}>{writeNumber(pattern, SAMPLE, station.code, yearOf(today))}</span>
          </Fragment>
        ))}
      </div>
    </SettingsSheet>
  )
}
