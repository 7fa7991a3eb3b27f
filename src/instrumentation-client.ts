import { markAsked } from './app/(console)/_live/asked-at'

/** Next calls it as a page is asked for by the ones before it. */
export const onRouterTransitionStart = (): void => markAsked()
