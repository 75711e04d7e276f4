import type { ReactNode } from 'react'
export type Kernel = ReactNode
