import { IconSearch } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useLocal, useRefusalWords } from '#renderer/client/index.ts'
import { Button, ErrorNotice, Glyph } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import styles from './printers.module.css'

type Found = OutputFor<'printer.search'>['printers'][number]

interface FindOnNetworkProps {
  /** Whose address stands in the form. */
  chosenHost: string
  onChoose: (found: Found) => void
}

/** Looks for printers when it is pressed, and never by itself (PR63); one that is chosen fills the form. */
export function FindOnNetwork({ chosenHost, onChoose }: FindOnNetworkProps) {
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
          autoFocus
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
                <button
                  type="button"
                  className={styles.foundOne}
                  aria-pressed={each.host === chosenHost}
                  onClick={() => onChoose(each)}
                >
                  <span className={styles.foundSign}>
                    {each.host === chosenHost && <Glyph name="ink-check" size={14} />}
                  </span>
                  <span className={`one-line ${styles.name}`}>{each.name}</span>
                  <span className={`one-line ${styles.second}`}>{secondWords(each, t('screen.find.known'))}</span>
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

/** That it is here already, and which model it is where its name does not say so. */
function secondWords({ name, model, isKnown }: Found, known: string): string {
  return [isKnown ? known : '', name.includes(model) ? '' : model].filter((word) => word !== '').join(' · ')
}
