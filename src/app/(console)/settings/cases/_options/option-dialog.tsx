'use client'

import { Button, Modal, NativeSelect, NumberInput, Switch, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { placeholders, unknownPlaceholders } from '@/domain/case/fill-template'
import { type CaseOptionKind, type CaseOptions, type CauseInTree, withDescendants } from '@/domain/case/options'
import { keyOfText } from '@/domain/free-key'
import { type Localized, localize } from '@/domain/localized'
import { LocalizedInput } from '../../../_components/localized-input'
import { tidyName } from '../../../_components/tidy-name'
import { removeOption, saveOption } from '../actions'
import classes from '../cases.module.css'
import { SayingLine } from '../saying-line'
import type { Save, Saying } from '../use-saving'
import { type OptionDraft, toDraft, toOption } from './option-draft'

type OptionDialogProps = {
  kind: CaseOptionKind
  /** null for a new one */
  optionKey: string | null
  options: CaseOptions
  tree: readonly CauseInTree[]
  locales: readonly string[]
  isPending: boolean
  said: Saying | null
  save: Save
  onClose: () => void
}

const wordsOf = (text: Localized): string => (typeof text === 'string' ? text : Object.values(text).join(' '))

/** One option: its name, and what belongs to its kind. */
export const OptionDialog = (props: OptionDialogProps) => {
  const { kind, optionKey, options, tree, locales, isPending, said, save, onClose } = props
  const t = useTranslations('caseSettings')
  const locale = useLocale()
  const before = optionKey === null ? undefined : options[kind][optionKey]
  const [draft, setDraft] = useState<OptionDraft>(() => toDraft(before))
  const [isWrong, setWrong] = useState(false)
  const [isTried, setTried] = useState(false)
  const change = (part: Partial<OptionDraft>) => setDraft({ ...draft, ...part })
  const unknown = unknownPlaceholders(`${wordsOf(draft.subject)} ${wordsOf(draft.text)}`)
  const below = optionKey === null ? [] : withDescendants(options.rootCauses, optionKey)
  const submit = () => {
    const name = tidyName(draft.name, before?.name)
    const option = name && toOption(kind, { ...draft, name })
    if (!option) return setWrong(true)
    const isTaken = (one: string) => Object.hasOwn(options[kind], one)
    const key = optionKey ?? keyOfText(localize(name, 'en'), kind === 'rootCauses' ? 'cause' : 'option', isTaken)
    setTried(true)
    save(t('saved', { name: localize(name, locale) }), () => saveOption(kind, key, option), onClose)
  }
  const remove = (key: string) => {
    setTried(true)
    save(t('removed', { name: localize(before?.name, locale) }), () => removeOption(kind, key), onClose)
  }
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={before ? localize(before.name, locale) : t(`new.${kind}`)}
      closeButtonProps={{ 'aria-label': t('close') }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <LocalizedInput
          label={t('name')}
          locales={locales}
          value={draft.name}
          onChange={(name) => change({ name })}
          autoFocus
          error={isWrong ? t('missing') : undefined}
        />
        {kind === 'rootCauses' && (
          <NativeSelect
            label={t('parent')}
            value={draft.parent}
            onChange={(event) => change({ parent: event.currentTarget.value })}
            data={[
              { value: '', label: t('top') },
              ...tree
                .filter(({ key, level }) => level < 3 && !below.includes(key))
                .map(({ key, name, level }) => ({ value: key, label: '\u2003'.repeat(level - 1) + localize(name, locale) })),
            ]}
          />
        )}
        {kind === 'recoveryActions' && (
          <div className={classes.pair}>
            <NumberInput
              label={t('usualCost')}
              min={0}
              decimalScale={2}
              hideControls
              value={draft.amount}
              onChange={(amount) => change({ amount })}
            />
            <TextInput
              label={t('currency')}
              maxLength={3}
              pattern="[A-Z]{3}"
              value={draft.currency}
              onChange={(event) => change({ currency: event.currentTarget.value.toUpperCase() })}
            />
          </div>
        )}
        {kind === 'caseMails' && (
          <>
            <LocalizedInput
              label={t('subject')}
              locales={locales}
              value={draft.subject}
              onChange={(subject) => change({ subject })}
            />
            <LocalizedInput
              label={t('text')}
              locales={locales}
              value={draft.text}
              onChange={(text) => change({ text })}
              maxLength={5000}
              isLong
            />
            <p className={classes.hint}>{t('placeholders', { names: placeholders.map((one) => `{${one}}`).join(' ') })}</p>
            {unknown.length > 0 && (
              <p role="alert" className={classes.hint}>
                {t('unknown', { names: unknown.map((one) => `{${one}}`).join(' ') })}
              </p>
            )}
          </>
        )}
        {before && (
          <Switch
            label={t('archive')}
            description={t('archiveHint')}
            checked={draft.archived}
            onChange={(event) => change({ archived: event.currentTarget.checked })}
          />
        )}
        {isTried && <SayingLine said={said && 'problem' in said ? said : null} />}
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending}>
            {t('save')}
          </Button>
          {before && optionKey !== null && (
            <Button variant="subtle" color="gray" loading={isPending} onClick={() => remove(optionKey)}>
              {t('remove')}
            </Button>
          )}
        </div>
      </form>
    </Modal>
  )
}
