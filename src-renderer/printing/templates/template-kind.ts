import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import { type DocumentKind, type DocumentWords, useDateWords, useFormat } from '#renderer/client/index.ts'
import { templateDesignSchema } from '#shared/printing/templates/design-schema.ts'
import { printTemplateTypedFields } from '#shared/printing/templates/typed-fields.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import { designWords } from './design-words.ts'
import { usePartWords } from './label/part-words.ts'

/** Print templates, for findings that are about them. */
export const printTemplateKind: DocumentKind = {
  entity: 'print_template',
  word: 'tasks:about.print_template',
  to: (id) => `/print-templates/${id}`,
  typedFields: printTemplateTypedFields,
  useWords: useTemplateWords,
}

function useTemplateWords(): DocumentWords {
  const { t } = useTranslation('printing')
  const { language } = useFormat()
  const { moment } = useDateWords()
  const papers = usePrintWords()
  const part = usePartWords()
  return useMemo(
    () => ({
      field: (path) => t(`screen.templates.fieldName.${path.split('.')[0]}`),
      value: (path, value) => {
        const [field = ''] = path.split('.')
        if (value === null || value === '' || value === false) return ''
        if (field === 'archived') return t('screen.templates.isArchived')
        if (field === 'customers') return t('screen.templates.ownOfCustomer')
        if (field === 'design') {
          const design = templateDesignSchema.safeParse(value)
          const say = (key: string, params = {}) => t(`screen.${key}`, params)
          return design.success ? designWords(design.data, { say, part, language }).join(' · ') : null
        }
        if (field === 'standardSince' && typeof value === 'string') return moment(value)
        if (field === 'kind' && typeof value === 'string') return papers.paper(value)
        return typeof value === 'string' || typeof value === 'number' ? String(value) : null
      },
      did: (command) => t(`screen.templates.did.${command.slice(command.indexOf('.') + 1)}`),
    }),
    [t, language, moment, papers, part],
  )
}
