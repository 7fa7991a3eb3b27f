import { isFailure } from '@/domain/errors'
import { ChangesCard } from '../../(overview)/_components/changes-card'
import { NewestCard } from '../../(overview)/_components/newest-card'
import { RatesCard } from '../../(overview)/_components/rates-card'
import type { WidgetOf } from './board'
import { boardHref } from './board-href'
import type { WidgetProps } from './widget-body'
import { WidgetNotice } from './widget-notice'

export const ChangesWidget = async ({ board, title, narrowing }: WidgetProps<WidgetOf<'changes'>>) => {
  const found = await board.judged.changes(narrowing, board.read)
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  return (
    <ChangesCard
      title={title}
      changes={found}
      hrefOf={({ by, key }) => boardHref('/', board, { ...narrowing, [by]: key })}
      locale={board.locale}
    />
  )
}

export const RatesWidget = ({ board, title, narrowing }: WidgetProps<WidgetOf<'rates'>>) => (
  <RatesCard title={title} rates={board.read.rates(narrowing)} />
)

export const NewestWidget = async ({ board, title, narrowing }: WidgetProps<WidgetOf<'newest'>>) => {
  const found = await board.read.newest(narrowing)
  if (isFailure(found)) return <WidgetNotice title={title} failure={found} />
  return (
    <NewestCard
      title={title}
      responses={found.items}
      hidden={found.hidden}
      locale={board.locale}
      all={boardHref('/responses', board, narrowing)}
    />
  )
}
