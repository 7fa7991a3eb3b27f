export type { LiveNews } from '@/store/live/live-event'
export { subscribeLive } from '@/store/live/subscribe-live'
