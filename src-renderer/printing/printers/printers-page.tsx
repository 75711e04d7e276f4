import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useGo, useOwnSolid, useQuery, useRouteWish, useSession } from '#renderer/client/index.ts'
import { Button, Content, EmptyState, PageHeader, Sheet, useKeys } from '#renderer/ui/index.ts'
import type { PrinterRow } from '../words/printer-word.ts'
import { PrinterDialog } from './printer-dialog.tsx'
import { PrinterLine } from './printer-line.tsx'
import styles from './printers.module.css'
import { RouteLine } from './route-line.tsx'
import { SetUpDialog } from './set-up-dialog.tsx'
import { usePrinterTest } from './use-printer-test.ts'

/** Printers of this station with their state and their tests, and which paper comes out where (picture 10a). */
export function Screen() {
  const { t } = useTranslation('printing')
  const { may } = useSession()
  const go = useGo()
  const mayChange = may('printer.change')
  const wantsNew = useRouteWish('add') !== null
  const printers = useQuery('printer.list', {}).value?.printers
  const papers = useQuery('printRoute.list', {}, { isWanted: may('printRoute.see') }).value?.papers
  const test = usePrinterTest()
  const [open, setOpen] = useState<PrinterRow | 'new' | null>(null)
  const [settingUp, setSettingUp] = useState<string | null>(null)
  const isNone = printers?.length === 0
  useOwnSolid(isNone && mayChange)
  useKeys([{ keys: 'N', label: t('screen.printers.add'), run: () => setOpen('new'), isActive: mayChange }])
  useEffect(() => {
    if (!wantsNew || !mayChange) return
    setOpen('new')
    go('/printers', { replaces: true })
  }, [wantsNew, mayChange, go])
  if (printers === undefined) return null
  const beingSetUp = printers.find(({ id }) => id === settingUp)
  const addButton = (
    <Button
      kind={isNone ? 'solid' : 'outlined'}
      keys="N"
      icon={<IconPlus size={17} stroke={1.6} aria-hidden />}
      onClick={() => setOpen('new')}
    >
      {t('screen.printers.add')}
    </Button>
  )
  const way = {
    id: 'add',
    icon: <IconPrinter size={20} stroke={1.6} aria-hidden />,
    title: t('screen.printers.firstTitle'),
    detail: t('screen.printers.firstDetail'),
    action: addButton,
  }
  return (
    <Sheet
      head={<PageHeader title={t('screen.printers.title')} actions={mayChange && !isNone ? addButton : undefined} />}
    >
      <Content>
        {isNone ? (
          <div className={styles.empty}>
            <EmptyState title={t('screen.printers.none')} ways={mayChange ? [way] : []}>
              {t('screen.printers.noneWhy')}
            </EmptyState>
          </div>
        ) : (
          <section className={styles.part} aria-label={t('screen.printers.here')}>
            <ul className={styles.list}>
              {printers.map((printer) => (
                <PrinterLine
                  key={printer.id}
                  printer={printer}
                  test={test}
                  mayChange={mayChange}
                  onChange={() => setOpen(printer)}
                  onSetUp={() => setSettingUp(printer.id)}
                />
              ))}
            </ul>
          </section>
        )}
        {papers !== undefined && printers.length > 0 && (
          <section className={styles.part}>
            <h2 className="t-section">{t('screen.routes.title')}</h2>
            <p className={styles.lead}>{t('screen.routes.lead')}</p>
            <ul className={styles.list}>
              {papers.map((paper) => (
                <RouteLine key={paper.kind} paper={paper} printers={printers} mayChange={may('printRoute.change')} />
              ))}
            </ul>
          </section>
        )}
      </Content>
      {open !== null && (
        <PrinterDialog
          key={open === 'new' ? 'new' : open.id}
          printer={open === 'new' ? null : open}
          papers={papers ?? []}
          onClose={() => setOpen(null)}
          onAdded={(printerId) => {
            setOpen(null)
            setSettingUp(printerId)
          }}
        />
      )}
      {beingSetUp !== undefined && <SetUpDialog printer={beingSetUp} onClose={() => setSettingUp(null)} />}
    </Sheet>
  )
}
