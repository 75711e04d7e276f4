/** Reads a printer's bytes from the front, and says plainly when there are fewer than a command announced. */
export class ByteReader {
  #at = 0
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes
  }

  get at(): number {
    return this.#at
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  startsWith(...bytes: readonly number[]): boolean {
    return bytes.every((byte, index) => this.#bytes[this.#at + index] === byte)
  }

  take(count: number): Uint8Array {
    if (this.#at + count > this.#bytes.length) throw new Error(`${count} bytes announced at ${this.#at}, fewer came`)
    const taken = this.#bytes.subarray(this.#at, this.#at + count)
    this.#at += count
    return taken
  }

  byte(): number {
    return this.take(1)[0] ?? 0
  }

  /** Characters up to a sign, which is taken and not given; refuses what is no printable ASCII. */
  until(end: string): string {
    let text = ''
    for (;;) {
      if (this.isAtEnd) throw new Error(`no ${JSON.stringify(end)} after ${JSON.stringify(text)}`)
      const character = String.fromCharCode(this.byte())
      text += character
      if (text.endsWith(end)) return text.slice(0, -end.length)
      if (!/[ -~\r\n]/u.test(character)) throw new Error(`a byte that is no sign in ${JSON.stringify(text)}`)
    }
  }
}
