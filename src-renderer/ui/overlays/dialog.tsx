import { Modal } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { IconButton } from '../buttons/icon-button.tsx'
import { KeyLayer, useKeys } from '../keys/use-keys.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './dialog.module.css'
import { useReturnFocus } from './use-return-focus.ts'

interface DialogProps {
  title: ReactNode
  isOpen: boolean
  /** Esc, the cross and a press beside the dialog. */
  onClose: () => void
  children: ReactNode
  /** Buttons, the solid one last. */
  actions?: ReactNode
  width?: number
  /** False while something would be lost: the veil then does not close it. */
  closesOnVeil?: boolean
}

/** A question over the page. Holds the focus, gives it back on closing, and puts its keys above the page's. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, children, actions, width = 480, closesOnVeil = true } = props
  const { t } = useTranslation('ui')
  useReturnFocus(isOpen)
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={title}
      size={width}
      centered
      shadow="none"
      lockScroll={false}
      closeOnClickOutside={closesOnVeil}
      closeOnEscape={false}
      transitionProps={{ duration: 0 }}
      withCloseButton={false}
      overlayProps={{ className: classNames(styles.veil) }}
      classNames={{
        content: classNames(styles.content),
        header: classNames(styles.header),
        title: classNames('t-title', styles.title),
        body: classNames(styles.body),
      }}
    >
      <KeyLayer>
        <CloseKey onClose={onClose} />
        <div className={styles.scrolled}>{children}</div>
        {actions !== undefined && <div className={styles.actions}>{actions}</div>}
        {/* Stands top right but comes last, so that the focus begins at the first field or answer. */}
        <div className={styles.close}>
          <IconButton label={t('close')} icon={<IconX size={17} />} onClick={onClose} />
        </div>
      </KeyLayer>
    </Modal>
  )
}

/**
 * Esc is the dialog's own key: were it taken before the keys of the program are asked, the page below would find the dialog
 * gone already and obey the same press.
 */
function CloseKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('ui')
  useKeys([{ keys: 'Esc', label: t('close'), run: onClose, scope: 'dialog' }])
  return null
}
