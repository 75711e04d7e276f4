import { useTranslation } from 'react-i18next'
import { useRefusalWords } from '#renderer/client/index.ts'
import { classNames, ErrorNotice } from '#renderer/ui/index.ts'
import styles from './sign-in.module.css'
import type { SignIn } from './use-sign-in.ts'

/** Everybody who may sign in here. Arrows walk the names, from the PIN field too. */
export function PeopleKeys({ signIn }: { signIn: SignIn }) {
  const { t } = useTranslation('users')
  const words = useRefusalWords()
  const { people, person, choose, problem, isFirstLoad } = signIn
  if (people.length === 0 && problem !== null) return <ErrorNotice what={words.problem(problem)} />
  return (
    <fieldset className={styles.names} aria-busy={isFirstLoad}>
      <legend className="visually-hidden">{t('screen.signIn.names')}</legend>
      {people.map((each) => (
        <label key={each.id} className={classNames(styles.name, each.id === person?.id && styles.chosen)}>
          <input
            className={styles.radio}
            type="radio"
            name="person"
            value={each.id}
            checked={each.id === person?.id}
            onChange={() => choose(each.id)}
          />
          <span className="one-line">{each.name}</span>
        </label>
      ))}
    </fieldset>
  )
}
