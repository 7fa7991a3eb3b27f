export type { LiveEvent } from '@/store/live/live-event'
export { subscribeLive } from '@/store/live/subscribe-live'
