import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { TableColumn } from '#renderer/ui/index.ts'
import type { PartyRow } from './use-party-list.ts'

/** Who, where and how to reach them; a found list is in its own order, best first. */
export function usePartyColumns(isSortable: boolean): readonly TableColumn<PartyRow>[] {
  const { t } = useTranslation('parties')
  return useMemo<readonly TableColumn<PartyRow>[]>(
    () => [
      { id: 'code', head: t('field.party.code'), width: 96, look: 'code', isSortable, render: ({ code }) => code },
      {
        id: 'name',
        head: t('field.party.name'),
        width: 'flex',
        minWidth: 200,
        look: 'main',
        isSortable,
        render: ({ name }) => name,
        fullText: ({ name }) => name,
      },
      {
        id: 'contact',
        head: t('field.party.contacts'),
        width: 172,
        look: 'second',
        priority: 2,
        render: ({ contact }) => contact,
        fullText: ({ contact }) => contact,
      },
      {
        id: 'phone',
        head: t('field.party.phone'),
        width: 148,
        look: 'second',
        priority: 2,
        render: ({ phone }) => phone,
      },
      {
        id: 'email',
        head: t('field.party.email'),
        width: 216,
        look: 'second',
        priority: 3,
        render: ({ email }) => email,
        fullText: ({ email }) => email,
      },
      {
        id: 'city',
        head: t('screen.list.city'),
        width: 148,
        look: 'second',
        isSortable,
        render: ({ city }) => city,
        fullText: ({ city }) => city,
      },
    ],
    [t, isSortable],
  )
}
