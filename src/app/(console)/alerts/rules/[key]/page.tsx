import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { localize } from '@/domain/localized'
import { conditionNamespaces } from '@/i18n/client-messages'
import { locales } from '@/i18n/locales'
import { findMutes } from '@/pipeline/alert/mute-rule'
import { getAlertRule } from '@/pipeline/design/alert-rules'
import { getRuleChoices } from '@/pipeline/design/get-rule-choices'
import { listChanges } from '@/pipeline/design/list-changes'
import { ClientWords } from '../../../_shell/client-words'
import { EndRule } from '../../_rule/end-rule'
import { metricNames } from '../../_rule/metric-names'
import { RuleEditor } from '../../_rule/rule-editor'
import { ruleFields } from '../../_rule/rule-fields'
import { RuleHistory } from '../../_rule/rule-history'
import { RuleMutes } from '../../_rule/rule-mutes'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('ruleEditor'))('title') })

export default async function RulePage({ params }: { params: Promise<{ key: string }> }) {
  const { organizationId } = await requirePermission('programme.write')
  const { key } = await params
  const [found, changes, mutes, choices, metrics, locale] = await Promise.all([
    getAlertRule(organizationId, key),
    listChanges(organizationId, 'alertRules', key, 20),
    findMutes(organizationId, key),
    getRuleChoices(organizationId),
    metricNames(organizationId),
    getLocale(),
  ])
  if (!found) notFound()
  const [t, fields] = await Promise.all([getTranslations('alerts'), ruleFields(choices, locale)])
  const names = { touchpoints: choices.touchpoints, metrics, recipients: choices.recipients, targets: choices.targets }
  return (
    <ClientWords of={[...conditionNamespaces, 'ruleEditor', 'rules', 'severity', 'backTest', 'ruleMutes', 'category']}>
      <PageHeader back={{ href: '/alerts?view=rules', label: t('rules') }} title={localize(found.rule.name, locale)}>
        <EndRule ruleKey={key} />
      </PageHeader>
      <RuleEditor
        key={found.version}
        ruleKey={key}
        rule={found.rule}
        fields={fields}
        names={names}
        locales={Object.keys(locales)}
        aside={
          <>
            <RuleMutes ruleKey={key} mutes={mutes} touchpoints={choices.touchpoints} />
            {changes.length > 0 && <RuleHistory ruleKey={key} current={found.rule} changes={changes} names={names} />}
          </>
        }
      />
    </ClientWords>
  )
}
