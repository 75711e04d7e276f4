import { Glyph } from '../status/glyph.tsx'
import { RegisterMark } from '../status/register-mark.tsx'
import { classNames } from '../theme/class-names.ts'
import styles from './steps.module.css'

export interface Step {
  id: string
  label: string
}

interface StepsProps {
  label: string
  steps: readonly Step[]
  current: string
}

/** Where one is in a set-up: what is done is ticked, the register mark stands at the step being made. */
export function Steps({ label, steps, current }: StepsProps) {
  const now = steps.findIndex((step) => step.id === current)
  return (
    <ol className={styles.steps} aria-label={label}>
      {steps.map((step, index) => (
        <li
          key={step.id}
          className={classNames(styles.step, index === now && styles.now, index > now && styles.later)}
          aria-current={index === now ? 'step' : undefined}
        >
          <span className={styles.sign}>
            {index === now ? (
              <RegisterMark state="in" />
            ) : (
              <Glyph name={index < now ? 'ink-check' : 'dashed'} size={16} />
            )}
          </span>
          {step.label}
        </li>
      ))}
    </ol>
  )
}
