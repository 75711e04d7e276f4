import { describe, expect, it } from 'vitest'
import {
  canMove,
  eventsFrom,
  isFinal,
  nextState,
  stateMachine,
  statesOf,
  validateStates,
} from '#shared/kernel/state-machine.ts'

const kettle = stateMachine('cold', {
  cold: { heat: 'warming' },
  warming: { boil: 'hot', stop: 'cold' },
  hot: { cool: 'cold', empty: 'emptied' },
  emptied: {},
})

describe('[K10] state machines', () => {
  it('[K10] answers what may happen and what comes of it', () => {
    expect(nextState(kettle, 'cold', 'heat')).toBe('warming')
    expect(nextState(kettle, 'cold', 'boil')).toBeNull()
    expect(eventsFrom(kettle, 'warming')).toEqual(['boil', 'stop'])
    expect([canMove(kettle, 'hot', 'cold'), canMove(kettle, 'cold', 'hot')]).toEqual([true, false])
    expect(statesOf(kettle).filter((state) => isFinal(kettle, state))).toEqual(['emptied'])
  })

  it('[K10] does not compile with a target that is no state', () => {
    // @ts-expect-error `gone` is not in the table
    const broken = stateMachine('cold', { cold: { heat: 'gone' } })
    expect(validateStates(broken)).toEqual([{ kind: 'unknownTarget', state: 'gone' }])
  })

  it('[K10] the walk finds states that nothing leads to', () => {
    expect(validateStates(kettle)).toEqual([])
    expect(
      validateStates({ initial: ['a'], transitions: { a: { go: 'b' }, b: {}, c: { go: 'd' }, d: { back: 'c' } } }),
    ).toEqual([
      { kind: 'unreachable', state: 'c' },
      { kind: 'unreachable', state: 'd' },
    ])
    expect(validateStates({ initial: ['x'], transitions: { a: {} } })).toEqual([
      { kind: 'unknownInitial', state: 'x' },
      { kind: 'unreachable', state: 'a' },
    ])
    expect(validateStates({ initial: ['a', 'b'], transitions: { a: {}, b: {} } })).toEqual([])
  })
})
