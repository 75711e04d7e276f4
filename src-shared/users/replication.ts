import { documentEntity, free } from '#shared/kernel/change/entity.ts'
import type { Role } from './role-profiles.ts'

/** Someone who works in the shop. Passwords and PINs are secrets: they stay on the station, out of the log. */
export const userEntity = documentEntity('user', {
  name: free('', { important: true }),
  role: free<Role>('counter', { important: true }),
  email: free(''),
  language: free('en'),
  archived: free(false),
})
