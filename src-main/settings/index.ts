export { type Company, companyReader } from './company.ts'
export { houseRules } from './house-rules.ts'
export { companySettingReader, vatRatesReader } from './setting-reader.ts'
