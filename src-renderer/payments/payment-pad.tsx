import { IconBackspace, IconBuildingBank, IconCash, IconCreditCard, IconLink } from '@tabler/icons-react'
import { type ComponentType, type KeyboardEvent, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormat, useRefusalWords } from '#renderer/client/index.ts'
import { Button, classNames, ErrorNotice, Segmented, TextField, useKeys } from '#renderer/ui/index.ts'
import type { ReceivedBy } from '#shared/payments/payment.ts'
import styles from './counter-payment.module.css'
import { changeInCoins, quickAmounts } from './payment-entry.ts'
import { decimalSign, partAmounts } from './typed-amount.ts'
import type { AmountField, PaymentForm } from './use-payment-form.ts'

const icons: Readonly<Record<ReceivedBy, ComponentType<{ size: number; stroke: number }>>> = {
  pin: IconCreditCard,
  cash: IconCash,
  transfer: IconBuildingBank,
  online: IconLink,
}
const methodKeys = ['F5', 'F6', 'F7', 'F8'] as const
const depositPercent = 30

/** Method, amount and pad: typed or touched, Enter receives, Esc leaves with nothing booked. */
export function PaymentPad({ form, open }: { form: PaymentForm; open: number }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const words = useRefusalWords()
  const pad = useRef<HTMLDivElement>(null)
  const { method, methods, currency, outcome, command } = form
  const isCash = method === 'cash'
  const amount = (value: number) => format.amount(value, currency)

  useEffect(() => {
    const input = pad.current?.querySelector<HTMLInputElement>(`[data-amount="${isCash ? 'received' : 'toPay'}"] input`)
    input?.focus()
    input?.select()
  }, [isCash])
  useKeys([
    ...methods.map((each, index) => ({
      keys: methodKeys[index] ?? 'F8',
      label: t(`method.${each}`),
      run: () => form.setMethod(each),
    })),
    { keys: 'Enter', label: t('receiveKey'), run: () => void form.receive() },
  ])
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.target instanceof HTMLButtonElement) return
    event.preventDefault()
    void form.receive()
  }
  const problem =
    outcome.problem === null || outcome.problem === 'missing'
      ? undefined
      : t(`problem.entry.${outcome.problem}`, { missing: amount(outcome.missing), open: amount(open) })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter in any field receives
    <div ref={pad} className={styles.pad} onKeyDown={onKeyDown}>
      <Segmented
        label={t('methodLabel')}
        labelIsHidden
        size={44}
        fullWidth
        segments={methods.map((each, index) => {
          const Icon = icons[each]
          return {
            value: each,
            label: (
              <>
                {t(`method.${each}`)} <span className={styles.methodKey}>{methodKeys[index]}</span>
              </>
            ),
            icon: <Icon size={18} stroke={1.6} />,
          }
        })}
        value={method}
        onChange={form.setMethod}
      />
      <div className={styles.amounts} data-fields={isCash ? 2 : 1}>
        <Amount
          form={form}
          field="toPay"
          label={t(isCash ? 'toPayCash' : 'toPay')}
          hint={t('openNow', { amount: amount(open) })}
        />
        {isCash && <Amount form={form} field="received" label={t('received')} hint={t('typeOrTouch')} />}
      </div>
      {isCash && (
        <div className={styles.change} aria-live="polite">
          <span className={styles.changeWords}>
            <span className="strong">{t('change')}</span>
            <span className="hint">
              {changeInCoins(outcome.change, currency)
                .map((coin) => format.amountToEdit(coin, currency))
                .join(' + ')}
            </span>
          </span>
          <span className="t-change tabular">{outcome.amount === null ? '–' : amount(outcome.change)}</span>
        </div>
      )}
      {!isCash && (
        <TextField
          label={t('reference')}
          hint={t(`referenceHint.${method}`)}
          value={form.reference}
          onChange={form.setReference}
          maxLength={100}
        />
      )}
      {problem !== undefined && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
      {command.problem !== null && <ErrorNotice what={t('notReceived')} why={words.problem(command.problem)} />}
      <Keys form={form} open={open} />
    </div>
  )
}

function Amount({ form, field, label, hint }: { form: PaymentForm; field: AmountField; label: string; hint: string }) {
  return (
    <label className={classNames(styles.amount, form.field === field && styles.chosen)} data-amount={field}>
      <span className={styles.amountLabel}>{label}</span>
      <input
        className={classNames('t-entered', styles.amountInput)}
        inputMode="decimal"
        autoComplete="off"
        value={form.text[field]}
        onFocus={(event) => {
          form.setField(field)
          event.currentTarget.select()
        }}
        onChange={(event) => form.type(field, event.currentTarget.value)}
      />
      <span className={styles.amountHint}>{hint}</span>
    </label>
  )
}

/** The pad with the likely amounts beside it: notes for cash, the usual parts for everything else. */
function Keys({ form, open }: { form: PaymentForm; open: number }) {
  const { t } = useTranslation('payments')
  const format = useFormat()
  const { currency, outcome, toPay, method } = form
  const sign = decimalSign(format.language)
  const suggestions = method === 'cash' ? quickAmounts(toPay ?? 0, currency) : partAmounts(open, depositPercent)
  const target: AmountField = method === 'cash' ? 'received' : 'toPay'
  const take = (value: number) => form.type(target, format.amountToEdit(value, currency))
  const quickWord = (index: number, value: number): string => {
    if (method === 'cash') return index === 0 ? t('exact') : ''
    if (value === open) return t('rest')
    return value === Math.round(open / 2) ? t('half') : t('deposit', { percent: depositPercent })
  }
  const rows = [
    ['7', '8', '9'],
    ['4', '5', '6'],
    ['1', '2', '3'],
    ['0', sign, 'back'],
  ]
  return (
    <div className={styles.keys}>
      <div className={styles.digits}>
        {rows.flat().map((key) => (
          <button
            key={key}
            type="button"
            tabIndex={-1}
            className={styles.key}
            aria-label={key === 'back' ? t('deleteDigit') : key}
            onClick={() => form.press(key)}
          >
            {key === 'back' ? <IconBackspace size={22} stroke={1.6} aria-hidden /> : key}
          </button>
        ))}
      </div>
      <div className={styles.side}>
        <div className={styles.quick} data-many={suggestions.length > 3}>
          {suggestions.map((value, index) => (
            <button key={value} type="button" className={styles.key} onClick={() => take(value)}>
              <span className="tabular">{format.amount(value, currency)}</span>
              <span className={styles.quickWord}>{quickWord(index, value)}</span>
            </button>
          ))}
        </div>
        <Button
          kind="solid"
          size={60}
          fullWidth
          keys="Enter"
          isBusy={form.command.isPending}
          blockedBy={outcome.amount === null ? t('needsAmount') : undefined}
          onClick={() => void form.receive()}
        >
          {t('receive', { amount: outcome.amount === null ? '' : format.amount(outcome.amount, currency) })}
        </Button>
      </div>
    </div>
  )
}
