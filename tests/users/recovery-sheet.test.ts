import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { createTranslate } from '#main/platform/translate/translate.ts'
import { languages } from '#shared/kernel/language.ts'
import { recoverySheet } from '#shared/users/recovery-sheet.ts'

const translate = createTranslate(fileURLToPath(new URL('../../resources/locales', import.meta.url)))

test.each(languages)('[U8] the recovery paper in %s shows the code once, whose it is and how to use it', (language) => {
  const sheet = recoverySheet(
    {
      companyName: 'Drukkerij De Kade',
      personName: 'Marit Visser',
      code: '7K2MD-Q9X4T-0B3CF-HJ8NP',
      madeOn: '19-11-2026',
      createdAt: '2026-11-19T13:07:00.000Z',
      language,
    },
    (key, params) => translate(language, 'users', key, params),
  )
  const text = JSON.stringify(sheet)
  expect(text.split('7K2MD-Q9X4T-0B3CF-HJ8NP')).toHaveLength(2)
  expect(text).toContain('Marit Visser')
  expect(text).not.toContain('recoverySheet.')
  expect(sheet.footer?.pageWords).toMatch(/\{page\}.*\{pages\}/)
  expect(sheet.title).not.toContain('7K2MD')
})
