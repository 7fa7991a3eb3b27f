'use client'

import { Button, Checkbox, PasswordInput, Select, TextInput } from '@mantine/core'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { languageName } from '@/components/format/language-name'
import { ButtonLink } from '@/components/ui/button-link'
import { Card } from '@/components/ui/card'
import { chatApps, signedApps, type TargetChannel, webhookEvents } from '@/domain/delivery/target-kinds'
import { keyOfText } from '@/domain/free-key'
import { localize } from '@/domain/localized'
import type { TargetView } from '@/pipeline/design/find-targets'
import { LocalizedInput } from '../../../_components/localized-input'
import { tidyName } from '../../../_components/tidy-name'
import { save, type TargetProblem } from '../actions'
import { SecretShown } from './secret-shown'
import classes from './target.module.css'
import { draftOf, inputOf, newTarget, type TargetDraft } from './target-draft'
import { TargetProblems } from './target-problems'

type TargetEditorProps = {
  channel: TargetChannel
  /** none for a new one */
  stored?: TargetView
  /** keys that are taken */
  taken: readonly string[]
  locales: readonly string[]
}

/** Writes a webhook or a chat: where it leads, and what it is told of. */
export const TargetEditor = ({ channel, stored, taken, locales }: TargetEditorProps) => {
  const t = useTranslations('targets')
  const locale = useLocale()
  const router = useRouter()
  const [isSaving, startSaving] = useTransition()
  const [problem, setProblem] = useState<TargetProblem>()
  const [made, setMade] = useState<{ key: string; secret: string }>()
  const [isSaved, setSaved] = useState(false)
  const [draft, setDraft] = useState<TargetDraft>(stored ? draftOf(stored) : newTarget(channel))
  const set = (part: Partial<TargetDraft>) => {
    setSaved(false)
    setDraft({ ...draft, ...part })
  }
  const errorAt = (path: string) => problem?.issues?.find((one) => one.path === path)?.message
  const isChat = channel === 'chat'
  const isSigned = isChat && signedApps.includes(draft.app)

  const submit = () =>
    startSaving(async () => {
      const name = tidyName(draft.name, stored?.name ?? undefined)
      if (name === undefined) return setProblem({ problem: 'refused', issues: [{ path: 'name', message: t('nameMissing') }] })
      const key = stored?.key ?? keyOfText(localize(name, 'en'), channel, (one) => taken.includes(one))
      const result = await save({ channel, key, isNew: stored === undefined, input: inputOf(channel, draft, stored) })
      setProblem('problem' in result ? result : undefined)
      if ('problem' in result) return
      if (result.secret) return setMade({ key: result.saved, secret: result.secret })
      if (!stored) return router.push(`/settings/targets/${channel}/${result.saved}`)
      setSaved(true)
      setDraft({ ...draft, secret: '', url: isChat ? '' : draft.url })
      router.refresh()
    })

  if (made)
    return (
      <Card title={t('secretMade')}>
        <SecretShown secret={made.secret} />
        <div className={classes.buttons}>
          <ButtonLink href={`/settings/targets/webhook/${made.key}`}>{t('secretKept')}</ButtonLink>
        </div>
      </Card>
    )
  return (
    <Card title={t(isChat ? 'chat' : 'webhook')}>
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <LocalizedInput
          label={t('column.name')}
          locales={locales}
          value={draft.name}
          onChange={(name) => set({ name })}
          error={errorAt('name')}
        />
        {isChat && (
          <Select
            label={t('appLabel')}
            data={chatApps.map((value) => ({ value, label: t(`app.${value}`) }))}
            value={draft.app}
            allowDeselect={false}
            onChange={(value) => set({ app: chatApps.find((one) => one === value) ?? draft.app })}
          />
        )}
        <TextInput
          label={t('url')}
          description={isChat ? t(`where.${draft.app}`) : t('urlHint')}
          placeholder={isChat && stored ? t('staysAsItIs', { what: stored.url }) : 'https://'}
          value={draft.url}
          onChange={(event) => set({ url: event.currentTarget.value })}
          error={errorAt('url')}
          inputMode="url"
          spellCheck={false}
          maxLength={2000}
        />
        {isSigned && (
          <PasswordInput
            label={t('chatSecret')}
            description={t('chatSecretHint')}
            placeholder={stored?.hasSecret ? t('secretStays') : ''}
            value={draft.secret}
            onChange={(event) => set({ secret: event.currentTarget.value })}
            error={errorAt('secret')}
            autoComplete="off"
            visibilityToggleButtonProps={{ 'aria-label': t('showSecret') }}
          />
        )}
        {isChat ? (
          <Select
            label={t('language')}
            data={[
              { value: '', label: t('languageOfOrganization') },
              ...locales.map((value) => ({ value, label: languageName(value, locale) })),
            ]}
            value={draft.locale}
            allowDeselect={false}
            onChange={(value) => set({ locale: value ?? '' })}
          />
        ) : (
          <Checkbox.Group
            label={t('events')}
            description={t('eventsHint')}
            value={[...draft.events]}
            onChange={(events) => set({ events: webhookEvents.filter((one) => events.includes(one)) })}
          >
            <div className={classes.events}>
              {webhookEvents.map((event) => (
                <Checkbox key={event} value={event} label={t(`event.${event.replace('.', '_') as 'alert_raised'}`)} />
              ))}
            </div>
          </Checkbox.Group>
        )}
        <Checkbox
          label={t('words')}
          description={t(isChat ? 'wordsHintChat' : 'wordsHint')}
          checked={draft.words}
          onChange={(event) => set({ words: event.currentTarget.checked })}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={isSaving}>
            {t(stored ? 'save' : 'create')}
          </Button>
        </div>
        <div role="status" className={classes.said}>
          {problem && <TargetProblems problem={problem} />}
          {isSaved && <p>{t('saved')}</p>}
        </div>
      </form>
    </Card>
  )
}
