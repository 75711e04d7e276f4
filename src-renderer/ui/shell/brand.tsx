import { RegisterMark } from '../status/register-mark.tsx'
import styles from './shell.module.css'

/** Mark and name, top left. */
export function Brand({ name }: { name: string }) {
  return (
    <span className={styles.brand}>
      <RegisterMark state="in" size={17} />
      <span className={styles.brandName}>{name}</span>
    </span>
  )
}
