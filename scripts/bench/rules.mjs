#!/usr/bin/env node
// What 200 enabled rules cost an answer, in CPU time: npm run bench:rules [RULES] [ANSWERS]
// The rules ask about scores, words, customers, events and answers, at all touchpoints or at some. Fails where an answer costs 2 ms or more.
import { loadModules } from './load-modules.mjs'

const count = Number(process.argv[2] ?? 200)
const answers = Number(process.argv[3] ?? 20_000)
const budgetMs = 2

const { prepareRules, evaluate, factsOf } = await loadModules(`
  export { prepareRules, factsOf } from '@/domain/alert/evaluate-rules'
  export { evaluate } from '@/domain/condition/evaluate'`)

const places = Array.from({ length: 20 }, (_, index) => `place-${index}`)
const words = ['late', 'broken', 'rude', 'refund', 'never again', '太慢了', '退款']
const conditionOf = (index) => ({
  all: [
    { field: 'score.nps', op: 'lte', value: index % 9 },
    {
      any: [
        { field: 'answer.reason', op: 'contains', value: words[index % words.length] },
        { field: 'text.sentiment', op: 'lt', value: -0.3 },
      ],
    },
    { field: 'customer.tier', op: 'in', value: ['gold', 'silver', `tier-${index}`] },
    { not: { field: 'event.courier', op: 'eq', value: `courier-${index % 5}` } },
    { field: 'text.topics', op: 'in', value: ['delivery_time', 'staff'] },
  ],
})
const rules = Array.from({ length: count }, (_, index) => ({
  touchpoints: index % 2 ? 'all' : [places[index % 20], places[(index + 7) % 20]],
  when: conditionOf(index),
  enabled: true,
  severity: 'high',
}))
const scored = Array.from({ length: answers }, (_, index) => ({
  answers: {
    nps: index % 11,
    reason: `It came ${words[index % 5]} and nobody picked up the phone, which is ${'very '.repeat(20)}sad`,
  },
  scores: [{ metric: 'nps', value: index % 11 }],
  text: [
    { sentiment: (index % 21) / 10 - 1, label: 'negative', language: 'en', topics: [{ key: 'delivery_time' }, { key: 'price' }] },
  ],
  customer: { tier: index % 3 ? 'gold' : 'bronze' },
  event: { courier: `courier-${index % 7}` },
  context: {},
  response: { channel: 'web', locale: 'en', status: 'completed' },
  touchpoint: { key: places[index % 20] },
}))

const cpuMs = (work) => {
  const start = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(start)
  return { ms: (user + system) / 1000, result }
}

const prepared = cpuMs(() => prepareRules(rules))
prepareRules(rules)(scored[0])
const judged = cpuMs(() => scored.reduce((sum, one) => sum + prepared.result(one).length, 0))
const plain = cpuMs(() =>
  scored
    .slice(0, Math.ceil(answers / 10))
    .reduce(
      (sum, one) =>
        sum +
        rules.filter(
          ({ touchpoints, when }) =>
            (touchpoints === 'all' || touchpoints.includes(one.touchpoint.key)) && evaluate(when, factsOf(one)),
        ).length,
      0,
    ),
)
const perAnswer = judged.ms / answers
console.log(`${count} rules, ${answers} answers, ${judged.result} firings`)
console.log(`making the rules ready, once a change   ${prepared.ms.toFixed(2)} ms`)
console.log(`judging one answer                      ${perAnswer.toFixed(4)} ms of CPU (at most ${budgetMs})`)
console.log(`the same, not made ready                ${(plain.ms / Math.ceil(answers / 10)).toFixed(4)} ms`)
if (perAnswer >= budgetMs) {
  console.error(`an answer costs ${perAnswer.toFixed(3)} ms; at most ${budgetMs} ms are wanted`)
  process.exit(1)
}
