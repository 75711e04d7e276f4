import { useTranslation } from 'react-i18next'
import { KeyCap } from '../buttons/key-cap.tsx'
import { Dialog } from '../overlays/dialog.tsx'
import type { KeyBinding, KeyScope } from './key-dispatcher.ts'
import styles from './key-help.module.css'

const SCOPES: readonly KeyScope[] = ['dialog', 'list', 'page', 'global']

interface KeyHelpProps {
  /** The bindings in force when help was asked for; null: closed. */
  bindings: readonly KeyBinding[] | null
  onClose: () => void
}

/** The list behind `?`: what every key does right here. */
export function KeyHelp({ bindings, onClose }: KeyHelpProps) {
  const { t } = useTranslation('ui')
  return (
    <Dialog title={t('keys.title')} isOpen={bindings !== null} onClose={onClose} width={560}>
      {SCOPES.map((scope) => (
        <ScopeKeys key={scope} scope={scope} bindings={inScope(bindings ?? [], scope)} />
      ))}
    </Dialog>
  )
}

function ScopeKeys({ scope, bindings }: { scope: KeyScope; bindings: readonly KeyBinding[] }) {
  const { t } = useTranslation('ui')
  if (bindings.length === 0) return null
  return (
    <section className={styles.scope}>
      <h3 className="t-label">{t(`keys.scope.${scope}`)}</h3>
      <dl className={styles.list}>
        {bindings.map((binding) => (
          <div className={styles.row} key={`${binding.keys} ${binding.label}`}>
            <dt>{binding.label}</dt>
            <dd>
              <KeyCap keys={binding.keys} show="always" />
              <span className="visually-hidden">{binding.keys}</span>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Listed once in the order of registration, though the dispatcher reads them nearest first. */
function inScope(bindings: readonly KeyBinding[], scope: KeyScope): readonly KeyBinding[] {
  const found = bindings.filter((binding) => (binding.scope ?? 'page') === scope)
  return found.toReversed()
}
