import { defineCommand } from '#main/platform/bus/module.ts'
import { companyReader } from '#main/settings/index.ts'
import { given } from '#shared/kernel/given.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { settleCompany } from '#shared/settings/company-rules.ts'
import { companyEntity } from '#shared/settings/replication.ts'
import { usersContract } from '#shared/users/contract.ts'
import { userEntity } from '#shared/users/replication.ts'
import { sessionRows } from '../session-rows.ts'

/** First start (U1): company, first administrator and their sign-in in one transaction; nobody else is there to sign it. */
export const setUpCompany = defineCommand(usersContract['company.setUp'], (services) => {
  const company = companyReader(services.db)
  const sessions = sessionRows(services)
  return (input, { tx, newId, signAs, viewer, announceLocal }) => {
    if (company() !== undefined) return refused('company.alreadySetUp')
    const { logo } = input.company
    if (logo && !services.files.has(logo)) return refused('company.logoMissing')
    const settled = settleCompany(input.company, input.company.country, 'company.')
    if (!settled.ok) return settled
    const { id: givenId, name, email, language } = input.administrator
    const userId = givenId ?? newId()
    tx.create(companyEntity, services.org, settled.value)
    tx.create(
      userEntity,
      userId,
      given({ name, email, language: language ?? input.company.language, role: 'administrator' as const }),
    )
    signAs(userId, 'administrator')
    sessions.signIn(viewer.sessionId, userId)
    announceLocal('session')
    return accepted({ companyId: services.org, userId })
  }
})
