import { planTones, SOUND_SCORES, type SoundEvent } from './sound-scores.ts'

export interface Sounds {
  /** Never alone: a sound always goes with a picture on screen. */
  play(event: SoundEvent): void
}

interface SoundOptions {
  /** 0 to 1, per station; 0 keeps the vibration. */
  readonly volume: () => number
  /** Made at the first sound, because browsers want a press before they let a page speak. */
  readonly createContext?: () => AudioContext
  readonly vibrate?: (pattern: number[]) => void
}

// A square wave of the same height sounds much louder.
const GAIN = { sine: 0.5, square: 0.2 } as const
// Shorter than the ear notices, long enough not to click.
const EDGE_SECONDS = 0.006

export function createSounds(options: SoundOptions): Sounds {
  const { volume, createContext = () => new AudioContext(), vibrate = vibrateDevice } = options
  let context: AudioContext | null = null

  function sound(event: SoundEvent, loudness: number): void {
    context ??= createContext()
    if (context.state === 'suspended') void context.resume()
    const { wave } = SOUND_SCORES[event]
    const start = context.currentTime + 0.01
    for (const tone of planTones(event)) {
      const oscillator = context.createOscillator()
      const gain = context.createGain()
      oscillator.type = wave
      oscillator.frequency.value = tone.hertz
      gain.gain.setValueAtTime(0, start + tone.from)
      gain.gain.linearRampToValueAtTime(GAIN[wave] * loudness, start + tone.from + EDGE_SECONDS)
      gain.gain.setValueAtTime(GAIN[wave] * loudness, start + tone.until - EDGE_SECONDS)
      gain.gain.linearRampToValueAtTime(0, start + tone.until)
      oscillator.connect(gain).connect(context.destination)
      oscillator.start(start + tone.from)
      oscillator.stop(start + tone.until)
    }
  }

  return {
    play(event) {
      const loudness = Math.min(Math.max(volume(), 0), 1)
      if (loudness > 0) sound(event, loudness)
      vibrate([...SOUND_SCORES[event].vibration])
    },
  }
}

function vibrateDevice(pattern: number[]): void {
  navigator.vibrate?.(pattern)
}
