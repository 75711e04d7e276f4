export function isCommonPassword(password: string): boolean {
  return commonPasswords.has(password.toLowerCase()) || /^(.)\1*$/u.test(password)
}
const commonPasswords: ReadonlySet<string> = new Set(['password', 'welkom01'])
