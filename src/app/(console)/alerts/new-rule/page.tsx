import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { requirePermission } from '@/auth/session'
import { PageHeader } from '@/components/ui/page-header'
import { conditionNamespaces } from '@/i18n/client-messages'
import { locales } from '@/i18n/locales'
import { getRuleChoices } from '@/pipeline/design/get-rule-choices'
import { ClientWords } from '../../_shell/client-words'
import { metricNames } from '../_rule/metric-names'
import { newRule } from '../_rule/rule-draft'
import { RuleEditor } from '../_rule/rule-editor'
import { ruleFields } from '../_rule/rule-fields'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await getTranslations('ruleEditor'))('new') })

export default async function NewRulePage() {
  const { organizationId } = await requirePermission('programme.write')
  const [choices, metrics, locale] = await Promise.all([getRuleChoices(organizationId), metricNames(organizationId), getLocale()])
  const [t, alerts, fields] = await Promise.all([
    getTranslations('ruleEditor'),
    getTranslations('alerts'),
    ruleFields(choices, locale),
  ])
  return (
    <ClientWords of={[...conditionNamespaces, 'ruleEditor', 'rules', 'severity', 'backTest', 'category']}>
      <PageHeader back={{ href: '/alerts?view=rules', label: alerts('rules') }} title={t('new')} lead={t('newLead')} />
      <RuleEditor
        rule={newRule}
        fields={fields}
        names={{ touchpoints: choices.touchpoints, metrics, recipients: choices.recipients, targets: choices.targets }}
        locales={Object.keys(locales)}
      />
    </ClientWords>
  )
}
