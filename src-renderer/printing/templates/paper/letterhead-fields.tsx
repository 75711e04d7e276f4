import { useTranslation } from 'react-i18next'
import type { FormCheck } from '#renderer/client/index.ts'
import { Segmented, TextField } from '#renderer/ui/index.ts'
import { paperInks } from '#shared/printing/templates/paper-inks.ts'
import type { PaperDesign } from '#shared/printing/templates/paper-look.ts'
import { PictureChoice } from '../picture-choice.tsx'
import styles from './paper-editor.module.css'

interface LetterheadFieldsProps {
  design: PaperDesign
  onChange: (part: Partial<PaperDesign>, step?: string) => void
  check: FormCheck
  /** A receipt has no colours. */
  hasColour: boolean
}

const noLogo = { from: 'none' } as const

export function LetterheadFields({ design, onChange, check, hasColour }: LetterheadFieldsProps) {
  const { t } = useTranslation('printing')
  const { logo, accent } = design
  const own = logo.from === 'own' ? logo.hash : null
  return (
    <>
      <div className={styles.group}>
        <Segmented
          label={t('screen.templates.logo')}
          size={28}
          fullWidth
          segments={[
            { value: 'company', label: t('screen.templates.logoOf.company') },
            { value: 'own', label: t('screen.templates.logoOf.own'), isDisabled: own === null },
            { value: 'none', label: t('screen.templates.logoOf.none') },
          ]}
          value={logo.from}
          onChange={(from) => onChange({ logo: from === 'company' ? { from: 'company' } : noLogo })}
        />
        <PictureChoice
          label={t('screen.templates.logo')}
          hash={own}
          error={check.errorOf('design.logo')}
          onChange={(hash) => onChange({ logo: { from: 'own', hash } })}
        />
      </div>
      {hasColour && (
        <div className={styles.group}>
          <TextField
            name="design.accent"
            label={t('screen.templates.accent')}
            hint={t('screen.templates.accentHint')}
            isCode
            value={accent ?? ''}
            onChange={(text) => onChange({ accent: text === '' ? null : text.trim().toLowerCase() }, 'accent')}
            onLeave={check.leave('design.accent')}
            error={check.errorOf('design.accent')}
          />
          <fieldset className={styles.inks} aria-label={t('screen.templates.accent')}>
            {paperInks.map((ink) => (
              <button
                key={ink}
                type="button"
                aria-label={ink}
                aria-pressed={accent === ink}
                className={styles.ink}
                // The ink itself: a colour of a paper, not of the screen.
                style={{ '--ink-shown': ink }}
                onClick={() => onChange({ accent: ink })}
              />
            ))}
          </fieldset>
        </div>
      )}
    </>
  )
}
