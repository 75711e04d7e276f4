import { useTranslation } from 'react-i18next'
import { useFormat, useSession } from '#renderer/client/index.ts'
import { Brand, Button, Density } from '#renderer/ui/index.ts'
import { businessDay, instantFromMillis } from '#shared/kernel/dates.ts'
import { ArrivalProgress } from '../join/arrival-progress.tsx'
import { RecoveryCodeSheet } from '../secrets/recovery-code-sheet.tsx'
import { PasswordEntry } from './password-entry.tsx'
import { PeopleKeys } from './people-keys.tsx'
import { PinEntry } from './pin-entry.tsx'
import { RecoveryEntry } from './recovery-entry.tsx'
import styles from './sign-in.module.css'
import { type SignIn, useSignIn } from './use-sign-in.ts'

/** Who is there: names as large keys, and the PIN beside them. Also what a locked screen shows. */
export function Screen() {
  const { t } = useTranslation('users')
  const { lockedUser, station } = useSession()
  const signIn = useSignIn()
  if (signIn.newCode !== null) return <NewCode signIn={signIn} code={signIn.newCode} />
  return (
    <Density value="counter">
      <main className={styles.screen}>
        <header className={styles.top}>
          <Brand name="Counterproof" />
          <span className="hint">{t('app:slug.station', { code: station.code })}</span>
        </header>
        <div className={styles.columns}>
          <section className={styles.people}>
            <h1 className="t-opening">
              {lockedUser === null
                ? t('screen.signIn.title')
                : t('screen.signIn.lockedTitle', { name: lockedUser.name })}
            </h1>
            <p className={styles.lead}>{t(lockedUser === null ? 'screen.signIn.lead' : 'screen.signIn.lockedLead')}</p>
            <div className={styles.arrival}>
              <ArrivalProgress />
            </div>
            <PeopleKeys signIn={signIn} />
          </section>
          <section className={styles.proof} aria-label={t('screen.signIn.proof')}>
            {signIn.person !== null && signIn.way === 'pin' && <PinEntry key={signIn.person.id} signIn={signIn} />}
            {signIn.person !== null && signIn.way === 'password' && (
              <PasswordEntry key={signIn.person.id} signIn={signIn} />
            )}
            {signIn.person !== null && signIn.way === 'recovery' && (
              <RecoveryEntry key={signIn.person.id} signIn={signIn} />
            )}
          </section>
        </div>
      </main>
    </Density>
  )
}

/** The old paper is spent; the new code is seen once, before the program opens. */
function NewCode({ signIn, code }: { signIn: SignIn; code: string }) {
  const { t } = useTranslation('users')
  const format = useFormat()
  const today = businessDay(instantFromMillis(Date.now()), Intl.DateTimeFormat().resolvedOptions().timeZone)
  return (
    <main className={styles.newCode}>
      <h1 className="t-opening">{t('screen.code.newTitle')}</h1>
      <p className={styles.lead}>{t('screen.code.newLead')}</p>
      <RecoveryCodeSheet code={code} person={signIn.person?.name ?? ''} company="" madeOn={format.dateOnPaper(today)} />
      <Button kind="solid" size={44} onClick={signIn.goOn}>
        {t('screen.code.goOn')}
      </Button>
    </main>
  )
}
