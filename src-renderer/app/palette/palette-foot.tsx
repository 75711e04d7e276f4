import { useTranslation } from 'react-i18next'
import { KeyCap } from '#renderer/ui/index.ts'
import styles from './palette.module.css'

export function PaletteFoot({ canAct }: { canAct: boolean }) {
  const { t } = useTranslation('app')
  return (
    <div className={styles.foot}>
      <Hint keys="Enter" words={t('palette.key.open')} />
      {canAct && <Hint keys="Tab" words={t('palette.key.actions')} />}
      {canAct && <Hint keys="Ctrl+Enter" words={t('palette.key.newWindow')} />}
      <span className={styles.gap} />
      <Hint keys="#" words={t('palette.prefix.documents')} />
      <Hint keys="@" words={t('palette.prefix.parties')} />
      <Hint keys="=" words={t('palette.prefix.products')} />
      <Hint keys=">" words={t('palette.prefix.actions')} />
    </div>
  )
}

function Hint({ keys, words }: { keys: string; words: string }) {
  return (
    <span className={styles.hint}>
      <KeyCap keys={keys} show="always" />
      {words}
    </span>
  )
}
