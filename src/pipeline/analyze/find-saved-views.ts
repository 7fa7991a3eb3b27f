export { listSavedViews as findSavedViews } from '@/store/view/list-saved-views'
export type { SavedView } from '@/store/view/saved-view-row'
