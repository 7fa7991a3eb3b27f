import type { Widget } from './dashboard'

export const dashboardTemplates = ['executive', 'owner', 'desk', 'empty'] as const
export type DashboardTemplate = (typeof dashboardTemplates)[number]

const names: Record<DashboardTemplate, { en: string; 'zh-CN': string }> = {
  executive: { en: 'Executive summary', 'zh-CN': '管理摘要' },
  owner: { en: 'Touchpoint owner', 'zh-CN': '触点负责人' },
  desk: { en: 'Service desk', 'zh-CN': '服务台' },
  empty: { en: 'Dashboard', 'zh-CN': '仪表板' },
}

const at = (id: string, x: number, y: number, w: number, h: number) => ({ id, x, y, w, h })

const widgets: Record<DashboardTemplate, readonly Widget[]> = {
  executive: [
    { kind: 'number', ...at('nps', 0, 0, 3, 3), metric: 'nps' },
    { kind: 'number', ...at('csat', 3, 0, 3, 3), metric: 'csat' },
    { kind: 'number', ...at('ces', 6, 0, 3, 3), metric: 'ces' },
    { kind: 'loop', ...at('loop', 9, 0, 3, 3) },
    { kind: 'trend', ...at('trend', 0, 3, 8, 5), metric: 'nps' },
    { kind: 'changes', ...at('changes', 8, 3, 4, 5) },
    { kind: 'journey', ...at('journey', 0, 8, 12, 4) },
    { kind: 'breakdown', ...at('touchpoints', 0, 12, 7, 5), metric: 'nps', by: 'touchpoint' },
    { kind: 'gap', ...at('gap', 7, 12, 5, 5) },
  ],
  owner: [
    {
      kind: 'note',
      ...at('note', 0, 0, 12, 1),
      text: {
        en: 'Narrow this dashboard to your touchpoint above, then bookmark its address.',
        'zh-CN': '请在上方筛选您的触点，然后收藏此页地址。',
      },
    },
    { kind: 'number', ...at('nps', 0, 1, 4, 3), metric: 'nps' },
    { kind: 'number', ...at('csat', 4, 1, 4, 3), metric: 'csat' },
    { kind: 'number', ...at('ces', 8, 1, 4, 3), metric: 'ces' },
    { kind: 'trend', ...at('trend', 0, 4, 7, 5), metric: 'nps' },
    { kind: 'distribution', ...at('spread', 7, 4, 5, 5), metric: 'nps' },
    { kind: 'newest', ...at('newest', 0, 9, 4, 5) },
    { kind: 'cases', ...at('cases', 4, 9, 4, 5) },
    { kind: 'rates', ...at('rates', 8, 9, 4, 5) },
  ],
  desk: [
    { kind: 'loop', ...at('loop', 0, 0, 4, 3) },
    { kind: 'number', ...at('csat', 4, 0, 4, 3), metric: 'csat' },
    { kind: 'number', ...at('ces', 8, 0, 4, 3), metric: 'ces' },
    { kind: 'cases', ...at('cases', 0, 3, 6, 5) },
    { kind: 'alerts', ...at('alerts', 6, 3, 6, 5) },
    { kind: 'trend', ...at('trend', 0, 8, 8, 5), metric: 'csat' },
    { kind: 'newest', ...at('newest', 8, 8, 4, 5) },
    { kind: 'breakdown', ...at('channels', 0, 13, 12, 4), metric: 'csat', by: 'channel' },
  ],
  empty: [],
}

/** What a new dashboard begins with, before anybody changes it. */
export const fromTemplate = (template: DashboardTemplate) => ({ name: names[template], widgets: [...widgets[template]] })
