import { IconSearch } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useHouse } from '#renderer/client/house.tsx'
import { useScreenTools } from '#renderer/client/screen-tools.ts'
import { useFormat } from '#renderer/client/use-format.ts'
import { KeyCap, PageHeader, Sheet } from '#renderer/ui/index.ts'
import { useFeatureParts } from '../all-features.tsx'
import { usePalette } from '../palette/palette-provider.tsx'
import styles from './start-page.module.css'

/** Where the counter begins: what can be started from here, and what the features say about today. */
export function StartPage() {
  const { t } = useTranslation('app')
  const { name, today } = useHouse()
  const format = useFormat()
  const { startPanels } = useFeatureParts()
  const main = startPanels.filter((panel) => panel.column === 'main')
  const aside = startPanels.filter((panel) => panel.column === 'aside')
  return (
    <Sheet head={<PageHeader title={t('start.title')} beside={`${name} · ${format.dateOnPaper(today)}`} />}>
      <div className={styles.page}>
        <div className={styles.main}>
          <QuickActions />
          {main.map(({ id, Panel }) => (
            <Panel key={id} />
          ))}
        </div>
        {aside.length > 0 && (
          <aside className={styles.aside} aria-label={t('start.aside')}>
            {aside.map(({ id, Panel }) => (
              <Panel key={id} />
            ))}
          </aside>
        )}
      </div>
    </Sheet>
  )
}

/** The actions people come to the counter for, as keys large enough for a standing person. */
function QuickActions() {
  const { t } = useTranslation('app')
  const tools = useScreenTools()
  const palette = usePalette()
  const { paletteActions } = useFeatureParts()
  const offered = paletteActions.flatMap((action) => {
    const offer = action.isOnStart === true ? action.offer([], tools) : null
    return offer === null ? [] : [{ action, offer }]
  })
  return (
    <section className={styles.quick} aria-label={t('start.quick')}>
      {offered.map(({ action, offer }) => (
        <button key={action.id} type="button" className={styles.key} onClick={() => void action.run([], tools)}>
          <action.icon size={22} stroke={1.6} aria-hidden />
          <span className={styles.word}>{offer.title}</span>
          {action.keys !== undefined && <KeyCap keys={action.keys} />}
        </button>
      ))}
      <button type="button" className={styles.key} onClick={() => palette.open()}>
        <IconSearch size={22} stroke={1.6} aria-hidden />
        <span className={styles.word}>{t('start.find')}</span>
        <KeyCap keys="Ctrl+K" />
      </button>
    </section>
  )
}
