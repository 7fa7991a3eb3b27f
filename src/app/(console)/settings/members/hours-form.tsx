'use client'

import { Button, SegmentedControl, Select, TextInput } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import type { BusinessHours, Weekday } from '@/domain/organization/business-hours'
import type { MemberRow } from '@/pipeline/design/find-people'
import classes from '../_components/people.module.css'

/** Not the schema's own list: that would bring zod into the browser. */
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const satisfies readonly Weekday[]

/** A Monday, to name the days of the week from. */
const monday = Date.UTC(2024, 0, 1)

type Hours = { workingHours: BusinessHours | null; timeZone: string | null }

type HoursFormProps = {
  member: MemberRow
  timeZone: string
  isPending: boolean
  onSave: (hours: Hours) => void
  onCancel: () => void
}

/** `9:00 – 12:30, 13:30–18:00` → spans as they are kept; what is no span is left to be refused. */
const spansOf = (text: string): string[] =>
  text
    .split(/[,，;；、]/)
    .map((span) =>
      span
        .replace(/\s/g, '')
        .replace(/[–—~～至]/g, '-')
        .replaceAll('：', ':')
        .replace(/(^|-)(\d):/g, '$10$2:'),
    )
    .filter((span) => span !== '')

const usual: Record<Weekday, string> = {
  ...{ mon: '09:00-18:00', tue: '09:00-18:00', wed: '09:00-18:00', thu: '09:00-18:00', fri: '09:00-18:00' },
  ...{ sat: '', sun: '' },
}

/** Somebody's own weekly hours and time zone, and what becomes of alerts outside them. */
export const HoursForm = ({ member, timeZone, isPending, onSave, onCancel }: HoursFormProps) => {
  const t = useTranslations('people')
  const locale = useLocale()
  const { workingHours } = member
  const [isOwn, setOwn] = useState(workingHours !== null)
  const [zone, setZone] = useState(member.timeZone)
  const [texts, setTexts] = useState<Record<Weekday, string>>(() =>
    workingHours
      ? (Object.fromEntries(days.map((day) => [day, (workingHours[day] ?? []).join(', ')])) as Record<Weekday, string>)
      : usual,
  )
  const dayName = (index: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(monday + index * 86_400_000))
  const save = () => {
    const given = Object.fromEntries(days.map((day) => [day, spansOf(texts[day])]).filter(([, spans]) => spans?.length))
    onSave({ workingHours: isOwn ? given : null, timeZone: zone })
  }
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p>{t('hoursHint', { name: member.name })}</p>
      <SegmentedControl
        aria-label={t('hoursWhose')}
        value={isOwn ? 'own' : 'organization'}
        onChange={(value) => setOwn(value === 'own')}
        data={[
          { value: 'organization', label: t('hoursOfOrganization') },
          { value: 'own', label: t('hoursOwn') },
        ]}
      />
      {isOwn && (
        <div className={classes.week}>
          <p>{t('hoursSpans')}</p>
          {days.map((day, index) => (
            <div key={day} className={classes.day}>
              <label htmlFor={`hours-${day}`}>{dayName(index)}</label>
              <TextInput
                id={`hours-${day}`}
                size="xs"
                placeholder={t('dayOff')}
                value={texts[day]}
                onChange={(event) => setTexts({ ...texts, [day]: event.currentTarget.value })}
              />
            </div>
          ))}
        </div>
      )}
      <Select
        label={t('zone')}
        description={t('zoneHint')}
        placeholder={t('zoneOfOrganization', { zone: timeZone })}
        data={[...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), ...(member.timeZone ? [member.timeZone] : [])])]}
        searchable
        clearable
        limit={100}
        value={zone}
        onChange={setZone}
        clearButtonProps={{ 'aria-label': t('zoneClear') }}
      />
      <div className={classes.buttons}>
        <Button type="submit" loading={isPending}>
          {t('save')}
        </Button>
        <Button variant="subtle" color="gray" onClick={onCancel}>
          {t('cancel')}
        </Button>
      </div>
    </form>
  )
}
