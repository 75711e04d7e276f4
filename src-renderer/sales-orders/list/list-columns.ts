import { z } from 'zod'

/** Columns of the order list a person may choose; number, customer, status and money are always there. */
export const chosenColumns = ['picture', 'customerCode', 'title', 'product', 'taken', 'promised', 'payment'] as const
export type ChosenColumn = (typeof chosenColumns)[number]

/** Key of the person's own choice among the preferences. */
export const columnsPreference = 'salesOrder.listColumns'

export const usualColumns: readonly ChosenColumn[] = ['picture', 'title', 'promised', 'payment']

const schema = z.array(z.enum(chosenColumns))

export function readColumns(kept: unknown): readonly ChosenColumn[] {
  const parsed = schema.safeParse(kept)
  return parsed.success ? parsed.data : usualColumns
}

export function withColumnToggled(columns: readonly ChosenColumn[], column: ChosenColumn): readonly ChosenColumn[] {
  const isOn = columns.includes(column)
  return chosenColumns.filter((each) => (each === column ? !isOn : columns.includes(each)))
}
