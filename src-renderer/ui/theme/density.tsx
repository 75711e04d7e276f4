import { createContext, type ReactNode, useContext } from 'react'
import styles from './density.module.css'

/** A property of the screen, never mixed inside one table; a person may raise it. */
export type DensityName = 'desk' | 'counter' | 'touch'

const DensityContext = createContext<DensityName>('desk')

/** Sets the heights of controls and the sizes of text for everything inside. */
export function Density({ value, children }: { value: DensityName; children: ReactNode }) {
  return (
    <DensityContext value={value}>
      <div className={styles.density} data-density={value}>
        {children}
      </div>
    </DensityContext>
  )
}

export function useDensity(): DensityName {
  return useContext(DensityContext)
}
