import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { CheckboxField } from '#renderer/ui/index.ts'
import { productContract } from '#shared/contract.ts'
import { grantField, grantsOf, roleGrants } from '#shared/users/role-profiles.ts'
import styles from './people.module.css'
import type { PersonValues } from './person-values.ts'

interface GrantChoicesProps {
  values: PersonValues
  onChange: (grant: string, isHeld: boolean) => void
}

/** What this person may do, ticked as the role has it; every other tick is the person's own difference (U5). */
export function GrantChoices({ values, onChange }: GrantChoicesProps) {
  const { t, i18n } = useTranslation('users')
  const grants = useMemo(() => knownGrants().filter((grant) => i18n.exists(`users:screen.grant.${grant}`)), [i18n])
  const ofRole = grantsOf(values.role)
  return (
    <fieldset className={styles.grants}>
      <legend className="t-label">{t('screen.person.grants')}</legend>
      {grants.map((grant) => {
        const isHeld = values.grants.has(grant)
        const isOwn = isHeld !== ofRole.has(grant)
        return (
          <CheckboxField
            key={grant}
            label={
              <>
                {t(`screen.grant.${grant}`)}
                {isOwn && <span className="hint"> · {t(`grantDifference.${isHeld ? 'given' : 'withheld'}`)}</span>}
              </>
            }
            isChecked={isHeld}
            onChange={(next) => onChange(grant, next)}
          />
        )
      })}
    </fieldset>
  )
}

/** Grants of the roles and of the contract's procedures, marks like `price.see` included; `*` is nobody's to give. */
function knownGrants(): readonly string[] {
  const ofContract = Object.values(productContract).map(({ permission }) => permission)
  const ofRoles = Object.values(roleGrants).flat()
  const all = new Set([...ofContract, ...ofRoles].filter((grant) => grant !== null))
  return [...all].filter((grant) => grantField.safeParse(grant).success).sort()
}
