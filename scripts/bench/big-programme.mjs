export const TOUCHPOINTS = 200
export const OWNER = 'owner@bench.example'

/** What the survey at a touchpoint asks first: most ask for NPS, some for CSAT, some for CES. */
export const outcomeOf = (touchpoint) => (touchpoint % 10 < 6 ? 'nps' : touchpoint % 10 < 8 ? 'csat' : 'ces')

const numbers = (count) => Array.from({ length: count }, (_, at) => at)
const standards = { nps: 30, csat: 0.8, ces: 5.5 }
const phases = ['pre-sale', 'sale', 'sale', 'after-sale', 'after-sale']

/** A company with 10 journeys of 5 stages, 4 touchpoints in each, one survey at every touchpoint. */
export const bigProgramme = () => ({
  settings: { name: 'Bench', timeZone: 'Asia/Shanghai' },
  members: { [OWNER]: { name: 'Bench Owner', role: 'owner' } },
  journeys: Object.fromEntries(
    numbers(10).map((journey) => [
      `j${journey}`,
      {
        name: `Journey ${journey}`,
        stages: numbers(5).map((stage) => ({ key: `g${stage}`, name: `Stage ${stage}`, phase: phases[stage] })),
      },
    ]),
  ),
  touchpoints: Object.fromEntries(
    numbers(TOUCHPOINTS).map((at) => [
      `t${at}`,
      {
        name: `Touchpoint ${at}`,
        journey: `j${Math.floor(at / 20)}`,
        stage: `g${Math.floor((at % 20) / 4)}`,
        channel: 'web',
        owner: OWNER,
        ...(at % 3 === 0 ? { standard: { metric: outcomeOf(at), target: standards[outcomeOf(at)], responseHours: 24 } } : {}),
      },
    ]),
  ),
  surveys: Object.fromEntries(
    numbers(TOUCHPOINTS).map((at) => [
      `s${at}`,
      {
        touchpoint: `t${at}`,
        title: `Survey ${at}`,
        pages: [
          {
            questions: [
              { key: outcomeOf(at), kind: outcomeOf(at), role: 'outcome', text: 'How was it?' },
              { key: 'speed', kind: 'rating', scale: 5, role: 'driver', text: 'How fast was it?' },
              { key: 'reason', kind: 'text', role: 'reason', text: 'Why?' },
            ],
          },
        ],
      },
    ]),
  ),
})
