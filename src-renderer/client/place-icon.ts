import type { ComponentType } from 'react'

/** Any of Tabler's outline icons. */
export type PlaceIcon = ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>
