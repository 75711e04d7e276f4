/** What a device says without a screen. Accepted and refused differ in pitch, length and number. */
export type SoundEvent = 'accepted' | 'already' | 'lineComplete' | 'listComplete' | 'refused' | 'question'

interface Tone {
  readonly hertz: number
  readonly ms: number
}

interface Score {
  readonly wave: 'sine' | 'square'
  readonly tones: readonly Tone[]
  /** Pattern for `navigator.vibrate`: on, off, on. */
  readonly vibration: readonly number[]
}

export const SOUND_SCORES: Record<SoundEvent, Score> = {
  accepted: { wave: 'sine', tones: [{ hertz: 1760, ms: 60 }], vibration: [30] },
  // The sound of accepted, lower and twice: heard, understood, and nothing to do.
  already: {
    wave: 'sine',
    tones: [
      { hertz: 990, ms: 60 },
      { hertz: 990, ms: 60 },
    ],
    vibration: [30, 30, 30],
  },
  lineComplete: {
    wave: 'sine',
    tones: [
      { hertz: 1320, ms: 60 },
      { hertz: 1760, ms: 60 },
    ],
    vibration: [30, 40, 30],
  },
  listComplete: {
    wave: 'sine',
    tones: [
      { hertz: 880, ms: 70 },
      { hertz: 1320, ms: 70 },
      { hertz: 1760, ms: 70 },
    ],
    vibration: [200],
  },
  refused: {
    wave: 'square',
    tones: [
      { hertz: 220, ms: 140 },
      { hertz: 165, ms: 140 },
    ],
    vibration: [120, 60, 120, 60, 120],
  },
  question: {
    wave: 'sine',
    tones: [
      { hertz: 660, ms: 90 },
      { hertz: 660, ms: 90 },
    ],
    vibration: [80, 80, 80],
  },
}

interface PlannedTone extends Tone {
  /** Seconds after the start of the sound. */
  readonly from: number
  readonly until: number
}

// Between tones, so that two of the same pitch are heard as two.
const PAUSE_MS = 30

/** When each tone of an event sounds. */
export function planTones(event: SoundEvent): readonly PlannedTone[] {
  let at = 0
  return SOUND_SCORES[event].tones.map((tone) => {
    const from = at / 1000
    at += tone.ms + PAUSE_MS
    return { ...tone, from, until: from + tone.ms / 1000 }
  })
}
