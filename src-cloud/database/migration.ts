export interface Migration {
  readonly number: number
  readonly intent: string
  readonly sql: string
}
