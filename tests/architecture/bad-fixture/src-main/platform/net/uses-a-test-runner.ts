export { test } from 'vitest'
