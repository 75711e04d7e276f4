import { Menu } from '@mantine/core'
import { IconKeyboard, IconLock, IconLogout, IconPalette, IconUser } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { useGo } from '#renderer/client/navigation.tsx'
import { useSession } from '#renderer/client/session.tsx'
import { useLocal } from '#renderer/client/use-local.ts'
import { KeyCap, useKeyHelp } from '#renderer/ui/index.ts'
import styles from './shell.module.css'

/** Who is here, and what they may do with that: lock, leave, their own settings. */
export function PersonMenu() {
  const { t } = useTranslation('app')
  const { user } = useSession()
  const go = useGo()
  const openHelp = useKeyHelp()
  const lock = useLocal('session.lock')
  const signOut = useLocal('session.signOut')
  const icon = { size: 17, stroke: 1.6 }
  return (
    <Menu position="top-end" width={264}>
      <Menu.Target>
        <button type="button" className={styles.person} aria-label={t('person.menu', { name: user?.name })}>
          {user?.name}
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconLock {...icon} />}
          rightSection={<KeyCap keys="Ctrl+L" show="always" />}
          onClick={() => void lock.run({})}
        >
          {t('person.lock')}
        </Menu.Item>
        <Menu.Item leftSection={<IconLogout {...icon} />} onClick={() => void signOut.run({})}>
          {t('person.signOut')}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<IconUser {...icon} />} onClick={() => go('/settings/me')}>
          {t('person.secrets')}
        </Menu.Item>
        <Menu.Item leftSection={<IconPalette {...icon} />} onClick={() => go('/settings/appearance')}>
          {t('person.appearance')}
        </Menu.Item>
        <Menu.Item
          leftSection={<IconKeyboard {...icon} />}
          rightSection={<KeyCap keys="?" show="always" />}
          onClick={openHelp}
        >
          {t('person.keys')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
