import { z } from 'zod'
import { contract, query } from '#shared/kernel/contract.ts'

export const usersContract = contract(
  query('session.current', {
    input: z.strictObject({}),
    output: z.object({
      isSetUp: z.boolean(),
      station: z.object({ id: z.string(), code: z.string() }),
      user: z.object({ id: z.string(), name: z.string(), role: z.string() }).nullable(),
      grants: z.array(z.string()),
      language: z.string(),
    }),
    permission: null,
    touches: ['user', 'company'],
    summary: 'Who is signed in on this session, what they may do, and whether the shop has been set up.',
  }),
)
