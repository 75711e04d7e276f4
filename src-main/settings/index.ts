export { type Company, companyReader } from './company.ts'
export { houseRules } from './house-rules.ts'
export { companySetting, vatRatesReader } from './setting-reader.ts'
