import { useTranslation } from 'react-i18next'
import { useClient, useQuery } from '#renderer/client/index.ts'
import { ComboField, type ComboOption, FieldGrid, TextField } from '#renderer/ui/index.ts'
import type { ProductForm } from './use-product-form.ts'

/** Whose assortment it belongs to (CAT-02): the mark on screens and order lines, and the party it is bought from. */
export function SupplierFields({ form }: { form: ProductForm }) {
  const { t } = useTranslation('catalog')
  const { ask } = useClient()
  const { values, set, check } = form
  const { supplierPartyId } = values
  const party = useQuery('party.get', { id: supplierPartyId ?? '' }, { isWanted: supplierPartyId !== null }).value
  const search = async (text: string): Promise<readonly ComboOption[]> => {
    const { rows } = await ask.query('party.find', { text })
    return rows.map(({ id, name, city, code }) => ({
      id,
      label: name,
      detail: [city, code].filter(Boolean).join(' · '),
    }))
  }
  return (
    <FieldGrid columns={3}>
      <TextField
        name="supplier.mark"
        label={t('screen.field.supplierMark')}
        isRequired
        value={values.supplierMark}
        onChange={(supplierMark) => set({ supplierMark })}
        onLeave={check.leave('supplier.mark')}
        error={check.errorOf('supplier.mark')}
      />
      <ComboField
        name="supplier.partyId"
        label={t('screen.field.supplierParty')}
        value={supplierPartyId === null ? null : { id: supplierPartyId, label: party?.name ?? '' }}
        onChange={(option) =>
          set({
            supplierPartyId: option?.id ?? null,
            ...(values.supplierMark === '' && option !== null ? { supplierMark: option.label } : {}),
          })
        }
        search={search}
      />
      <TextField
        name="supplier.sku"
        label={t('screen.field.supplierSku')}
        isCode
        value={values.supplierSku}
        onChange={(supplierSku) => set({ supplierSku })}
        onLeave={check.leave('supplier.sku')}
        error={check.errorOf('supplier.sku')}
      />
    </FieldGrid>
  )
}
