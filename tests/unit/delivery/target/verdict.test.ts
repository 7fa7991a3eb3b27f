import { expect, test } from 'vitest'
import { chatAdapters } from '@/delivery/chat/adapters'
import { requestHead } from '@/delivery/target/target-request'
import { judgeStatus } from '@/delivery/target/verdict'
import type { ChatApp } from '@/domain/delivery/target-kinds'

const answer = (status: number, body = '') => ({ status, body, retryAfterSeconds: undefined, isCut: false })
const kindOf = (verdict: ReturnType<typeof judgeStatus>) => (verdict.isTaken ? 'taken' : verdict.kind)

test('a status says whether it was taken, may be later, was refused, or never will be', () => {
  const kinds = [200, 202, 204, 301, 302, 400, 401, 404, 408, 410, 413, 422, 425, 429, 500, 502, 503].map((status) =>
    kindOf(judgeStatus(answer(status))),
  )
  expect(kinds.join(' ')).toBe(
    'taken taken taken later later refused refused refused later gone refused refused later later later later later',
  )
})

test.each<[ChatApp, number, string, string]>([
  ['wecom', 200, '{"errcode":0,"errmsg":"ok"}', 'taken'],
  ['wecom', 200, '{"errcode":45009,"errmsg":"api freq out of limit"}', 'later'],
  ['wecom', 200, '{"errcode":93000,"errmsg":"invalid webhook url, hint: [1]"}', 'gone'],
  ['wecom', 200, '{"errcode":93000,"errmsg":"content exceed max length"}', 'refused'],
  ['wecom', 200, '<html>a proxy</html>', 'later'],
  ['wecom', 502, '', 'later'],
  ['dingtalk', 200, '{"errcode":-1,"errmsg":"busy"}', 'later'],
  ['dingtalk', 200, '{"errcode":130101,"errmsg":"send too fast"}', 'later'],
  ['dingtalk', 200, '{"errcode":310000,"errmsg":"keywords not in content"}', 'refused'],
  ['dingtalk', 200, '{"errcode":400013,"errmsg":"group dissolved"}', 'gone'],
  ['feishu', 200, '{"code":0,"msg":"success"}', 'taken'],
  ['feishu', 200, '{"StatusCode":0,"StatusMessage":"success"}', 'taken'],
  ['feishu', 200, '{"code":11232,"msg":"too fast"}', 'later'],
  ['feishu', 200, '{"code":19021,"msg":"sign match fail"}', 'refused'],
  ['feishu', 400, '{"code":9499,"msg":"Bad Request"}', 'refused'],
  ['feishu', 200, '{"code":19001,"msg":"param invalid: incoming webhook access token invalid"}', 'gone'],
  ['slack', 200, 'ok', 'taken'],
  ['slack', 400, 'invalid_payload', 'refused'],
  ['slack', 403, 'action_prohibited', 'refused'],
  ['slack', 404, 'no_service', 'gone'],
  ['slack', 410, 'channel_is_archived', 'gone'],
  ['slack', 429, '', 'later'],
  ['teams', 202, '', 'taken'],
  ['teams', 200, '1', 'taken'],
  ['teams', 200, 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error 429', 'later'],
  ['teams', 413, '', 'refused'],
])('%s that answers %i %s: %s', (app, status, body, wanted) => {
  expect(kindOf(chatAdapters[app].judge(answer(status, body)))).toBe(wanted)
})

test('what people see of a request has no signature, and of a chat’s address the host alone', () => {
  const headers = { 'webhook-id': 'd1', 'webhook-signature': 'v1,abc= v1,def=' }
  expect(requestHead(null, { url: 'https://erp.example/hook?token=t', headers, body: '' })).toBe(
    'POST https://erp.example/hook?…\nwebhook-id: d1\nwebhook-signature: v1,… v1,…',
  )
  expect(requestHead('slack', { url: 'https://hooks.slack.com/services/T/B/X', headers: {}, body: '' })).toBe(
    'POST https://hooks.slack.com/…',
  )
})
