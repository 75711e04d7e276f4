import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './printers.module.css'

type Found = OutputFor<'printer.search'>['printers'][number]

/** Looks for printers when it is pressed, and never by itself (PR63); one that is chosen fills the form. */
export function FindOnNetwork({ onChoose }: { onChoose: (found: Found) => void }) {
  const { t } = useTranslation('printing')
  const refusals = useRefusalWords()
  const search = useLocal('printer.search')
  const [found, setFound] = useState<readonly Found[] | null>(null)
  const look = async () => {
    const answer = await search.run({})
    if (answer.ok) setFound(answer.value.printers)
  }
  return (
    <div className={styles.find}>
      <div>
        <Button
          size={28}
          icon={<IconSearch size={15} stroke={1.6} aria-hidden />}
          isBusy={search.isPending}
          onClick={() => void look()}
        >
          {t('screen.find.run')}
        </Button>
      </div>
      <div aria-live="polite">
        {search.problem !== null && (
          <ErrorNotice what={t('screen.find.failed')} why={refusals.problem(search.problem)} />
        )}
        {found?.length === 0 && <p className="hint">{t('screen.find.none')}</p>}
        {found !== null && found.length > 0 && (
          <ul className={styles.found}>
            {found.map((each) => (
              <li key={`${each.host} ${each.name}`}>
                <button type="button" className={styles.foundOne} onClick={() => onChoose(each)}>
                  <span className={`one-line ${styles.name}`}>{each.name}</span>
                  <span className={`one-line ${styles.second}`}>
                    {[each.model, each.isKnown ? t('screen.find.known') : ''].filter((word) => word !== '').join(' · ')}
                  </span>
                  <span className="mono">{each.host}</span>
                </button>
              </li>
            ))}
          </ul>
        )}
      </div>
    </div>
  )
}
