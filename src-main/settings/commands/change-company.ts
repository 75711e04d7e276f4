import { defineCommand } from '#main/platform/bus/module.ts'
import { accepted, refused } from '#shared/kernel/result.ts'
import { settleCompany } from '#shared/settings/company-rules.ts'
import { settingsContract } from '#shared/settings/contract.ts'
import { companyEntity } from '#shared/settings/replication.ts'

export const changeCompany = defineCommand(settingsContract['company.change'], (services) => {
  const numbered = services.db.read<{ found: number }>('select 1 as found from document_numbers limit 1')
  return (patch, { tx, read }) => {
    const company = read(companyEntity, services.org)
    if (company === undefined) return refused('company.notSetUp')
    // Amounts in issued documents are minor units of the currency they were issued in (SE4).
    if (patch.currency !== undefined && patch.currency !== company.currency && numbered.get() !== undefined)
      return refused('company.currencyInUse', { currency: company.currency }, [
        { field: 'currency', code: 'company.currencyInUse', params: { currency: company.currency } },
      ])
    if (patch.logo && patch.logo !== company.logo && !services.files.has(patch.logo))
      return refused('company.logoMissing')
    const settled = settleCompany(patch, patch.country ?? company.country)
    if (!settled.ok) return settled
    tx.set(companyEntity, services.org, settled.value)
    return accepted({ id: services.org })
  }
})
