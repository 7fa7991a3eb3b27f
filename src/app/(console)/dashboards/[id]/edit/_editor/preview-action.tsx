'use server'

import { getTranslations } from 'next-intl/server'
import type { ReactNode } from 'react'
import { z } from 'zod'
import { can } from '@/auth/permissions'
import { currentMember } from '@/auth/session'
import { Card } from '@/components/ui/card'
import { widgetSchema } from '@/domain/dashboard/dashboard'
import { openBoard } from '../../../_board/open-board'
import { WidgetSlot } from '../../../_widgets/widget-slot'

const searchSchema = z.record(z.string().max(40), z.string().max(8000))

/** A widget as it would be, before its dashboard is saved; `search` is the page's own. */
export const previewWidget = async (input: unknown, search: unknown): Promise<ReactNode> => {
  const [member, t] = await Promise.all([currentMember(), getTranslations('dashboards')])
  const [widget, asked] = [widgetSchema.safeParse(input), searchSchema.safeParse(search)]
  if (!member || !can(member.role, 'analysis.read') || !widget.success || !asked.success)
    return (
      <Card>
        <p>{t('unreadable')}</p>
      </Card>
    )
  const { board } = await openBoard(member, [widget.data], asked.data)
  return <WidgetSlot widget={widget.data} board={board} />
}
