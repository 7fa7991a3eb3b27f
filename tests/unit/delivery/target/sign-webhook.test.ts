import { expect, test } from 'vitest'
import { signWebhook } from '@/delivery/target/sign-webhook'
import { isWebhookSecret } from '@/domain/delivery/webhook-secret'

const secret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const message = { id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', at: new Date(1_614_265_330_000), body: '{"test": 2432232314}' }
const published = 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE='

test('the signature is the one that Standard Webhooks gives for its example', () => {
  expect(signWebhook({ ...message, secrets: [secret] })).toEqual({
    'webhook-id': message.id,
    'webhook-timestamp': '1614265330',
    'webhook-signature': published,
  })
})

test('two secrets sign one behind the other, and every part is signed', () => {
  const other = `whsec_${Buffer.alloc(32, 7).toString('base64')}`
  const both = signWebhook({ ...message, secrets: [other, secret] })['webhook-signature'] ?? ''
  expect(both.split(' ')[1]).toBe(published)
  expect(both.split(' ')[0]).not.toBe(published)
  for (const changed of [{ id: 'msg_2' }, { at: new Date(1_614_265_331_000) }, { body: '{"test": 1}' }])
    expect(signWebhook({ ...message, ...changed, secrets: [secret] })['webhook-signature']).not.toBe(published)
})

test('a secret has 24 to 64 bytes in base64 behind its mark', () => {
  const of = (bytes: number) => `whsec_${Buffer.alloc(bytes, 1).toString('base64')}`
  expect([23, 24, 25, 32, 64, 65].map((bytes) => isWebhookSecret(of(bytes)))).toEqual([false, true, true, true, true, false])
  expect([secret.slice(6), `${of(32)} `, 'whsec_', 'whsec_####'].map(isWebhookSecret)).toEqual([false, false, false, false])
})
