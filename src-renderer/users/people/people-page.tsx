import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useKeptState, useOwnSolid, useQuery, useSession, useTakeBack } from '#renderer/client/index.ts'
import { NotSaved, SettingsSheet } from '#renderer/settings/index.ts'
import {
  Button,
  CheckboxField,
  DataTable,
  StatusWord,
  type TableColumn,
  useKeys,
  useTableState,
} from '#renderer/ui/index.ts'
import type { Person } from './person.ts'
import { PersonDialog } from './person-dialog.tsx'

/** Who works here, in which role, and what proves them at this station (USR-01 to USR-04). */
export function Screen() {
  const { t } = useTranslation('users')
  const { may } = useSession()
  const { offer } = useTakeBack()
  const [withArchived, setWithArchived] = useKeptState('people.archived', false, (kept) => kept === true)
  const people = useQuery('user.list', { includeArchived: withArchived })
  const archive = useCommand('user.archive')
  const restore = useCommand('user.restore')
  const [open, setOpen] = useState<Person | 'new' | null>(null)
  const state = useTableState('people')
  const columns = usePeopleColumns()
  const rows = people.value?.users ?? []
  const focused = rows.find(({ id }) => id === state.focusedId)
  useOwnSolid()

  const takeAccess = async (person: Person) => {
    const outcome = await archive.run({ id: person.id })
    if (!outcome.ok) return
    const takeBack = () => void restore.run({ id: person.id })
    offer({ message: t('screen.people.archived', { name: person.name }), takeBack })
  }
  const mayAdd = may('user.add')
  const add = () => setOpen('new')
  useKeys([
    { keys: 'N', label: t('screen.people.add'), run: add, isActive: mayAdd, scope: 'list' },
    {
      keys: 'Delete',
      label: t('screen.people.archive'),
      run: () => void (focused && takeAccess(focused)),
      isActive: focused !== undefined && !focused.isArchived && may('user.archive'),
      scope: 'list',
    },
  ])
  return (
    <SettingsSheet
      kind="list"
      title={t('screen.people.title')}
      beside={
        <CheckboxField label={t('screen.people.withArchived')} isChecked={withArchived} onChange={setWithArchived} />
      }
      actions={
        mayAdd && (
          <Button kind="solid" keys="N" onClick={add}>
            {t('screen.people.add')}
          </Button>
        )
      }
    >
      <NotSaved problem={archive.problem ?? restore.problem} />
      <DataTable
        isMain
        label={t('screen.people.title')}
        columns={columns}
        rows={rows}
        rowId={({ id }) => id}
        rowLabel={({ name }) => name}
        rowTone={({ isArchived }) => (isArchived ? 'settled' : 'plain')}
        state={state}
        onOpen={setOpen}
        opensOnClick
      />
      {open !== null && (
        <PersonDialog
          person={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
          onTakeAccess={(person) => {
            setOpen(null)
            void takeAccess(person)
          }}
          onGiveAccess={(person) => {
            setOpen(null)
            void restore.run({ id: person.id })
          }}
        />
      )}
    </SettingsSheet>
  )
}

function usePeopleColumns(): readonly TableColumn<Person>[] {
  const { t } = useTranslation('users')
  return useMemo(
    () => [
      {
        id: 'name',
        head: t('screen.person.name'),
        width: 'flex',
        look: 'main',
        isSortable: true,
        sortBy: ({ name }) => name,
        render: ({ name }) => name,
      },
      {
        id: 'role',
        head: t('screen.person.role'),
        width: 150,
        isSortable: true,
        sortBy: ({ role }) => role,
        render: ({ role }) => t(`role.${role}`),
      },
      {
        id: 'email',
        head: t('screen.person.email'),
        width: 240,
        priority: 2,
        look: 'second',
        render: ({ email }) => email,
      },
      {
        id: 'proof',
        head: t('screen.people.proof'),
        width: 260,
        render: (person) => <ProofWord person={person} />,
      },
    ],
    [t],
  )
}

function ProofWord({ person }: { person: Person }) {
  const { t } = useTranslation('users')
  if (person.isArchived) return <StatusWord glyph="called-off">{t('screen.people.proofs.archived')}</StatusWord>
  if (!person.hasPin && !person.hasPassword) {
    return (
      <StatusWord glyph="needs-you" tone="needs">
        {t('screen.people.proofs.none')}
      </StatusWord>
    )
  }
  const proof = person.hasPin && person.hasPassword ? 'both' : person.hasPin ? 'pin' : 'password'
  return <StatusWord glyph="ink-check">{t(`screen.people.proofs.${proof}`)}</StatusWord>
}
