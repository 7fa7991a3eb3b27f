import { useFormatter, useTranslations } from 'next-intl'
import { Card } from '@/components/ui/card'
import { Facts } from '@/components/ui/facts'
import { weekdays } from '@/domain/organization/business-hours'
import type { SettingsView } from '@/pipeline/operate/get-settings'
import classes from './settings.module.css'

/** A Monday, to name the days of the week from. */
const monday = Date.UTC(2024, 0, 1)

/** When the clocks of cases run. */
export const HoursCard = ({ organization, locale }: { organization: SettingsView['organization']; locale: string }) => {
  const t = useTranslations('settings')
  const format = useFormatter()
  const { businessHours, holidays } = organization
  const dayName = (index: number) =>
    new Intl.DateTimeFormat(locale, { weekday: 'long', timeZone: 'UTC' }).format(new Date(monday + index * 86_400_000))
  return (
    <Card title={t('hours')}>
      {businessHours ? (
        <Facts
          facts={weekdays.map((day, index) => ({
            key: day,
            name: dayName(index),
            value: businessHours[day]?.length ? (
              businessHours[day].join(', ').replaceAll('-', '–')
            ) : (
              <span className={classes.quiet}>{t('closed')}</span>
            ),
          }))}
        />
      ) : (
        <p>{t('aroundTheClock')}</p>
      )}
      {holidays.length > 0 && (
        <p className={classes.holidays}>
          {t('holidays', { count: holidays.length })}{' '}
          {format.list(
            holidays
              .slice(0, 12)
              .map((day) => format.dateTime(new Date(`${day}T00:00:00Z`), { timeZone: 'UTC', day: 'numeric', month: 'short' })),
          )}
        </p>
      )}
    </Card>
  )
}
