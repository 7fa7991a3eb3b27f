import { getAcknowledgePage, postAcknowledgePage } from './acknowledge/acknowledge'
import { getAsset, getLoader } from './assets/get-asset'
import { preflight } from './cors'
import { getDefinition } from './get-definition'
import { getInvitationPage } from './invitation/get-invitation-page'
import { postInvitationPage } from './invitation/post-invitation-page'
import type { Peer } from './peer'
import { postUpload } from './post-upload'
import { problem } from './problem'
import { putResponse } from './put-response'
import { getSurveyPage } from './survey/get-survey-page'
import { postSurveyPage } from './survey/post-survey-page'
import { getTestPage } from './test/get-test-page'
import { postTestPage } from './test/post-test-page'
import { getUnsubscribePage, postUnsubscribePage } from './unsubscribe/unsubscribe'
import { getVerifyPage, postVerifyPage } from './verify/verify'

/** One entry of the public door. `pattern` is matched against the path; its named groups become `params`, decoded. */
export interface PublicRoute {
  method: string
  pattern: RegExp
  /** largest body in bytes; 64 KiB unless set */
  maxBodyBytes?: number
  /** the handler reads the body itself, under a limit that it finds out first */
  isStreamed?: boolean
  handle(request: Request, params: Record<string, string>, peer: Peer): Promise<Response>
}

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']

/** The methods that a path of ours doesn't take: said plainly, instead of falling through to the console. */
const refuseOthers = (pattern: RegExp, allowed: readonly string[]): PublicRoute[] =>
  methods
    .filter((method) => !allowed.includes(method))
    .map((method) => ({
      method,
      pattern,
      handle: async () => {
        const allow = allowed.join(', ')
        return method === 'OPTIONS'
          ? new Response(null, { status: 204, headers: { allow } })
          : problem(405, `Use ${allow}.`, { headers: { allow } })
      },
    }))

const response = /^\/api\/v1\/responses\/(?<id>[^/]+)$/
const definition = /^\/api\/v1\/surveys\/(?<survey>[^/]+)\/definition$/
const acknowledge = /^\/a\/(?<token>[^/]+)$/
const loader = /^\/embed\.js$/
const asset = /^\/widget\/(?<name>[^/]+)$/
const survey = /^\/s\/(?<survey>[^/]+)$/
const upload = /^\/api\/v1\/uploads$/
const invitation = /^\/i\/(?<token>[^/]+)$/
const test = /^\/t\/(?<token>[^/]+)$/
const unsubscribe = /^\/u\/(?<token>[^/]+)$/
const verify = /^\/v\/(?<token>[^/]+)$/
const favicon = /^\/favicon\.ico$/

/** Browsers ask for it on every page; a customer's page shows the brand's marks, not ours, so there is none. */
const noIcon = () => new Response(null, { status: 204, headers: { 'cache-control': 'public, max-age=86400' } })

export const routes: PublicRoute[] = [
  { method: 'PUT', pattern: response, handle: putResponse },
  { method: 'OPTIONS', pattern: response, handle: () => Promise.resolve(preflight()) },
  { method: 'GET', pattern: definition, handle: getDefinition },
  { method: 'OPTIONS', pattern: definition, handle: () => Promise.resolve(preflight()) },
  ...refuseOthers(definition, ['GET', 'HEAD', 'OPTIONS']),
  { method: 'POST', pattern: upload, handle: postUpload, isStreamed: true },
  { method: 'OPTIONS', pattern: upload, handle: async () => preflight('POST, OPTIONS', 'content-type, x-file-name') },
  ...refuseOthers(upload, ['POST', 'OPTIONS']),
  { method: 'GET', pattern: survey, handle: getSurveyPage },
  { method: 'POST', pattern: survey, handle: postSurveyPage, isStreamed: true },
  ...refuseOthers(survey, ['GET', 'HEAD', 'POST']),
  { method: 'GET', pattern: acknowledge, handle: getAcknowledgePage },
  { method: 'POST', pattern: acknowledge, handle: postAcknowledgePage, maxBodyBytes: 4096 },
  ...refuseOthers(acknowledge, ['GET', 'HEAD', 'POST']),
  { method: 'GET', pattern: invitation, handle: getInvitationPage },
  { method: 'POST', pattern: invitation, handle: postInvitationPage, isStreamed: true },
  ...refuseOthers(invitation, ['GET', 'HEAD', 'POST']),
  { method: 'GET', pattern: test, handle: getTestPage },
  { method: 'POST', pattern: test, handle: postTestPage, isStreamed: true },
  ...refuseOthers(test, ['GET', 'HEAD', 'POST']),
  { method: 'GET', pattern: unsubscribe, handle: getUnsubscribePage },
  { method: 'POST', pattern: unsubscribe, handle: postUnsubscribePage, maxBodyBytes: 4096 },
  ...refuseOthers(unsubscribe, ['GET', 'HEAD', 'POST']),
  { method: 'GET', pattern: verify, handle: getVerifyPage },
  { method: 'POST', pattern: verify, handle: postVerifyPage, maxBodyBytes: 32_768 },
  ...refuseOthers(verify, ['GET', 'HEAD', 'POST']),
  { method: 'GET', pattern: loader, handle: getLoader },
  ...refuseOthers(loader, ['GET', 'HEAD']),
  { method: 'GET', pattern: asset, handle: getAsset },
  ...refuseOthers(asset, ['GET', 'HEAD']),
  { method: 'GET', pattern: favicon, handle: () => Promise.resolve(noIcon()) },
]
