import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Problem, useOwnAppearance } from '#renderer/client/index.ts'
import { CheckboxField, Segmented } from '#renderer/ui/index.ts'
import { NotSaved } from '../not-saved.tsx'
import { LanguageChoice } from '../place-fields.tsx'
import styles from '../settings.module.css'
import { SettingsSheet } from '../settings-sheet.tsx'

/** How this person wants this station's screens. Everything holds at once; there is nothing to save. */
export function Screen() {
  const { t } = useTranslation('settings')
  const { look, language, changeLook, changeLanguage } = useOwnAppearance()
  const [problem, setProblem] = useState<Problem | null>(null)
  const keep = async (change: ReturnType<typeof changeLook>) => {
    const outcome = await change
    setProblem(outcome.ok ? null : outcome.problem)
  }
  return (
    <SettingsSheet title={t('screen.appearance.title')} beside={t('screen.appearance.beside')}>
      <NotSaved problem={problem} />
      <LanguageChoice
        label={t('screen.appearance.language')}
        value={language}
        onChange={(chosen) => void keep(changeLanguage(chosen))}
      />
      <Segmented
        label={t('screen.appearance.theme')}
        segments={[
          { value: 'auto', label: t('screen.appearance.themes.auto') },
          { value: 'light', label: t('screen.appearance.themes.light') },
          { value: 'dark', label: t('screen.appearance.themes.dark') },
        ]}
        value={look.theme}
        onChange={(theme) => void keep(changeLook({ theme }))}
      />
      <Segmented
        label={t('screen.appearance.density')}
        segments={[
          { value: 'desk', label: t('screen.appearance.densities.desk') },
          { value: 'counter', label: t('screen.appearance.densities.counter') },
        ]}
        value={look.density}
        onChange={(density) => void keep(changeLook({ density }))}
      />
      <div className={styles.choices}>
        <CheckboxField
          label={t('screen.appearance.singleKeys')}
          hint={t('screen.appearance.singleKeysHint')}
          isChecked={look.singleKeys}
          onChange={(singleKeys) => void keep(changeLook({ singleKeys }))}
        />
        <CheckboxField
          label={t('screen.appearance.keyCaps')}
          hint={t('screen.appearance.keyCapsHint')}
          isChecked={look.keyCaps}
          onChange={(keyCaps) => void keep(changeLook({ keyCaps }))}
        />
      </div>
    </SettingsSheet>
  )
}
