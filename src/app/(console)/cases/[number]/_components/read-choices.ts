import { fillTemplate } from '@/domain/case/fill-template'
import { listTree } from '@/domain/case/options'
import { localize } from '@/domain/localized'
import type { CaseScreen } from '@/pipeline/act/get-case-screen'
import type { StepChoices } from './step-choices'

const noMailOf = ({ customer }: CaseScreen): StepChoices['noMail'] => {
  if (!customer) return 'anonymous'
  if (!customer.email) return 'no_address'
  if (customer.unsubscribedAt) return 'unsubscribed'
  return customer.mailRefused ? 'refused' : null
}

/** Deeper causes stand further in; a select knows no other way to show a tree. */
const inset = (level: number): string => '\u2003'.repeat(level - 1)

const offered = <T extends { archived: boolean }>(options: Readonly<Record<string, T>>): [string, T][] =>
  Object.entries(options).filter(([, { archived }]) => !archived)

/** What the steps of this case choose from, in the reader's language; mails in the customer's. */
export const readChoices = (one: CaseScreen, locale: string, writer: string, dayOf: (at: Date) => string): StepChoices => {
  const { options, customer, organization, related, responses } = one
  const mailLocale = customer?.locale ?? organization.locale
  const values = {
    customer: customer?.name ?? '',
    owner: writer,
    organization: localize(organization.name, mailLocale),
    touchpoint: localize(one.touchpointName, mailLocale),
    case: String(one.number),
  }
  const fill = (text: Parameters<typeof localize>[0]) => fillTemplate(localize(text, mailLocale, organization.locale), values)
  const others = related.map(({ number, customerName, touchpointName, relation, status }) => ({
    value: String(number),
    label: [`#${number}`, localize(touchpointName, locale), customerName].filter(Boolean).join(' · '),
    relation,
    status,
  }))
  return {
    owner: one.owner ? ('email' in one.owner ? one.owner.email : one.owner.team) : '',
    owners: one.owners.map(({ value, name, isTeam }) => ({ value, label: localize(name, locale), isTeam })),
    causes: listTree(options.rootCauses)
      .filter(({ archived }) => !archived)
      .map(({ key, name, level }) => ({ value: key, label: inset(level) + localize(name, locale) })),
    recoveries: offered(options.recoveryActions).map(([value, { name, amountCents, currency }]) => {
      return { value, label: localize(name, locale), amountCents: amountCents ?? null, currency: currency ?? null }
    }),
    mails: offered(options.caseMails).map(([value, { name, subject, text }]) => {
      return { value, label: localize(name, locale), subject: fill(subject), text: fill(text) }
    }),
    noMail: noMailOf(one),
    others: others.filter(({ relation }) => relation !== 'linked').map(({ value, label }) => ({ value, label })),
    linked: others.filter(({ relation }) => relation === 'linked').map(({ value, label }) => ({ value, label })),
    responses: responses.map(({ id, surveyTitle, submittedAt, comments }) => {
      const words = comments[0]?.text.slice(0, 60)
      return { value: id, label: [localize(surveyTitle, locale), dayOf(submittedAt), words].filter(Boolean).join(' · ') }
    }),
  }
}
