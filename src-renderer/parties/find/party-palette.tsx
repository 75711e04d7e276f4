import { IconBuilding, IconPencil, IconUserPlus } from '@tabler/icons-react'
import type { PaletteAction, PaletteGroup } from '#renderer/client/index.ts'
import { PartyPreview } from './party-preview.tsx'

const shown = 8

/** Customers and suppliers by name, code, contact, e-mail, town or telephone number, however it is written. */
export const partyPaletteGroup: PaletteGroup = {
  id: 'parties',
  rank: 20,
  word: 'parties:screen.list.title',
  prefix: '@',
  icon: IconBuilding,
  grant: 'party.see',
  find: async (text, { ask }) => {
    const { rows, more } = await ask.query('party.find', { text, limit: shown })
    return {
      hits: rows.map(({ id, code, name, city, contact, phone, email }) => ({
        id,
        code,
        title: name,
        detail: [contact, city, phone || email].filter(Boolean).join(' · '),
        to: `/parties/${id}`,
        subjects: [{ entity: 'party', id, name }],
      })),
      ...(more ? {} : { total: rows.length }),
    }
  },
  Preview: ({ hit }) => <PartyPreview id={hit.id} />,
}

export const newPartyAction: PaletteAction = {
  id: 'party.new',
  rank: 40,
  icon: IconUserPlus,
  grant: 'party.register',
  isOnStart: true,
  offer: (subjects, { t }) => (subjects.length > 0 ? null : { title: t('parties:screen.form.newTitle') }),
  run: (_, { go }) => go('/parties/new'),
}

export const changePartyAction: PaletteAction = {
  id: 'party.change',
  rank: 60,
  icon: IconPencil,
  grant: 'party.change',
  offer: ([subject], { t }) =>
    subject?.entity === 'party' ? { title: t('parties:screen.form.changeNamed', { name: subject.name }) } : null,
  run: ([subject], { go }) => {
    if (subject !== undefined) go(`/parties/${subject.id}/edit`)
  },
}
