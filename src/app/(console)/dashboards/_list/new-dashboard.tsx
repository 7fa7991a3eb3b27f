'use client'

import { Button, Modal, Radio, Stack } from '@mantine/core'
import { Plus } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { dashboardTemplates } from '@/domain/dashboard/templates'
import { createBoard, type DashboardProblem } from '../actions'

/** Begins a dashboard from a template and goes on to compose it. */
export const NewDashboard = ({ isAsked }: { isAsked: boolean }) => {
  const t = useTranslations('dashboardEdit')
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(isAsked)
  const [template, setTemplate] = useState<string>(dashboardTemplates[0])
  const [problem, setProblem] = useState<DashboardProblem['problem']>()
  const [isMaking, startMaking] = useTransition()
  const make = () =>
    startMaking(async () => {
      const made = await createBoard({ template })
      if ('problem' in made) setProblem(made.problem)
      else router.push(`/dashboards/${made.id}/edit`)
    })
  return (
    <>
      <Button leftSection={<Plus size={16} strokeWidth={1.5} aria-hidden />} onClick={() => setIsOpen(true)}>
        {t('new')}
      </Button>
      <Modal opened={isOpen} onClose={() => setIsOpen(false)} title={t('new')} closeButtonProps={{ 'aria-label': t('close') }}>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            make()
          }}
        >
          <Stack gap="md">
            <Radio.Group value={template} onChange={setTemplate} label={t('beginWith')}>
              <Stack gap="xs" mt={8}>
                {dashboardTemplates.map((one) => (
                  <Radio key={one} value={one} label={t(`template.${one}.name`)} description={t(`template.${one}.text`)} />
                ))}
              </Stack>
            </Radio.Group>
            {problem && <p role="alert">{t(`problem.${problem}`)}</p>}
            <Button type="submit" loading={isMaking} style={{ alignSelf: 'flex-start' }}>
              {t('create')}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  )
}
