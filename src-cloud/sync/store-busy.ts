/** The store cannot take this just now (a lock held too long, no connection): the same request may come again. */
export class StoreBusy extends Error {
  constructor(cause: unknown) {
    super('the store is busy', { cause })
    this.name = 'StoreBusy'
  }
}
