'use client'

import { Button, Drawer } from '@mantine/core'
import Link from 'next/link'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { useMetricKind } from '@/components/ui/use-metric-kind'
import { localize } from '@/domain/localized'
import type { TouchpointInput } from '@/domain/touchpoint/schema'
import type { JourneyDesign } from '@/pipeline/design/get-journey-design'
import classes from './edit.module.css'
import { HistoryList } from './history-list'
import { type DraftFault, fromDraft, toDraft } from './touchpoint-draft'
import { TouchpointFields } from './touchpoint-fields'

type TouchpointPanelProps = {
  id: string
  touchpoint: TouchpointInput
  design: JourneyDesign
  isPending: boolean
  onSave: (touchpoint: TouchpointInput) => void
  onArchive: () => void
  onRemove: () => void
  onClose: () => void
}

/** Everything about one touchpoint, and what became of it. */
export const TouchpointPanel = ({
  id,
  touchpoint,
  design,
  isPending,
  onSave,
  onArchive,
  onRemove,
  onClose,
}: TouchpointPanelProps) => {
  const t = useTranslations('journeyEdit')
  const locale = useLocale()
  const kindOf = useMetricKind()
  const [draft, setDraft] = useState(() => toDraft(touchpoint, kindOf))
  const [fault, setFault] = useState<DraftFault>()
  const surveys = design.surveys.filter((survey) => survey.touchpoint === id)
  const published = surveys.filter(({ isPublished }) => isPublished)
  const name = localize(touchpoint.name, locale)
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={440}
      title={name}
      closeButtonProps={{ 'aria-label': t('close') }}
      classNames={{ title: classes.panelTitle ?? '' }}
    >
      <form
        className={classes.fields}
        onSubmit={(event) => {
          event.preventDefault()
          const made = fromDraft(draft, touchpoint, kindOf)
          if (typeof made === 'string') setFault(made)
          else onSave(made)
        }}
      >
        <TouchpointFields
          draft={draft}
          onChange={setDraft}
          fault={fault}
          stages={design.journeys[touchpoint.journey]?.stages ?? []}
          design={design}
          surveys={surveys}
        />
        <div className={classes.buttons}>
          <Button type="submit" loading={isPending}>
            {t('save')}
          </Button>
          <Button variant="subtle" color="gray" onClick={onClose}>
            {t('cancel')}
          </Button>
        </div>
      </form>
      <section className={classes.part}>
        <h3>{t('surveys')}</h3>
        {surveys.length === 0 && <p className={classes.hint}>{t('noSurveys')}</p>}
        <ul>
          {surveys.map((survey) => (
            <li key={survey.key}>
              <Link prefetch={false} href={`/surveys/${survey.key}`}>
                {localize(survey.title, locale)}
              </Link>
            </li>
          ))}
        </ul>
        <Link prefetch={false} href={`/responses?touchpoint=${id}`}>
          {t('toAnswers')}
        </Link>
      </section>
      <section className={classes.part}>
        <h3>{t('history')}</h3>
        <HistoryList touchpoint={id} />
      </section>
      <section className={classes.part}>
        <h3>{t('endTitle')}</h3>
        <p className={classes.hint}>{t('archiveHint', { count: published.length })}</p>
        <div className={classes.buttons}>
          <Button variant="default" onClick={onArchive} loading={isPending}>
            {t('archive')}
          </Button>
          {surveys.length === 0 && (
            <Button variant="subtle" color="gray" onClick={onRemove} loading={isPending}>
              {t('remove')}
            </Button>
          )}
        </div>
      </section>
    </Drawer>
  )
}
