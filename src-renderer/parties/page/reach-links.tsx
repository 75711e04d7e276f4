import styles from './party-page.module.css'

/** A number is dialled and an address mailed by whatever the station has for it. */
export function PhoneLink({ phone }: { phone: string }) {
  return phone === '' ? null : <a href={`tel:${phone}`}>{phone.replace(';ext=', ' / ')}</a>
}

export function MailLink({ email }: { email: string }) {
  if (email === '') return null
  return (
    <a className={styles.mail} href={`mailto:${email}`} title={email}>
      {email}
    </a>
  )
}
