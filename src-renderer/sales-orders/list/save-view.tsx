import { IconBookmark } from '@tabler/icons-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useClient, useCommand, useRefusalWords, useSession, useTakeBack } from '#renderer/client/index.ts'
import { Button, CheckboxField, Dialog, ErrorNotice, TextField } from '#renderer/ui/index.ts'
import styles from './save-view.module.css'
import type { OrderList } from './use-order-list.ts'

/** Keeps the filters that stand now under a name, for oneself or for everybody. */
export function SaveView({ list }: { list: OrderList }) {
  const { t } = useTranslation('sales-orders')
  const { newId } = useClient()
  const { may } = useSession()
  const words = useRefusalWords()
  const takeBack = useTakeBack()
  const keep = useCommand('savedView.keep')
  const share = useCommand('savedView.share')
  const remove = useCommand('savedView.remove')
  const [name, setName] = useState<string | null>(null)
  const [isForAll, setForAll] = useState(false)
  const { activeView, filter, isChanged } = list
  const isOwn = activeView !== undefined && activeView.name !== null && !activeView.isShared

  const put = async (id: string, called: string) => {
    const kept = await keep.run({ id, list: 'salesOrders', name: called, filters: filter })
    if (!kept.ok) return
    if (isForAll) await share.run({ id })
    list.noteSaved(id)
    setName(null)
  }
  const drop = async () => {
    if (activeView === undefined || activeView.name === null) return
    const { id, name: called, filter: were } = activeView
    list.chooseView('open')
    const removed = await remove.run({ id })
    if (!removed.ok) return
    takeBack.offer({
      message: t('list.viewRemoved', { name: called }),
      takeBack: () => void keep.run({ id: newId(), list: 'salesOrders', name: called, filters: were }),
    })
  }
  const problem = keep.problem ?? share.problem ?? remove.problem
  return (
    <div className={styles.right}>
      {isOwn && isChanged && activeView.name !== null && (
        <Button kind="quiet" size={28} onClick={() => void put(activeView.id, activeView.name ?? '')}>
          {t('list.saveChanges')}
        </Button>
      )}
      {isOwn && !isChanged && (
        <Button kind="quiet" size={28} onClick={() => void drop()}>
          {t('list.removeView')}
        </Button>
      )}
      {isChanged && (
        <Button
          kind="quiet"
          size={28}
          icon={<IconBookmark size={16} stroke={1.6} aria-hidden />}
          onClick={() => setName('')}
        >
          {t('list.saveView')}
        </Button>
      )}
      <Dialog
        title={t('list.saveView')}
        isOpen={name !== null}
        onClose={() => setName(null)}
        width={400}
        actions={
          <>
            <Button kind="quiet" onClick={() => setName(null)}>
              {t('leave')}
            </Button>
            <Button
              kind="solid"
              keys="Enter"
              isBusy={keep.isPending}
              blockedBy={name?.trim() === '' ? t('list.viewNeedsName') : undefined}
              onClick={() => void put(newId(), name ?? '')}
            >
              {t('list.saveView')}
            </Button>
          </>
        }
      >
        <form
          className={styles.form}
          onSubmit={(event) => {
            event.preventDefault()
            if (name !== null && name.trim() !== '') void put(newId(), name)
          }}
        >
          <TextField label={t('list.viewName')} autoFocus value={name ?? ''} onChange={setName} maxLength={60} />
          {may('savedView.share') && (
            <CheckboxField label={t('list.viewForAll')} isChecked={isForAll} onChange={setForAll} />
          )}
          {problem !== null && <ErrorNotice what={t('notSaved')} why={words.problem(problem)} />}
        </form>
      </Dialog>
    </div>
  )
}
