import { describe, expect, it } from 'vitest'
import { type HealthAnswer, type HealthFacts, healthOf, healthReasons } from '@/domain/customer/health'
import en from '@/i18n/messages/en.json'

const now = new Date('2026-11-22T12:00:00Z')
const ago = (days: number): Date => new Date(now.getTime() - days * 86_400_000)
const said = (value: number, days: number, metric = 'nps'): HealthAnswer => {
  const category =
    metric === 'nps'
      ? value >= 9
        ? 'promoter'
        : value >= 7
          ? 'passive'
          : 'detractor'
      : value >= 4
        ? 'satisfied'
        : value === 3
          ? 'neutral'
          : 'dissatisfied'
  return { at: ago(days), metric, value, category }
}
const facts = (more: Partial<HealthFacts> = {}): HealthFacts => ({
  answers: [],
  openCases: 0,
  overdueCases: 0,
  reopenedCases: 0,
  recoveredAt: null,
  unanswered: 0,
  ...more,
})
const told = (more: Partial<HealthFacts>) => {
  const { level, reasons } = healthOf(facts(more), now)
  return [level, ...reasons.map(({ key }) => key)]
}

describe('the health of a customer', () => {
  it('is unknown of whom nothing is known, and of whose last answer is too old', () => {
    expect(told({})).toEqual(['unknown', 'neverAnswered'])
    expect(told({ answers: [said(10, 366)] })).toEqual(['unknown', 'oldAnswer'])
    expect(told({ answers: [said(10, 365)] })).toEqual(['good', 'highAnswer'])
  })

  it('follows the last answer, on whichever metric it was given', () => {
    expect(told({ answers: [said(9, 3)] })).toEqual(['good', 'highAnswer'])
    expect(told({ answers: [said(7, 3)] })).toEqual(['watch', 'middleAnswer'])
    expect(told({ answers: [said(6, 3)] })).toEqual(['risk', 'lowAnswer'])
    expect(told({ answers: [said(5, 3, 'csat'), said(0, 9)] })).toEqual(['good', 'highAnswer'])
  })

  it('tells a fall only on one metric, and a second bad answer on any', () => {
    expect(told({ answers: [said(7, 3), said(10, 40)] })).toEqual(['watch', 'fell'])
    expect(told({ answers: [said(7, 3), said(5, 40, 'csat')] })).toEqual(['watch', 'middleAnswer'])
    expect(told({ answers: [said(2, 3), said(1, 40, 'csat')] })).toEqual(['risk', 'lowAgain'])
    expect(told({ answers: [said(2, 3), said(2, 400)] })).toEqual(['risk', 'lowAnswer'])
  })

  it('watches who was made good again, until their next answer', () => {
    expect(told({ answers: [said(1, 9)], recoveredAt: ago(2) })).toEqual(['watch', 'recovered'])
    expect(told({ answers: [said(1, 9), said(1, 30)], recoveredAt: ago(20) })).toEqual(['risk', 'lowAgain'])
    expect(told({ answers: [said(9, 1)], recoveredAt: ago(2) })).toEqual(['good', 'highAnswer'])
  })

  it('is at risk over a case that is late or came back, and watched over one that is in hand', () => {
    expect(told({ answers: [said(10, 1)], openCases: 2, overdueCases: 1 })).toEqual(['risk', 'overdueCase', 'highAnswer'])
    expect(told({ answers: [said(10, 1)], openCases: 1, reopenedCases: 1 })).toEqual(['risk', 'reopenedCase', 'highAnswer'])
    expect(told({ openCases: 1 })).toEqual(['watch', 'openCase', 'neverAnswered'])
    expect(told({ answers: [said(3, 1)], openCases: 1 })).toEqual(['risk', 'lowAnswer', 'openCase'])
  })

  it('takes silence for a sign only from the second time on', () => {
    expect(told({ answers: [said(10, 90)], unanswered: 1 })).toEqual(['good', 'highAnswer'])
    expect(told({ answers: [said(10, 90)], unanswered: 2 })).toEqual(['watch', 'silent', 'highAnswer'])
  })

  it('tells what each reason speaks of', () => {
    const [answer, before] = [said(2, 3), said(4, 50)]
    expect(healthOf(facts({ answers: [answer, before], openCases: 3, overdueCases: 2 }), now).reasons).toEqual([
      { key: 'overdueCase', level: 'risk', count: 2 },
      { key: 'lowAgain', level: 'risk', answer, before },
    ])
  })

  it('has words for every reason', () => {
    expect(Object.keys(en.health.reason).sort()).toEqual([...healthReasons].sort())
  })
})
