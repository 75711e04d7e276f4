import type { PrintJobRow } from './job-word.ts'
import styles from './paper-sign.module.css'

/** What kind of paper it is, at a glance: a sheet, a strip from the roll or a label, always white with black. */
export function PaperSign({ form, height = 32 }: { form: PrintJobRow['form']; height?: number }) {
  return (
    <svg className={styles.sign} width={height * 0.75} height={height} viewBox="0 0 24 32" aria-hidden="true">
      {form === 'page' && (
        <>
          <rect className={styles.paper} x="0.5" y="0.5" width="23" height="31" />
          <path d="M4 4h5v3H4zM14 5h6v1.4h-6z" />
          <path className={styles.lines} d="M4 11.5h7M4 14.5h7M4 18.5h16M4 21.5h16M4 24.5h16M15 27.5h5" />
        </>
      )}
      {form === 'receipt' && (
        <>
          <rect className={styles.paper} x="5.5" y="0.5" width="13" height="31" />
          <path d="M8 3h8v2H8zM9.5 24h5v5h-5z" />
          <path
            className={styles.lines}
            d="M8 8.5h4M14 8.5h2M8 11.5h5M14 11.5h2M8 14.5h4M14 14.5h2M8 17.5h8M8 20.5h8"
          />
        </>
      )}
      {form === 'label' && (
        <>
          <rect className={styles.paper} x="1.5" y="0.5" width="21" height="31" />
          <path d="M4 3.5h8v4H4zM4 16h1v9H4zM6.5 16H8v9H6.5zM9 16h1v9H9zM11.5 16H13v9h-1.5zM14 16h1v9h-1zM16.5 16H18v9h-1.5zM19 16h1v9h-1z" />
          <path className={styles.lines} d="M4 10.5h13M4 13h9M7 28h10" />
        </>
      )}
    </svg>
  )
}
