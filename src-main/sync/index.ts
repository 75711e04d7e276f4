export { readCompanySecret } from './company-secrets.ts'
