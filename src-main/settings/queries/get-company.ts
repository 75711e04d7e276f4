import { defineQuery } from '#main/platform/bus/module.ts'
import { accepted } from '#shared/kernel/result.ts'
import { settingsContract } from '#shared/settings/contract.ts'
import { companyReader } from '../company.ts'

export const getCompany = defineQuery(settingsContract['company.get'], ({ db }) => {
  const company = companyReader(db)
  return () => accepted(company() ?? null)
})
