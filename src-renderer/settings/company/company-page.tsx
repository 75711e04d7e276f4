import { useTranslation } from 'react-i18next'
import { useQuery } from '#renderer/client/index.ts'
import { SettingsSheet } from '../settings-sheet.tsx'
import { CompanyEditor } from './company-editor.tsx'
import { companyValues } from './company-values.ts'

/** What papers, numbers and taxes take from the shop itself. */
export function Screen() {
  const { t } = useTranslation('settings')
  const company = useQuery('company.get', {}).value
  // Drawn once the shop is known: what is being typed is not replaced by what comes in from elsewhere.
  if (company === undefined || company === null) {
    return <SettingsSheet title={t('screen.company.title')}>{null}</SettingsSheet>
  }
  return <CompanyEditor saved={companyValues(company)} />
}
