export interface SalesOrder {
  readonly id: string
}
