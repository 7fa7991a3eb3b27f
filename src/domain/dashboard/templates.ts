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
    { kind: 'number', ...at('nps', 0, 0, 3, 2), metric: 'nps' },
    { kind: 'number', ...at('csat', 3, 0, 3, 2), metric: 'csat' },
    { kind: 'number', ...at('ces', 6, 0, 3, 2), metric: 'ces' },
    { kind: 'loop', ...at('loop', 9, 0, 3, 2) },
    { kind: 'trend', ...at('trend', 0, 2, 8, 4), metric: 'nps' },
    { kind: 'changes', ...at('changes', 8, 2, 4, 4) },
    { kind: 'journey', ...at('journey', 0, 6, 12, 4) },
    { kind: 'breakdown', ...at('touchpoints', 0, 10, 8, 4), metric: 'nps', by: 'touchpoint' },
    { kind: 'gap', ...at('gap', 8, 10, 4, 4) },
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
    { kind: 'number', ...at('nps', 0, 1, 4, 2), metric: 'nps' },
    { kind: 'number', ...at('csat', 4, 1, 4, 2), metric: 'csat' },
    { kind: 'loop', ...at('loop', 8, 1, 4, 2) },
    { kind: 'trend', ...at('trend', 0, 3, 7, 4), metric: 'nps' },
    { kind: 'distribution', ...at('spread', 7, 3, 5, 4), metric: 'nps' },
    { kind: 'newest', ...at('newest', 0, 7, 4, 4) },
    { kind: 'cases', ...at('cases', 4, 7, 4, 4) },
    { kind: 'rates', ...at('rates', 8, 7, 4, 4) },
  ],
  desk: [
    { kind: 'loop', ...at('loop', 0, 0, 4, 3) },
    { kind: 'number', ...at('csat', 4, 0, 4, 3), metric: 'csat' },
    { kind: 'number', ...at('ces', 8, 0, 4, 3), metric: 'ces' },
    { kind: 'cases', ...at('cases', 0, 3, 6, 4) },
    { kind: 'alerts', ...at('alerts', 6, 3, 6, 4) },
    { kind: 'trend', ...at('trend', 0, 7, 8, 4), metric: 'csat' },
    { kind: 'breakdown', ...at('channels', 8, 7, 4, 4), metric: 'csat', by: 'channel' },
    { kind: 'newest', ...at('newest', 0, 11, 12, 4) },
  ],
  empty: [],
}

/** What a new dashboard begins with, before anybody changes it. */
export const fromTemplate = (template: DashboardTemplate) => ({ name: names[template], widgets: [...widgets[template]] })
