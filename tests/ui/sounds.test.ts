import { describe, expect, test } from 'vitest'
import { planTones, SOUND_SCORES, type SoundEvent } from '#renderer/ui/sound/sound-scores.ts'
import { createSounds } from '#renderer/ui/sound/sounds.ts'

const pitches = (event: SoundEvent) => SOUND_SCORES[event].tones.map((tone) => `${tone.hertz} Hz ${tone.ms} ms`)

describe('the sounds', () => {
  test('each event has its tones and its vibration', () => {
    expect({
      accepted: pitches('accepted'),
      lineComplete: pitches('lineComplete'),
      listComplete: pitches('listComplete'),
      refused: pitches('refused'),
      question: pitches('question'),
    }).toEqual({
      accepted: ['1760 Hz 60 ms'],
      lineComplete: ['1320 Hz 60 ms', '1760 Hz 60 ms'],
      listComplete: ['880 Hz 70 ms', '1320 Hz 70 ms', '1760 Hz 70 ms'],
      refused: ['220 Hz 140 ms', '165 Hz 140 ms'],
      question: ['660 Hz 90 ms', '660 Hz 90 ms'],
    })
    expect(SOUND_SCORES.refused.vibration).toEqual([120, 60, 120, 60, 120])
  })

  test('accepted and refused differ in pitch, length, number and wave', () => {
    const { accepted, refused } = SOUND_SCORES
    expect(accepted.wave).not.toBe(refused.wave)
    expect(accepted.tones.length).not.toBe(refused.tones.length)
    expect(Math.min(...accepted.tones.map((tone) => tone.hertz))).toBeGreaterThan(
      4 * Math.max(...refused.tones.map((tone) => tone.hertz)),
    )
    expect(accepted.tones[0]?.ms).not.toBe(refused.tones[0]?.ms)
  })

  test('two tones of one pitch are heard as two', () => {
    const [first, second] = planTones('question')
    expect(second?.from).toBeGreaterThan(first?.until ?? 0)
  })

  test('silent stations still vibrate', () => {
    const felt: number[][] = []
    const createContext = () => {
      throw new Error('no sound was asked for')
    }
    createSounds({ volume: () => 0, createContext, vibrate: (pattern) => felt.push(pattern) }).play('accepted')
    expect(felt).toEqual([[30]])
  })
})
