import { describe, expect, test } from 'vitest'
import { ariaKeys, capsOf, type KeyPress, matches, parseChord } from '#renderer/ui/keys/chord.ts'
import { byNearness, createKeyDispatcher, type KeyBinding } from '#renderer/ui/keys/key-dispatcher.ts'
import { createKeyLayers, PAGE_LAYER } from '#renderer/ui/keys/key-layers.ts'

const PRESS: KeyPress = {
  key: '',
  code: '',
  ctrlKey: false,
  altKey: false,
  shiftKey: false,
  metaKey: false,
  isAltGraph: false,
}
const press = (part: Partial<KeyPress>): KeyPress => ({ ...PRESS, ...part })
const isMatch = (chord: string, part: Partial<KeyPress>) => {
  const [stroke] = parseChord(chord)
  return stroke !== undefined && matches(stroke, press(part))
}

describe('chords', () => {
  test.each([
    ['Alt+N', { key: 'n', code: 'KeyN', altKey: true }],
    ['Ctrl+Shift+P', { key: 'P', code: 'KeyP', ctrlKey: true, shiftKey: true }],
    ['F5', { key: 'F5' }],
    ['X', { key: 'x', code: 'KeyX' }],
    ['Shift+H', { key: 'H', shiftKey: true }],
    ['Shift+Down', { key: 'ArrowDown', shiftKey: true }],
    ['Space', { key: ' ' }],
    ['?', { key: '?', shiftKey: true }],
    ['Ctrl+Enter', { key: 'Enter', ctrlKey: true }],
  ] as const)('%s is recognised', (chord, part) => {
    expect(isMatch(chord, part)).toBe(true)
  })

  test.each([
    ['Alt+N', { key: 'n', altKey: true, shiftKey: true }],
    ['X', { key: 'X', shiftKey: true }],
    ['X', { key: 'x', ctrlKey: true }],
    ['F5', { key: 'F5', ctrlKey: true }],
    ['Down', { key: 'ArrowDown', shiftKey: true }],
  ] as const)('%s is not something near it', (chord, part) => {
    expect(isMatch(chord, part)).toBe(false)
  })

  test('a bracket that a German board writes with AltGr is still a bracket', () => {
    expect(isMatch('[', { key: '[', code: 'Digit8', ctrlKey: true, altKey: true, isAltGraph: true })).toBe(true)
  })

  test('[UI8] a letter written with AltGr is never a command', () => {
    expect(isMatch('Alt+L', { key: 'ł', code: 'KeyL', ctrlKey: true, altKey: true, isAltGraph: true })).toBe(false)
    expect(isMatch('Alt+L', { key: 'ł', code: 'KeyL', altKey: true, isAltGraph: true })).toBe(false)
  })

  test('with a modifier the place decides where the board prints no Latin letter', () => {
    expect(isMatch('Alt+1', { key: '&', code: 'Digit1', altKey: true })).toBe(true)
    expect(isMatch('Alt+N', { key: '˜', code: 'KeyN', altKey: true })).toBe(true)
    // On AZERTY the key at Q prints A: the printed letter counts.
    expect(isMatch('Alt+Q', { key: 'a', code: 'KeyQ', altKey: true })).toBe(false)
  })

  test.each(['Ctrl+Alt+N', 'Ctrl+W', 'F11', 'Ctrl++', 'Ctrl+-'])('[UI8] %s may not be used', (chord) => {
    expect(() => parseChord(chord)).toThrow()
  })

  test('caps and the notation for screen readers', () => {
    expect(capsOf('Ctrl+Enter')).toEqual(['Ctrl', 'Enter'])
    expect(capsOf('G O')).toEqual(['G', 'O'])
    expect(capsOf('+')).toEqual(['+'])
    expect(capsOf('Alt+Left')).toEqual(['Alt', '←'])
    expect(ariaKeys('Ctrl+Up')).toBe('Control+ArrowUp')
    expect(ariaKeys('Space')).toBe('Space')
  })
})

/** A dispatcher over a hand-driven clock; `done` lists what ran. */
function bench(bindings: readonly KeyBinding[], hasSingleKeys = true) {
  let now = 0
  let timers: { at: number; run: () => void }[] = []
  const dispatcher = createKeyDispatcher({
    bindings: () => byNearness(bindings),
    hasSingleKeys: () => hasSingleKeys,
    schedule: (run, ms) => {
      const timer = { at: now + ms, run }
      timers.push(timer)
      return () => {
        timers = timers.filter((each) => each !== timer)
      }
    },
  })
  const pass = (ms: number) => {
    now += ms
    const due = timers.filter((timer) => timer.at <= now)
    timers = timers.filter((timer) => timer.at > now)
    for (const timer of due) timer.run()
  }
  const strike = (
    key: string,
    options: { isTyping?: boolean; isOnControl?: boolean; isRepeat?: boolean; mods?: Partial<KeyPress> } = {},
  ) => {
    const { isTyping = false, isOnControl = false, isRepeat = false, mods = {} } = options
    const code = /^[a-z]$/i.test(key) ? `Key${key.toUpperCase()}` : key
    return dispatcher.press(press({ key, code, ...mods }), { isTyping, isOnControl, isRepeat, at: now })
  }
  return { pass, strike }
}

function recorded(names: readonly string[], extra: Record<string, Partial<KeyBinding>> = {}) {
  const done: string[] = []
  const bindings = names.map((keys): KeyBinding => ({ keys, label: keys, run: () => done.push(keys), ...extra[keys] }))
  return { done, bindings }
}

describe('the key map', () => {
  test('[UI7] a single letter runs when nothing follows it within 40 ms', () => {
    const { done, bindings } = recorded(['X'])
    const { strike, pass } = bench(bindings)
    strike('x')
    pass(39)
    expect(done).toEqual([])
    pass(1)
    expect(done).toEqual(['X'])
  })

  test('[UI7] no letter of a scanned code runs anything, whatever its length', () => {
    for (const code of ['SX', 'SXS', 'S-X-1', 'XXXX']) {
      const { done, bindings } = recorded(['S', 'X', '1'])
      const { strike, pass } = bench(bindings)
      for (const character of code) {
        strike(character.toLowerCase())
        pass(4)
      }
      pass(500)
      expect({ code, done }).toEqual({ code, done: [] })
    }
  })

  test('[UI7] a single letter is text while somebody types, a chord is not', () => {
    const { done, bindings } = recorded(['X', 'Alt+N', 'F8'])
    const { strike, pass } = bench(bindings)
    strike('x', { isTyping: true })
    strike('n', { isTyping: true, mods: { altKey: true } })
    strike('F8', { isTyping: true })
    pass(100)
    expect(done).toEqual(['Alt+N', 'F8'])
  })

  test('[UI7] single letters can be switched off', () => {
    const { done, bindings } = recorded(['X', 'F2'])
    const { strike, pass } = bench(bindings, false)
    strike('x')
    strike('F2')
    pass(100)
    expect(done).toEqual(['F2'])
  })

  test('a letter held down goes on without waiting', () => {
    const { done, bindings } = recorded(['J'])
    const { strike, pass } = bench(bindings)
    strike('j')
    pass(40)
    strike('j', { isRepeat: true })
    strike('j', { isRepeat: true })
    expect(done).toEqual(['J', 'J', 'J'])
  })

  test('G and then a letter goes to a place; too late it does not', () => {
    const { done, bindings } = recorded(['G O', 'O'])
    const { strike, pass } = bench(bindings)
    strike('g')
    pass(300)
    strike('o')
    pass(100)
    strike('g')
    pass(1500)
    strike('o')
    pass(100)
    expect(done).toEqual(['G O', 'O'])
  })

  test('Enter and Space belong to the button that has the focus', () => {
    const { done, bindings } = recorded(['Enter', 'Space', 'Ctrl+Enter'])
    const { strike } = bench(bindings)
    strike('Enter', { isOnControl: true })
    strike(' ', { isOnControl: true })
    strike('Enter', { isOnControl: true, mods: { ctrlKey: true } })
    strike('Enter')
    expect(done).toEqual(['Ctrl+Enter', 'Enter'])
  })

  test('Ctrl+Z stays with the field while somebody types', () => {
    const { done, bindings } = recorded(['Ctrl+Z'], { 'Ctrl+Z': { yieldsToTyping: true } })
    const { strike } = bench(bindings)
    expect(strike('z', { isTyping: true, mods: { ctrlKey: true } })).toBe(false)
    expect(strike('z', { mods: { ctrlKey: true } })).toBe(true)
    expect(done).toEqual(['Ctrl+Z'])
  })

  test('[UI9] the nearest binding wins, and one that is not in force lets the next have it', () => {
    const done: string[] = []
    const esc = (name: string, scope: KeyBinding['scope'], isActive: boolean): KeyBinding => ({
      keys: 'Esc',
      label: name,
      run: () => done.push(name),
      isActive: () => isActive,
      ...(scope === undefined ? {} : { scope }),
    })
    const { strike } = bench([
      esc('everywhere', 'global', true),
      esc('list', 'list', false),
      esc('page', undefined, true),
    ])
    strike('Escape')
    expect(done).toEqual(['page'])
  })

  test('[UI9] while a dialog is open only its keys are in force', () => {
    const layers = createKeyLayers()
    const named = (label: string) => () => [{ keys: 'F5', label, run: () => {} }]
    layers.add(PAGE_LAYER, named('page'))
    const close = layers.openLayer(1)
    layers.add(1, named('dialog'))
    expect(layers.active().map((binding) => binding.label)).toEqual(['dialog'])
    close()
    expect(layers.active().map((binding) => binding.label)).toEqual(['page'])
  })
})
