'use client'

import { Button, VisuallyHidden } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useLocale, useTranslations } from 'next-intl'
import { useMemo, useState } from 'react'
import { TabLinks } from '@/components/ui/tab-links'
import { localize } from '@/domain/localized'
import { type Arrangement, placeOf } from '@/domain/touchpoint/arrange'
import type { JourneyDesign } from '@/pipeline/design/get-journey-design'
import { removeFromMap, saveEdit } from '../actions'
import { ArchivedList } from './archived-list'
import classes from './edit.module.css'
import { EditDialogs, type Open } from './edit-dialogs'
import { addTouchpoint, arrangementOf, putTouchpoints, rearrange } from './journey-changes'
import { NoticeBar } from './notice-bar'
import { PlaceCard } from './place-card'
import { StageColumn } from './stage-column'
import { useArrange } from './use-arrange'
import { useEdits } from './use-edits'

type JourneyEditorProps = {
  design: JourneyDesign
  /** the journey that is edited; undefined while there is none */
  journey: string | undefined
  /** the member who edits: they answer for what they add until somebody else is named */
  member: string
}

/** The map while it is edited. Every change is saved at once and can be taken back. */
export const JourneyEditor = ({ design, journey, member }: JourneyEditorProps) => {
  const t = useTranslations('journeyEdit')
  const locale = useLocale()
  const router = useRouter()
  const { isPending, notice, run, undo, dismiss } = useEdits(t('undone'))
  const [open, setOpen] = useState<Open | null>(null)
  const [said, setSaid] = useState('')
  const saved = useMemo(() => (journey === undefined ? {} : arrangementOf(design, journey)), [design, journey])
  const stages = (journey === undefined ? undefined : design.journeys[journey]?.stages) ?? []
  const nameOf = (key: string) => localize(design.touchpoints[key]?.name ?? key, locale)
  const stageName = (key: string) => localize(stages.find((one) => one.key === key)?.name ?? key, locale)
  const ownerName = (owner: string) => localize(design.owners.find(({ value }) => value === owner)?.name ?? owner, locale)
  const announce = (what: 'held' | 'moved' | 'dropped' | 'cancelled', key: string, at: Arrangement) => {
    const place = placeOf(at, key)
    const words = { name: nameOf(key), stage: stageName(place?.stage ?? ''), place: (place?.index ?? 0) + 1 }
    setSaid(t(`said.${what}`, words))
  }
  const { arrangement, held, handle } = useArrange({
    saved,
    stages: stages.map(({ key }) => key),
    announce,
    onDrop: (key, after) => run(t('done.moved', { name: nameOf(key) }), () => saveEdit(rearrange(design, saved, after))),
  })
  const add = (stage: string, name: string) => {
    if (journey === undefined) return
    const made = addTouchpoint(design, { journey, stage }, { [locale]: name }, member)
    run(t('done.added', { name }), () => saveEdit(made.edit))
  }
  const archived = Object.entries(design.touchpoints).filter(([, one]) => one.archived && one.journey === journey)
  return (
    <div className={classes.editor} aria-busy={isPending}>
      <div className={classes.bar}>
        {Object.keys(design.journeys).length > 1 && (
          <TabLinks
            label={t('journeys')}
            tabs={Object.entries(design.journeys).map(([key, { name }]) => ({
              href: `/journey?edit=1&journey=${key}`,
              label: localize(name, locale),
              isCurrent: key === journey,
            }))}
          />
        )}
        <div className={classes.buttons}>
          {journey !== undefined && (
            <Button
              size="xs"
              variant="default"
              onClick={() => setOpen({ kind: 'stage' })}
              leftSection={<Plus size={14} aria-hidden />}
            >
              {t('newStage')}
            </Button>
          )}
          {journey !== undefined && (
            <Button size="xs" variant="default" onClick={() => setOpen({ kind: 'journey', key: journey })}>
              {t('editJourney')}
            </Button>
          )}
          <Button size="xs" variant={journey === undefined ? 'filled' : 'default'} onClick={() => setOpen({ kind: 'journey' })}>
            {t('newJourney')}
          </Button>
        </div>
      </div>
      <p id="arrange-help" className={classes.hint}>
        {t(journey === undefined ? 'start' : 'help')}
      </p>
      <VisuallyHidden component="p" aria-live="assertive">
        {said}
      </VisuallyHidden>
      <div className={classes.map} data-map>
        {stages.map((stage) => (
          <StageColumn
            key={stage.key}
            stage={stage}
            onEdit={() => setOpen({ kind: 'stage', key: stage.key })}
            onAdd={(name) => add(stage.key, name)}
          >
            {(arrangement[stage.key] ?? []).map((key) => {
              const touchpoint = design.touchpoints[key]
              if (!touchpoint) return null
              return (
                <PlaceCard
                  key={key}
                  id={key}
                  touchpoint={touchpoint}
                  owner={ownerName(touchpoint.owner)}
                  isHeld={held === key}
                  handle={handle(key)}
                  onOpen={() => setOpen({ kind: 'touchpoint', key })}
                />
              )
            })}
          </StageColumn>
        ))}
      </div>
      <ArchivedList
        touchpoints={archived}
        isPending={isPending}
        onRestore={(key, { archived: _, ...touchpoint }) =>
          run(t('done.restored', { name: nameOf(key) }), () => saveEdit(putTouchpoints(design, { [key]: touchpoint })))
        }
      />
      {open && (
        <EditDialogs
          open={open}
          design={design}
          journey={journey}
          arrangement={arrangement}
          isPending={isPending}
          run={run}
          remove={removeFromMap}
          onClose={() => setOpen(null)}
          onGo={(href) => router.push(href)}
        />
      )}
      <NoticeBar notice={notice} onUndo={undo} onClose={dismiss} />
    </div>
  )
}
