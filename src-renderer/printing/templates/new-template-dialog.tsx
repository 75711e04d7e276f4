import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useCommand, useFormCheck, useGo } from '#renderer/client/index.ts'
import { NotSaved } from '#renderer/settings/index.ts'
import { Button, Dialog, SelectField, TextField, useKeys } from '#renderer/ui/index.ts'
import type { OutputFor } from '#shared/contract.ts'
import { builtInDesign } from '#shared/printing/templates/paper-look.ts'
import { usePrintWords } from '../words/use-print-words.ts'
import styles from './templates.module.css'

type Kind = OutputFor<'printTemplate.kinds'>['kinds'][number]

/** A template begins as the built-in look of its kind; it is opened at once. */
export function NewTemplateDialog({ kinds, onClose }: { kinds: readonly Kind[]; onClose: () => void }) {
  const { t } = useTranslation('printing')
  const words = usePrintWords()
  const go = useGo()
  const add = useCommand('printTemplate.add')
  const [kind, setKind] = useState(kinds[0]?.kind ?? '')
  const [name, setName] = useState('')
  const shape = kinds.find((each) => each.kind === kind)?.shape
  const design = shape?.shape === 'label' ? shape.starter : builtInDesign
  const input = useMemo(() => ({ kind, name, design }), [kind, name, design])
  const check = useFormCheck('printTemplate.add', input, add.problem)
  const save = async () => {
    if (!check.checkAll()) return
    const added = await add.run(input)
    if (added.ok) go(`/print-templates/${added.value.id}`)
  }
  return (
    <Dialog
      title={t('screen.templates.add')}
      isOpen
      onClose={onClose}
      actions={
        <Button kind="solid" keys="Ctrl+Enter" isBusy={add.isPending} onClick={() => void save()}>
          {t('screen.templates.create')}
        </Button>
      }
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <NotSaved problem={add.problem} check={check} />
        <SelectField
          name="kind"
          label={t('screen.templates.kind')}
          autoFocus
          options={kinds.map((each) => ({ value: each.kind, label: words.paper(each.kind) }))}
          value={kind}
          onChange={setKind}
        />
        <TextField
          name="name"
          label={t('screen.templates.name')}
          hint={t('screen.templates.nameHint')}
          isRequired
          value={name}
          onChange={setName}
          onLeave={check.leave('name')}
          error={check.errorOf('name')}
        />
      </form>
      <SaveKey label={t('screen.templates.create')} onSave={() => void save()} />
    </Dialog>
  )
}

function SaveKey({ label, onSave }: { label: string; onSave: () => void }) {
  useKeys([{ keys: 'Ctrl+Enter', label, run: onSave, scope: 'dialog' }])
  return null
}
