import { useTranslation } from 'react-i18next'
import { useDateWords, useGo, useGoBack, useOwnSolid } from '#renderer/client/index.ts'
import { Button, Content, PageHeader, Sheet, StatusWord, useKeys } from '#renderer/ui/index.ts'
import { AddressRows } from './address-rows.tsx'
import { ContactRows } from './contact-rows.tsx'
import { EntryWalk } from './entry-walk.tsx'
import { KnownParties } from './known-parties.tsx'
import { MainFields } from './main-fields.tsx'
import { NoteRow } from './note-row.tsx'
import styles from './party-form.module.css'
import { PartyNotSaved } from './party-not-saved.tsx'
import type { OpenedParty } from './party-values.ts'
import { usePartyForm } from './use-party-form.ts'

interface PartyEditorProps {
  opened: OpenedParty
  /** Names the kept form: `party/new`, `party/<id>`. */
  draftKey: string
  title: string
}

/** The customer form (picture 10c): everything of a party on one sheet, kept on the station while it is typed. */
export function PartyEditor({ opened, draftKey, title }: PartyEditorProps) {
  const { t } = useTranslation('parties')
  const go = useGo()
  const back = useGoBack()
  const dates = useDateWords()
  const isNew = opened.base === null
  const form = usePartyForm({ opened, draftKey, onSaved: (id) => go(`/parties/${id}`, { replaces: true }) })
  const { draft } = form
  useOwnSolid()
  const leave = () => (isNew ? back('/parties') : go(`/parties/${opened.values.id}`, { replaces: true }))
  const save = () => void form.save()
  useKeys([
    { keys: 'Ctrl+Enter', label: t('screen.form.save'), run: save },
    { keys: 'Ctrl+S', label: t('screen.form.save'), run: save, isUnlisted: true },
    { keys: 'Esc', label: t('screen.form.leave'), run: leave },
  ])
  if (!draft.isReady) return <Sheet head={<PageHeader title={title} onBack={leave} />}>{null}</Sheet>
  return (
    <Sheet
      head={
        <PageHeader
          title={title}
          beside={
            draft.keptSince !== null && (
              <StatusWord glyph="dashed">{t('app:draft.keptSince', { time: dates.since(draft.keptSince) })}</StatusWord>
            )
          }
          actions={
            <>
              {draft.keptSince !== null && (
                <Button kind="quiet" onClick={() => void draft.discard().then(leave)}>
                  {t('screen.form.discard')}
                </Button>
              )}
              <Button kind="quiet" keys="Esc" onClick={leave}>
                {t(draft.keptSince === null ? 'screen.form.leave' : 'screen.form.leaveKept')}
              </Button>
              <Button kind="solid" keys="Ctrl+Enter" isBusy={form.isPending} onClick={save}>
                {t('screen.form.save')}
              </Button>
            </>
          }
        />
      }
    >
      <Content>
        <EntryWalk>
          <div className={styles.form}>
            <PartyNotSaved form={form} />
            <MainFields form={form} isNew={isNew} />
            <KnownParties form={form} />
            <ContactRows form={form} />
            <AddressRows form={form} />
            <NoteRow form={form} />
          </div>
        </EntryWalk>
      </Content>
    </Sheet>
  )
}
