import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { makeToken } from '@/auth/signed-token'
import { looksBetween } from '@/domain/alert/looks'
import { acknowledgeByLink } from '@/pipeline/act/acknowledge-by-link'
import { answerQuestion } from '@/pipeline/act/answer-question'
import { clearRefusedAddress, clearRefusedAddresses } from '@/pipeline/act/clear-refused'
import { countOpenCases } from '@/pipeline/act/count-open-cases'
import { deliverMessage } from '@/pipeline/act/deliver-message'
import { deliverToTarget } from '@/pipeline/act/deliver-to-target'
import { countCases, countLoad, findCases } from '@/pipeline/act/find-cases'
import { countUnsentDeliveries, findDeliveries } from '@/pipeline/act/find-deliveries'
import { countAllRefused, countRefused, findRefused } from '@/pipeline/act/find-refused'
import { getCase } from '@/pipeline/act/get-case'
import { getCaseChoices } from '@/pipeline/act/get-case-choices'
import { getCaseOptions } from '@/pipeline/act/get-case-options'
import { getCaseScreen } from '@/pipeline/act/get-case-screen'
import { getDelivery } from '@/pipeline/act/get-delivery'
import { getRootCauses } from '@/pipeline/act/get-root-causes'
import { openAlertLink } from '@/pipeline/act/open-alert-link'
import { openCase } from '@/pipeline/act/open-case'
import { openQuestion } from '@/pipeline/act/open-question'
import { readCase, readCases } from '@/pipeline/act/read-cases'
import { recordBounces } from '@/pipeline/act/record-bounces'
import { recordCaseEvent, takeCaseStep } from '@/pipeline/act/record-case-event'
import { replayDelivery } from '@/pipeline/act/replay-delivery'
import { takeByLink } from '@/pipeline/act/take-by-link'
import { takeCaseSteps } from '@/pipeline/act/take-case-steps'
import { backTestAnswers } from '@/pipeline/alert/back-test-answers'
import { backTestFindings } from '@/pipeline/alert/back-test-findings'
import { backTestRule } from '@/pipeline/alert/back-test-rule'
import { evaluateRules } from '@/pipeline/alert/evaluate-rules'
import { findAlerts, listRuleSummaries } from '@/pipeline/alert/find-alerts'
import { findDead, findOverdue, findSilent } from '@/pipeline/alert/find-others'
import { findOverBudget } from '@/pipeline/alert/find-over-budget'
import { findSeries, readWatched } from '@/pipeline/alert/find-series'
import { findTroubledRules } from '@/pipeline/alert/find-troubled-rules'
import { endMute, findMutes, muteRule } from '@/pipeline/alert/mute-rule'
import { preparedRules } from '@/pipeline/alert/prepared-rules'
import { raisePastAlerts } from '@/pipeline/alert/raise-past-alerts'
import { replayRule } from '@/pipeline/alert/replay-rule'
import { watchRule } from '@/pipeline/alert/watch-rules'
import { changeView, removeView, restoreView } from '@/pipeline/analyze/change-view'
import { createDashboard, duplicateDashboard } from '@/pipeline/analyze/create-dashboard'
import { findCustomers, listCustomers } from '@/pipeline/analyze/find-customers'
import { findDashboards, findRoleDashboards, findStartDashboard, getDashboard } from '@/pipeline/analyze/find-dashboards'
import { cancelExport, findExports, getExport, listExportRecords, openExport } from '@/pipeline/analyze/find-exports'
import { findResponses, toNarrowing } from '@/pipeline/analyze/find-responses'
import { findSavedViews } from '@/pipeline/analyze/find-saved-views'
import { getArrivals } from '@/pipeline/analyze/get-arrivals'
import { getBreakdown } from '@/pipeline/analyze/get-breakdown'
import { getChanges } from '@/pipeline/analyze/get-changes'
import { getCustomer, getCustomerRecord } from '@/pipeline/analyze/get-customer'
import { getDefinitions } from '@/pipeline/analyze/get-definitions'
import { getDistributions } from '@/pipeline/analyze/get-distributions'
import { getExperienceGap } from '@/pipeline/analyze/get-experience-gap'
import { getFilterOptions } from '@/pipeline/analyze/get-filter-options'
import { getHeadlines } from '@/pipeline/analyze/get-headlines'
import { getJourneyMap } from '@/pipeline/analyze/get-journey-map'
import { getLiveFigures } from '@/pipeline/analyze/get-live-figures'
import { getLoop } from '@/pipeline/analyze/get-loop'
import { getLoopFigures } from '@/pipeline/analyze/get-loop-figures'
import { getMetric } from '@/pipeline/analyze/get-metric'
import { getMetricSeries } from '@/pipeline/analyze/get-metric-series'
import { getMoney } from '@/pipeline/analyze/get-money'
import { findSpreadMetrics, getOwnDistribution } from '@/pipeline/analyze/get-own-distribution'
import { getOwnMetrics, hasSlowMetrics } from '@/pipeline/analyze/get-own-metrics'
import { getPeriodFigures } from '@/pipeline/analyze/get-period-figures'
import { getRates } from '@/pipeline/analyze/get-rates'
import { getResponse } from '@/pipeline/analyze/get-response'
import { getTaggedQuestions } from '@/pipeline/analyze/get-tagged-questions'
import { getTopTopics } from '@/pipeline/analyze/get-top-topics'
import { getUpload } from '@/pipeline/analyze/get-upload'
import { previewDeletion } from '@/pipeline/analyze/preview-deletion'
import { previewMetric } from '@/pipeline/analyze/preview-metric'
import { removeDashboard, restoreDashboard } from '@/pipeline/analyze/remove-dashboard'
import { countExport, requestExport } from '@/pipeline/analyze/request-export'
import { saveDashboard } from '@/pipeline/analyze/save-dashboard'
import { saveView } from '@/pipeline/analyze/save-view'
import { scoreTouchpoints } from '@/pipeline/analyze/score-touchpoints'
import { setRoleDashboard } from '@/pipeline/analyze/set-role-dashboard'
import { findTags, tagFound, tagResponses, undoTagging } from '@/pipeline/analyze/tag-responses'
import { streamExport, writeExport } from '@/pipeline/analyze/write-export'
import { getAlertRule, getAlertRules } from '@/pipeline/design/alert-rules'
import { applyProgramme } from '@/pipeline/design/apply-programme'
import { countOpenInvitations } from '@/pipeline/design/count-open-invitations'
import { createSurvey } from '@/pipeline/design/create-survey'
import { exportProgramme, exportProgrammeYaml, exportSurveyJson } from '@/pipeline/design/export-programme'
import { findPeople } from '@/pipeline/design/find-people'
import { findSurveys, getSurvey } from '@/pipeline/design/find-surveys'
import { findTargets, getTarget } from '@/pipeline/design/find-targets'
import { getJourneyDesign } from '@/pipeline/design/get-journey-design'
import { getMetricChoices } from '@/pipeline/design/get-metric-choices'
import { getMetricVersions } from '@/pipeline/design/get-metric-versions'
import { getRuleChoices, listAttributeNames } from '@/pipeline/design/get-rule-choices'
import { getInviteLink, inviteMember, inviteMemberAgain, withdrawInvite } from '@/pipeline/design/invite-member'
import { listChanges } from '@/pipeline/design/list-changes'
import { planProgramme } from '@/pipeline/design/plan-programme'
import { putObject } from '@/pipeline/design/put-object'
import { putPolicy, putSettings } from '@/pipeline/design/put-settings'
import { removeObject } from '@/pipeline/design/remove-object'
import { rotateSecret } from '@/pipeline/design/rotate-secret'
import { saveAlertRule, switchAlertRule } from '@/pipeline/design/save-alert-rule'
import { openDraft, saveDraftEdits } from '@/pipeline/design/save-draft-edits'
import { saveMetric } from '@/pipeline/design/save-metric'
import { saveTarget, switchTarget } from '@/pipeline/design/save-target'
import { followTest, sendTest } from '@/pipeline/design/send-test'
import { setAbsence } from '@/pipeline/design/set-absence'
import {
  getSurveyDraft,
  getSurveyVersion,
  getSurveyVersions,
  publishSurvey,
  restoreVersion,
} from '@/pipeline/design/survey-programme'
import { deactivateMember, handOver, reactivateMember } from '@/pipeline/design/switch-member'
import { makeFromTemplate } from '@/pipeline/design/templates'
import { testTarget } from '@/pipeline/design/test-target'
import { undoChanges } from '@/pipeline/design/undo-changes'
import { claimUploads } from '@/pipeline/listen/claim-uploads'
import { createInvitations } from '@/pipeline/listen/create-invitations'
import { identifyCustomer, readCustomerToken } from '@/pipeline/listen/identify-customer'
import { importResponses } from '@/pipeline/listen/import-responses'
import { putCustomer } from '@/pipeline/listen/put-customer'
import { recordEvents } from '@/pipeline/listen/record-events'
import { createApiKey } from '@/pipeline/operate/create-api-key'
import { deleteResponse } from '@/pipeline/operate/delete-response'
import { findPendingDeliveries, findPendingEvaluations } from '@/pipeline/operate/find-pending'
import { finishSetUp } from '@/pipeline/operate/finish-set-up'
import { getLatencies } from '@/pipeline/operate/get-latencies'
import { getLatenciesByDay, getLatencyLedger } from '@/pipeline/operate/get-latencies-by-day'
import { getLatencyWindow } from '@/pipeline/operate/get-latency-window'
import { getSettings } from '@/pipeline/operate/get-settings'
import { getSystemStatus } from '@/pipeline/operate/get-system-status'
import { getIdentitySecret } from '@/pipeline/operate/identity-secret'
import {
  cancelRebuild,
  countRollupDrift,
  followRebuild,
  getLatestRebuild,
  getRebuild,
  rebuildRollups,
  requestRebuild,
} from '@/pipeline/operate/rebuild-rollups'
import { saveUser } from '@/pipeline/operate/save-user'
import { subscribeLive } from '@/pipeline/operate/subscribe-live'
import { scoreResponse, scoreResponses } from '@/pipeline/score/score-response'
import { publishLive } from '@/store/live/publish-live'
import type { WatchedRule } from '@/store/rule/claim-watched'
import { identitySecretOf } from '~tests/support/identity-secret-of'
import { newId } from '~tests/support/shop'
import type { Belongings } from '~tests/support/tenants'
import { until } from '~tests/support/until'

const day = { from: '2000-01-01', to: '2099-12-31' }
const start = { type: 'start' } as const
const now = new Date()
const ago = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const lately = {
  from: ago(29 * 24)
    .toISOString()
    .slice(0, 10),
  to: ago(-24).toISOString().slice(0, 10),
}
const tokenFor = (organizationId: string, { alertId }: Belongings) =>
  makeToken('acknowledge', { o: organizationId, a: alertId, e: 'eve@stranger.example' }, new Date(Date.now() + 86_400_000))
const questionFor = (organizationId: string, { caseId }: Belongings) =>
  makeToken('verify', { o: organizationId, c: caseId, s: 1 }, new Date(Date.now() + 86_400_000))
const english = { asked: 'en', accepted: [] }
const setUpToken = (organization: string) => makeToken('set-up', { organization }, new Date(Date.now() + 86_400_000))
const imported = (id: string) => ({ id, survey: 'delivery', answers: { nps: 10 }, submittedAt: now.toISOString() })
const page = { limit: 100 }
/** A customer of theirs, claimed under the stranger's own secret. */
const claimed = async (own: string): Promise<string> =>
  new SignJWT({ sub: 'customer-of-theirs', aud: 'earshot:victim', exp: Math.floor(Date.now() / 1000) + 600 })
    .setProtectedHeader({ alg: 'HS256' })
    .sign(new TextEncoder().encode(await identitySecretOf(own)))
const photo = { key: 'photo', kind: 'file', text: 'Photo', maximum: 1, maxBytes: 1024, types: ['image'] } as const

const newAbout = {
  no_answer: { kind: 'no_answer', days: 1 },
  shift: { kind: 'shift', direction: 'either', least: 30, againHours: 1 },
  standard_missed: { kind: 'standard_missed', days: 28, least: 10, againHours: 1 },
  overdue_share: { kind: 'overdue_share', days: 28, percent: 0, least: 1, againHours: 1 },
  dead_deliveries: { kind: 'dead_deliveries', hours: 24, least: 1, againHours: 1 },
} as const

/** A rule about more than answers, as the worker takes it. */
const watched = (organizationId: string): WatchedRule => ({
  ...{ organizationId, id: newId(), key: 'watch', version: 1, since: new Date(0), name: 'Watch', touchpoints: 'all' },
  ...{ when: { all: [] }, severity: 'low', notify: [], openCase: false, enabled: true, about: newAbout.dead_deliveries },
})

/** Each use case as a stranger calls it: with their own organization and the other one’s ids, keys and numbers. */
export const strangersCalls: Record<string, (organizationId: string, theirs: Belongings) => unknown> = {
  'act/acknowledge-by-link acknowledgeByLink': (own, theirs) => acknowledgeByLink(tokenFor(own, theirs), now),
  'act/answer-question answerQuestion': (own, theirs) =>
    answerQuestion(questionFor(own, theirs), { isFixed: true, words: '' }, english, now),
  'act/open-question openQuestion': (own, theirs) => openQuestion(questionFor(own, theirs), english, now),
  'act/take-by-link takeByLink': (own, theirs) => takeByLink(tokenFor(own, theirs), 0, now),
  'act/count-open-cases countOpenCases': (own) => countOpenCases(own),
  'act/deliver-message deliverMessage': (own, { deliveryId }) => deliverMessage({ organizationId: own, id: deliveryId }),

  'act/deliver-to-target deliverToTarget': (own, { deliveryId }) => deliverToTarget({ organizationId: own, id: deliveryId }),
  'act/find-cases countCases': (own, { memberId }) => countCases(own, memberId, now),
  'act/find-cases findCases': (own, { memberId }) =>
    Promise.all(
      [
        {},
        { ownerMemberId: memberId },
        { touchpoint: 'delivery' },
        { owner: 'olga@shop.example' },
        { owner: 'care' },
        { q: 'late again' },
        { q: 'theirs' },
        { rootCause: 'delivery' },
      ].map((filter) => findCases({ organizationId: own, isDone: false, ...page, ...filter })),
    ),
  'act/find-cases countLoad': (own) => countLoad(own, now),
  'act/clear-refused clearRefusedAddress': (own) => clearRefusedAddress(own, 'gone@away.example'),
  'act/clear-refused clearRefusedAddresses': (own) => clearRefusedAddresses(own, { all: true }),
  'act/find-refused findRefused': (own) => findRefused(own, { limit: 50 }),
  'act/find-refused countAllRefused': (own) => countAllRefused(own),
  'act/find-refused countRefused': (own) => countRefused(own, { all: true }),
  'act/record-bounces recordBounces': (own, { deliveryId }) => {
    const bounce = { address: 'gone@away.example', status: '5.1.1', reason: '', isFinal: true }
    return recordBounces(
      own,
      [null, `${deliveryId}@localhost`].map((messageId) => ({ ...bounce, messageId })),
      now,
    )
  },
  'act/find-deliveries countUnsentDeliveries': (own) => countUnsentDeliveries(own),
  'act/find-deliveries findDeliveries': (own) =>
    Promise.all([undefined, 'webhook:erp'].map((target) => findDeliveries({ organizationId: own, ...page, target }))),
  'act/get-case getCase': (own, { caseNumber }) => getCase(own, caseNumber),
  'act/get-case-choices getCaseChoices': (own) => getCaseChoices(own),
  'act/get-case-options getCaseOptions': (own) => getCaseOptions(own),
  'act/get-case-screen getCaseScreen': (own, { caseNumber }) => getCaseScreen(own, caseNumber),
  'act/get-delivery getDelivery': (own, { deliveryId }) => getDelivery(own, deliveryId),
  'act/get-root-causes getRootCauses': (own) => getRootCauses(own, new Date(0), 'delivery'),
  'act/open-alert-link openAlertLink': (own, theirs) => openAlertLink(tokenFor(own, theirs), now),
  'act/open-case openCase': (own, { responseId }) =>
    openCase({ organizationId: own, responseId, severity: 'low', by: 'eve@stranger.example' }),
  'act/read-cases readCase': (own, { caseId, caseNumber }) =>
    Promise.all([readCase(own, { id: caseId }), readCase(own, { number: caseNumber })]),
  'act/read-cases readCases': (own, { responseId }) =>
    Promise.all([readCases(own, {}, page), readCases(own, { response: responseId, touchpoint: 'delivery' }, page)]),
  'act/record-case-event recordCaseEvent': (own, { caseNumber }) =>
    recordCaseEvent({ organizationId: own, number: caseNumber, step: start, by: 'eve@stranger.example' }),
  'act/record-case-event takeCaseStep': (own, { caseNumber }) =>
    takeCaseStep({ organizationId: own, number: caseNumber, step: start, by: 'eve@stranger.example' }),
  'act/take-case-steps takeCaseSteps': (own, { caseNumber, responseId }) =>
    takeCaseSteps({
      organizationId: own,
      by: 'eve@stranger.example',
      steps: [
        { number: caseNumber, step: start },
        { number: caseNumber, step: { type: 'split', responses: [responseId] } },
        { number: caseNumber, step: { type: 'assign', owner: 'olga@shop.example' } },
      ],
    }),
  'act/replay-delivery replayDelivery': (own, { deliveryId }) => replayDelivery(own, deliveryId),
  'alert/evaluate-rules evaluateRules': (own, { responseId }) => evaluateRules({ organizationId: own, id: responseId }),
  'alert/find-alerts findAlerts': (own) =>
    Promise.all(
      [{}, { rule: 'detractor' }, { touchpoint: 'delivery' }].map((filter) =>
        findAlerts({ organizationId: own, ...page, ...filter }),
      ),
    ),
  'alert/find-alerts listRuleSummaries': (own) => listRuleSummaries(own, new Date(0)),
  'alert/back-test-rule backTestRule': async (own) => {
    const found = [
      await backTestRule({ organizationId: own, key: 'detractor', days: 30, now }),
      await backTestRule({
        ...{ organizationId: own, days: 30, now },
        rule: { name: 'Ours', when: { field: 'score.nps', op: 'lte', value: 10 } },
      }),
    ]
    if (found.some((one) => !('error' in one) && one.responses > 0)) throw new Error('the stranger sees how many answered')
    return found
  },
  'alert/back-test-answers backTestAnswers': (own) => {
    const { about: _, ...rule } = watched(own)
    return backTestAnswers(
      { ...rule, when: { field: 'score.nps', op: 'lte', value: 10 } },
      { organizationId: own, days: 30, now },
    )
  },
  'alert/back-test-findings backTestFindings': async (own) => {
    const kinds = Object.values(newAbout)
    const rules = kinds.map((about) => ({ ...watched(own), about: { ...about, ...('least' in about ? { least: 1 } : {}) } }))
    return Promise.all(
      rules.map((rule) => backTestFindings(rule as never, { organizationId: own, key: 'detractor', days: 30, now })),
    )
  },
  'alert/replay-rule replayRule': async (own) => {
    const seen: unknown[] = []
    const span = { everySeconds: 900, first: '2000-01-01', timeZone: 'UTC' }
    const start = new Date('2000-01-01T00:00:00Z')
    await replayRule({
      ...{ organizationId: own, rule: watched(own), ...span, from: start, now, pageSize: 10 },
      looks: looksBetween(new Date(now.getTime() - 86_400_000), now, { ...span, first: '2000-01-01' }),
      see: (sighting) => seen.push(sighting),
      ask: (day, count) => seen.push([day, count]),
      proceed: async () => undefined,
      left: () => 1000,
    })
    return seen
  },
  'alert/find-troubled-rules findTroubledRules': (own) => findTroubledRules(own),
  'alert/raise-past-alerts raisePastAlerts': (own) =>
    raisePastAlerts({ organizationId: own, key: 'detractor', days: 30, acts: true, now }, { limitSeconds: 2 }),
  'alert/prepared-rules preparedRules': async (own) => {
    const scored = {
      answers: {},
      scores: [{ metric: 'nps', value: 0 }],
      text: [],
      context: {},
      response: { status: 'completed' },
    }
    return (await preparedRules(own, 1))({ ...scored, touchpoint: { key: 'delivery' } })
  },
  'alert/find-series readWatched': async (own) =>
    (await readWatched(own, 'all', { kind: 'standard_missed', days: 28, least: 30, againHours: 168 })).touchpoints,
  'alert/find-series findSeries': async (own) =>
    (await Promise.all([newAbout.shift, newAbout.standard_missed].map((about) => findSeries(watched(own), about, now)))).flatMap(
      ({ found }) => found,
    ),
  'alert/find-others findSilent': (own) => findSilent(watched(own), newAbout.no_answer, now),
  'alert/find-others findOverdue': (own) => findOverdue(watched(own), { ...newAbout.overdue_share, least: 1 }, now),
  'alert/find-others findDead': (own) => findDead(watched(own), newAbout.dead_deliveries, now),
  'alert/watch-rules watchRule': (own) => watchRule(watched(own), now),
  'alert/find-over-budget findOverBudget': (own) => findOverBudget(own),
  'alert/mute-rule muteRule': (own) =>
    muteRule(
      { organizationId: own, key: 'detractor', by: 'eve', now },
      { reason: 'Ours', until: new Date(Date.now() + 3_600_000).toISOString() },
    ),
  'alert/mute-rule findMutes': (own) => findMutes(own, 'detractor'),
  'alert/mute-rule endMute': (own, { muteId }) => endMute({ organizationId: own, key: 'detractor', by: 'eve' }, muteId),
  'analyze/change-view changeView': (own, { viewId, memberId }) =>
    changeView({ organizationId: own, memberId, mayTidy: true }, viewId, { name: 'Mine' }),
  'analyze/change-view removeView': (own, { viewId, memberId }) =>
    removeView({ organizationId: own, memberId, mayTidy: true }, viewId),
  'analyze/change-view restoreView': (own, { removedViewId, memberId }) =>
    restoreView({ organizationId: own, memberId, mayTidy: true }, removedViewId),
  'analyze/create-dashboard createDashboard': (own, { memberId }) =>
    createDashboard({ organizationId: own, memberId }, { template: 'executive' }).catch((error: { code?: string }) => error.code),
  'analyze/create-dashboard duplicateDashboard': (own, { memberId, dashboardId }) =>
    duplicateDashboard({ organizationId: own, memberId }, dashboardId, 'Mine'),
  'analyze/find-dashboards findDashboards': (own, { memberId }) => findDashboards({ organizationId: own, memberId }),
  'analyze/find-dashboards findRoleDashboards': (own) => findRoleDashboards(own),
  'analyze/find-dashboards findStartDashboard': (own) => findStartDashboard(own, 'admin'),
  'analyze/find-dashboards getDashboard': (own, { memberId, dashboardId }) =>
    getDashboard({ organizationId: own, memberId }, dashboardId),
  'analyze/remove-dashboard removeDashboard': (own, { memberId, dashboardId }) =>
    removeDashboard({ organizationId: own, memberId, mayTidy: true }, dashboardId),
  'analyze/remove-dashboard restoreDashboard': (own, { memberId, removedDashboardId }) =>
    restoreDashboard({ organizationId: own, memberId, mayTidy: true }, removedDashboardId),
  'analyze/save-dashboard saveDashboard': (own, { memberId, dashboardId }) =>
    saveDashboard({ organizationId: own, memberId, mayTidy: true }, dashboardId, {
      revision: 1,
      dashboard: { name: 'Mine', isShared: true, widgets: [] },
    }),
  'analyze/set-role-dashboard setRoleDashboard': (own, { dashboardId }) => setRoleDashboard(own, { role: 'viewer', dashboardId }),
  'analyze/find-saved-views findSavedViews': (own, { memberId }) => findSavedViews({ organizationId: own, memberId }),
  'analyze/save-view saveView': (own, { memberId }) =>
    saveView({ organizationId: own, memberId }, { kind: 'overview', name: 'Mine', isShared: true, parameters: {} }).catch(
      (error: { code?: string }) => {
        // A member of another organization can own nothing here: the foreign key carries the organization.
        if (error.code !== '23503') throw error
      },
    ),
  'analyze/find-customers findCustomers': (own) =>
    Promise.all(
      [{}, { text: 'Mei' }, { atRiskSince: new Date(0) }, { recoveredSince: new Date(0) }, { hasOpenCase: true }].map((filter) =>
        findCustomers({ organizationId: own, order: 'active', ...page, ...filter }, now),
      ),
    ),
  'analyze/find-customers listCustomers': (own) =>
    listCustomers({ organizationId: own, order: 'value', text: 'invited-of-theirs', ...page }),
  'analyze/find-responses findResponses': (own) =>
    Promise.all(
      [
        {},
        { survey: 'delivery' },
        { q: 'late' },
        { tag: 'tag of theirs' },
        { touchpoint: 'delivery' },
        { journey: 'order' },
        { where: { field: 'touchpoint.key', op: 'eq', value: 'delivery' } as const },
        { where: { field: 'customer.externalId', op: 'eq', value: 'customer-of-theirs' } as const },
        { where: { not: { field: 'score.nps', op: 'exists' } } as const },
      ].map((filter) => findResponses({ organizationId: own, timeZone: 'UTC', ...page, ...filter })),
    ),
  'analyze/find-responses toNarrowing': (own) => toNarrowing({ organizationId: own, timeZone: 'UTC', tag: 'tag of theirs' }),
  'analyze/find-exports cancelExport': (own, { exportId, tagger }) => cancelExport({ organizationId: own, by: tagger }, exportId),
  'analyze/find-exports findExports': (own, { tagger }) => findExports({ organizationId: own, by: tagger }, { limit: 50 }),
  'analyze/find-exports getExport': (own, { exportId, tagger }) => getExport({ organizationId: own, by: tagger }, exportId),
  'analyze/find-exports listExportRecords': (own) => listExportRecords(own, 50),
  'analyze/find-exports openExport': (own, { exportId, tagger }) =>
    openExport({ organizationId: own, by: tagger }, exportId, true),
  'analyze/request-export countExport': async (own) => {
    const counts = await Promise.all(
      [{}, { q: 'words' }, { survey: 'delivery' }].map((more) => countExport(own, { timeZone: 'UTC', ...more })),
    )
    if (counts.some((count) => count !== 0)) throw new Error('the stranger sees how many answered')
    return counts
  },
  'analyze/request-export requestExport': (own) =>
    requestExport(
      { organizationId: own, by: 'eve@stranger.example', hasCustomers: true },
      { format: 'csv', locale: 'en' },
      { timeZone: 'UTC', survey: 'delivery', tag: 'tag of theirs' },
    ),
  'analyze/write-export streamExport': async (own) => {
    const said: string[] = []
    for (const format of ['csv', 'jsonl'] as const)
      await streamExport(
        { organizationId: own, asked: { timeZone: 'UTC' }, hasCustomers: true, format, values: 'labels', locale: 'en' },
        () => undefined,
        async (body) => {
          for await (const chunk of body) said.push(Buffer.from(chunk).toString('utf8'))
        },
      )
    return said
  },
  'analyze/write-export writeExport': (own, { exportId }) => writeExport({ organizationId: own, id: exportId }),
  'analyze/preview-deletion previewDeletion': (own, { responseId }) =>
    previewDeletion({ organizationId: own, timeZone: 'UTC' }, responseId, now),
  'analyze/tag-responses findTags': (own) => findTags(own),
  'analyze/tag-responses tagFound': (own) =>
    tagFound({ organizationId: own, by: 'eve' }, { kind: 'remove', name: 'tag of theirs' }, { timeZone: 'UTC', q: 'words' }),
  'analyze/tag-responses tagResponses': (own, { responseId }) =>
    Promise.all(
      (['remove', 'add'] as const).map((kind) =>
        tagResponses({ organizationId: own, by: 'eve' }, { kind, name: 'tag of theirs' }, [responseId]),
      ),
    ),
  'analyze/tag-responses undoTagging': (own, { tagChangeId, tagger }) =>
    undoTagging({ organizationId: own, by: tagger }, tagChangeId),
  'analyze/get-arrivals getArrivals': (own) => getArrivals(own, 'delivery', ago(1)),
  'analyze/get-breakdown getBreakdown': (own) =>
    getBreakdown({ organizationId: own, period: day, metric: 'nps', by: 'touchpoint', survey: 'delivery' }),
  'analyze/get-changes getChanges': (own) =>
    getChanges({ organizationId: own, period: { from: '2026-01-01', to: '2026-12-31' }, survey: 'delivery' }),
  'analyze/get-distributions getDistributions': (own) =>
    getDistributions({ organizationId: own, period: day, survey: 'delivery' }),
  'analyze/get-customer getCustomer': (own, { customerId }) => getCustomer(own, customerId, { now }),
  'analyze/get-customer getCustomerRecord': (own) => getCustomerRecord(own, 'invited-of-theirs'),
  'analyze/get-experience-gap getExperienceGap': (own) =>
    getExperienceGap({
      organizationId: own,
      timeZone: 'UTC',
      period: { from: '2026-01-01', to: '2026-12-31' },
      survey: 'delivery',
    }),
  'analyze/get-filter-options getFilterOptions': (own) => getFilterOptions(own),
  'analyze/get-headlines getHeadlines': (own) =>
    Promise.all(
      [{ survey: 'delivery' }, { where: { field: 'score.nps', op: 'lte', value: 10 } as const }].map((filter) =>
        getHeadlines({ organizationId: own, period: { from: '2026-01-01', to: '2026-12-31' }, ...filter }),
      ),
    ),
  'analyze/get-journey-map getJourneyMap': (own) =>
    Promise.all(
      [{}, { touchpoint: 'delivery', journey: 'order' }, { where: { not: { field: 'score.nps', op: 'exists' } } as const }].map(
        (narrowing) =>
          getJourneyMap({ organizationId: own, now: { narrowing, period: day }, against: { narrowing, period: day } }),
      ),
    ),
  'analyze/get-live-figures getLiveFigures': (own) =>
    getLiveFigures({
      organizationId: own,
      timeZone: 'UTC',
      narrowing: { survey: 'delivery' },
      period: { from: '2026-01-01', to: '2026-12-31' },
      now: new Date(0),
    }),
  'analyze/get-period-figures getPeriodFigures': (own) =>
    getPeriodFigures({
      filter: { organizationId: own, survey: 'delivery' },
      period: { from: '2026-01-01', to: '2026-12-31' },
    }),
  'analyze/get-loop getLoop': (own) =>
    Promise.all([undefined, 'delivery'].map((touchpoint) => getLoop({ organizationId: own, period: lately, touchpoint, now }))),
  'analyze/get-loop-figures getLoopFigures': (own) => getLoopFigures(own, 'UTC', lately, now),
  'analyze/get-definitions getDefinitions': (own) => Promise.all([getDefinitions(own), getDefinitions(own, new Date())]),
  'analyze/get-metric getMetric': async (own) => {
    const asked = { organizationId: own, period: day, comparedWith: day }
    const found = await Promise.all(['nps', 'quick', 'whole'].map((key) => getMetric({ ...asked, key, touchpoint: 'delivery' })))
    const draft = { name: 'Mine', of: 'share', question: 'speed', positiveFrom: 1, least: 1 } as const
    const tried = await getMetric({ ...asked, key: 'mine', draft })
    if ([...found, tried].some((one) => !('error' in one) && one.summary.n > 0))
      throw new Error('the stranger sees how many answered')
    return [...found, tried]
  },
  'analyze/get-own-metrics getOwnMetrics': (own) => getOwnMetrics({ organizationId: own, period: day, comparedWith: day }),
  'analyze/get-own-metrics hasSlowMetrics': (own) => hasSlowMetrics({ organizationId: own, period: day, comparedWith: day }),
  'analyze/get-metric-series getMetricSeries': async (own) => {
    const where = { field: 'score.nps', op: 'lte', value: 10 } as const
    const asked = { organizationId: own, metric: 'nps', interval: 'all', ...day } as const
    const found = await Promise.all([getMetricSeries(asked), getMetricSeries({ ...asked, where })])
    if (found.some((one) => 'error' in one || one.series.some(({ n }) => n > 0)))
      throw new Error('the stranger sees how many answered')
    return found
  },
  'analyze/get-own-distribution findSpreadMetrics': (own) => findSpreadMetrics(own),
  'analyze/get-own-distribution getOwnDistribution': (own) =>
    getOwnDistribution({ organizationId: own, period: day, metric: 'quick' }),
  'analyze/get-rates getRates': async (own) => {
    const asked = { organizationId: own, timeZone: 'UTC', period: day, comparedWith: day }
    const found = await Promise.all(
      [{}, { survey: 'delivery', touchpoint: 'delivery' }].map((more) => getRates({ ...asked, ...more })),
    )
    if (found.some((one) => 'error' in one || one.completion.summary.n > 0 || (one.response?.summary.n ?? 0) > 0))
      throw new Error('the stranger sees how many were asked')
    return found
  },
  'analyze/get-money getMoney': async (own) => {
    const money = await getMoney(own, new Date(0))
    if ('error' in money || money.atRisk.customers + money.recovered.customers > 0)
      throw new Error('the stranger sees whose value is at risk')
    return money
  },
  'analyze/get-response getResponse': (own, { responseId }) => getResponse(own, responseId),
  'analyze/get-tagged-questions getTaggedQuestions': (own) =>
    getTaggedQuestions({ organizationId: own, survey: 'delivery', period: day }, 'dimension'),
  'analyze/get-top-topics getTopTopics': async (own) => {
    const found = await getTopTopics({ organizationId: own, touchpoint: 'delivery', timeZone: 'UTC', period: day })
    if (!(found instanceof Map) || found.size > 0) throw new Error('the stranger sees what is spoken of')
    return [...found]
  },
  'analyze/get-upload getUpload': (own, { uploadId }) => getUpload(own, uploadId),
  'analyze/score-touchpoints scoreTouchpoints': (own) => scoreTouchpoints({ organizationId: own, ...day }),
  'design/alert-rules getAlertRule': (own) => getAlertRule(own, 'detractor'),
  'design/alert-rules getAlertRules': (own) => getAlertRules(own),
  'design/apply-programme applyProgramme': (own) => applyProgramme(own, { teams: { care: { name: 'Ours', members: [] } } }),
  'design/count-open-invitations countOpenInvitations': async (own) => {
    const { notOpened } = await countOpenInvitations(own, 'delivery', now)
    if (notOpened.count > 0) throw new Error('the stranger sees how many were invited')
    return notOpened
  },
  'design/create-survey createSurvey': (own) => createSurvey(own, { title: 'Mine', touchpoint: 'delivery', locale: 'en' }),
  'design/save-draft-edits openDraft': (own) => openDraft(own, 'delivery'),
  'design/save-draft-edits saveDraftEdits': (own) =>
    saveDraftEdits(own, {
      key: 'delivery',
      id: randomUUID(),
      base: 1,
      operations: [{ do: 'set', at: [], name: 'title', was: 'Tell us', to: 'Told' }],
    }),
  'design/export-programme exportProgramme': (own) => exportProgramme(own),
  'design/export-programme exportProgrammeYaml': (own) => exportProgrammeYaml(own),
  'design/export-programme exportSurveyJson': (own) => exportSurveyJson(own, 'delivery'),
  'design/find-surveys findSurveys': (own) => findSurveys(own, ago(30 * 24)),
  'design/find-surveys getSurvey': (own) => getSurvey(own, 'delivery'),
  'design/find-targets findTargets': (own) => findTargets(own),
  'design/find-targets getTarget': (own) => getTarget(own, 'webhook', 'erp'),
  'design/rotate-secret rotateSecret': (own) => rotateSecret(own, 'erp', {}, 'stranger'),
  'design/save-target saveTarget': (own) =>
    saveTarget({ organizationId: own, by: 'stranger', channel: 'chat', key: 'group', input: { app: 'slack' } }),
  'design/save-target switchTarget': (own) =>
    switchTarget({ organizationId: own, by: 'stranger', channel: 'webhook', key: 'erp' }, false),
  'design/test-target testTarget': (own) => testTarget(own, 'webhook', 'erp'),
  'design/get-journey-design getJourneyDesign': (own) => getJourneyDesign(own),
  'design/find-people findPeople': (own) => findPeople(own),
  'design/invite-member getInviteLink': (own, { memberId }) => getInviteLink(own, memberId, now),
  'design/invite-member inviteMember': (own) =>
    inviteMember(own, { email: 'eve4@stranger.example', role: 'admin', locale: 'en' }, 'eve@stranger.example'),
  'design/invite-member inviteMemberAgain': (own, { memberId }) => inviteMemberAgain(own, memberId, 'eve@stranger.example'),
  'design/invite-member withdrawInvite': (own, { memberId }) => withdrawInvite(own, memberId, 'eve@stranger.example'),
  'design/switch-member deactivateMember': (own, { memberId }) =>
    deactivateMember(own, memberId, 'eve@stranger.example', 'eve@stranger.example'),
  'design/switch-member handOver': (own, { memberId }) => handOver(own, memberId, 'eve@stranger.example', 'eve@stranger.example'),
  'design/switch-member reactivateMember': (own, { memberId }) => reactivateMember(own, memberId, 'eve@stranger.example'),
  'design/list-changes listChanges': (own) => listChanges(own, 'touchpoints', 'delivery'),
  'design/plan-programme planProgramme': (own) => planProgramme(own, { teams: { care: { name: 'Ours', members: [] } } }),
  'design/put-object putObject': (own) => putObject(own, 'journeys', 'order', { name: 'Ours', stages: [] }),
  'design/put-settings putPolicy': (own) => putPolicy(own, { cases: { joinHours: 1 } }, 'eve'),
  'design/put-settings putSettings': (own) => putSettings(own, { name: 'Stranger', locale: 'en', timeZone: 'UTC' }),
  'design/remove-object removeObject': (own) =>
    Promise.all([
      ...(['touchpoints', 'journeys', 'teams'] as const).map((kind) => removeObject(own, kind, 'delivery', 'eve')),
      removeObject(own, 'alertRules', 'detractor', 'eve'),
      removeObject(own, 'metrics', 'quick', 'eve'),
      removeObject(own, 'webhooks', 'erp', 'eve'),
      removeObject(own, 'chats', 'group', 'eve'),
    ]),
  'analyze/preview-metric previewMetric': async (own) => {
    const draft = { name: 'Mine', of: 'mean', question: 'speed', scale: { from: 1, to: 5 } }
    const found = await previewMetric({ organizationId: own, timeZone: 'UTC', key: 'quick', draft, at: now })
    if ('error' in found || found.drafted.summary.n > 0 || found.current) throw new Error('the stranger sees how many answered')
    return found
  },
  'design/get-metric-choices getMetricChoices': (own) => getMetricChoices(own),
  'design/save-metric saveMetric': (own) =>
    saveMetric({
      ...{ organizationId: own, by: 'eve@stranger.example', key: 'quick', seen: null },
      definition: { name: 'Mine', of: 'mean', question: 'speed' },
    }),
  'design/get-metric-versions getMetricVersions': (own) =>
    Promise.all(['nps', 'quick'].map((key) => getMetricVersions(own, key))),
  'design/get-rule-choices listAttributeNames': (own) => listAttributeNames(own),
  'design/get-rule-choices getRuleChoices': (own) => getRuleChoices(own),
  'design/save-alert-rule saveAlertRule': (own) =>
    saveAlertRule({ organizationId: own, by: 'eve', key: 'detractor', seen: null, rule: { name: 'Ours', when: { all: [] } } }),
  'design/save-alert-rule switchAlertRule': (own) => switchAlertRule(own, 'detractor', false, 'eve'),
  'design/set-absence setAbsence': (own, { memberId }) =>
    setAbsence(own, memberId, { from: '2026-01-01', to: '2026-01-02' }, 'eve@stranger.example'),
  'design/send-test followTest': (own, { memberId, deliveryId }) => followTest(own, memberId, deliveryId),
  'design/send-test sendTest': (own, { memberId }) =>
    sendTest({ organizationId: own, memberId, survey: 'delivery', which: 'published', locale: 'en' }, now),
  'design/undo-changes undoChanges': (own, { applyId }) => undoChanges(own, applyId, 'eve@stranger.example'),
  'design/survey-programme getSurveyDraft': (own) => getSurveyDraft(own, 'delivery'),
  'design/survey-programme getSurveyVersion': (own) => getSurveyVersion(own, 'delivery', 1),
  'design/survey-programme restoreVersion': (own) => restoreVersion(own, 'delivery', 1),
  'design/survey-programme getSurveyVersions': (own) => getSurveyVersions(own, 'delivery'),
  'design/survey-programme publishSurvey': (own) => publishSurvey(own, 'delivery'),
  'design/templates makeFromTemplate': (own) => makeFromTemplate(own, 'nps-relational', 'care'),
  'listen/claim-uploads claimUploads': async (own, { surveyId, responseId, uploadId }) => {
    const definition = { pages: [{ questions: [photo] }] }
    const issues = await claimUploads({ organizationId: own, surveyId, responseId }, definition, { photo: [uploadId] })
    if (issues.length !== 1) throw new Error('the stranger’s answer names their file')
    return issues
  },
  'listen/create-invitations createInvitations': (own) =>
    createInvitations(own, [{ survey: 'delivery', customer: { externalId: 'somebody' } }], now),
  'listen/identify-customer identifyCustomer': async (own) => identifyCustomer(own, await claimed(own), now),
  'listen/identify-customer readCustomerToken': async (own) => readCustomerToken(own, await claimed(own), now),
  'listen/import-responses importResponses': (own, { responseId }) => importResponses(own, [imported(responseId)], 'all', now),
  'listen/put-customer putCustomer': async (own) => {
    const put = await putCustomer(own, 'invited-of-theirs', { name: 'Mine' })
    if ('error' in put || !put.isNew) throw new Error('the stranger learns who is there')
    return put.stored.name
  },
  'listen/record-events recordEvents': (own, { eventId }) =>
    recordEvents(
      own,
      [{ id: eventId, touchpoint: 'delivery', customer: { externalId: 'somebody' }, occurredAt: now.toISOString() }],
      now,
    ),
  'operate/create-api-key createApiKey': (own) => createApiKey(own, 'mine', 'admin'),
  'operate/delete-response deleteResponse': (own, { responseId }) =>
    deleteResponse({ organizationId: own, id: responseId, by: 'eve' }),
  'operate/find-pending findPendingDeliveries': (own) => findPendingDeliveries(own),
  'operate/find-pending findPendingEvaluations': (own) => findPendingEvaluations(own),
  'operate/get-latencies getLatencies': (own) => getLatencies(own, ago(24)),
  'operate/get-latency-window getLatencyWindow': (own) => getLatencyWindow(own, 24, now),
  'operate/get-latencies-by-day getLatencyLedger': (own) => getLatencyLedger(own, 2, now),
  'operate/get-latencies-by-day getLatenciesByDay': (own) => getLatenciesByDay(own, ago(24)),
  'operate/get-settings getSettings': (own) => getSettings(own, true),
  'operate/finish-set-up finishSetUp': (own) =>
    finishSetUp({ token: setUpToken(own), name: 'Eve', email: 'eve2@stranger.example', password: 'a long password' }, now),
  'operate/identity-secret getIdentitySecret': (own) => getIdentitySecret(own, { rotate: true }),
  'operate/get-system-status getSystemStatus': async (own) => {
    const { due, deliveries } = await getSystemStatus(own, now)
    if (deliveries.dead > 0) throw new Error('the stranger sees dead deliveries')
    return { due, deliveries }
  },
  'operate/rebuild-rollups countRollupDrift': (own) => countRollupDrift(own),
  'operate/rebuild-rollups rebuildRollups': (own, { rebuildId }) => rebuildRollups({ organizationId: own, id: rebuildId }),
  'operate/rebuild-rollups requestRebuild': (own) =>
    Promise.all(
      [{ survey: 'delivery' }, { touchpoint: 'delivery' }].map((scope) =>
        requestRebuild({ organizationId: own, by: 'eve@stranger.example', ...scope }),
      ),
    ),
  'operate/rebuild-rollups followRebuild': (own, { rebuildId }) =>
    followRebuild({ organizationId: own, id: rebuildId }, () => undefined).catch((error: Error) => error.message),
  'operate/rebuild-rollups getLatestRebuild': (own) => getLatestRebuild(own),
  'operate/rebuild-rollups getRebuild': (own, { rebuildId }) => getRebuild(own, rebuildId),
  'operate/rebuild-rollups cancelRebuild': (own) => cancelRebuild(own),
  'operate/save-user saveUser': (own) => saveUser(own, { email: 'eve3@stranger.example', name: 'Eve', role: 'admin' }),
  'operate/subscribe-live subscribeLive': async (own, { organizationId, caseId }) => {
    const heard: unknown[] = []
    const stop = await subscribeLive(own, (event) => heard.push(event))
    await publishLive([{ organizationId, type: 'case', id: caseId }])
    await publishLive([{ organizationId: own, type: 'case', id: own }])
    await until(() => heard.length > 0, 'an event of the stranger’s own')
    stop()
    return heard
  },
  'score/score-response scoreResponse': (own, { responseId }) => scoreResponse({ organizationId: own, id: responseId }),
  'score/score-response scoreResponses': (own, { responseId }) => scoreResponses([{ organizationId: own, id: responseId }]),
}
