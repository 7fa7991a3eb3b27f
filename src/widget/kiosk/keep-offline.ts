import type { KioskData } from '../hosted-data'

/**
 * Has the service worker keep the kiosk's pages and files for hours without a network. Browsers allow that on https and on
 * localhost alone; elsewhere the kiosk works while there is one.
 */
export const keepOffline = (
  kiosk: KioskData,
  pages: readonly string[],
  page: Element,
  tell: (isReady: boolean) => void,
): void => {
  const { serviceWorker } = navigator
  if (!serviceWorker) {
    tell(false)
    return
  }
  const files = kiosk.files.map((name) => new URL(`/widget/${name}`, location.href).href)
  const pictures = [...page.querySelectorAll('img')].map(({ src }) => src)
  serviceWorker.addEventListener('message', ({ data }) => tell((data as { isWhole: boolean }).isWhole))
  serviceWorker
    .register(`/widget/${kiosk.worker}`, { scope: '/s/' })
    .then(() => serviceWorker.ready)
    .then(({ active }) => active?.postMessage({ keep: [...new Set([...pages, ...files, ...pictures])] }))
    .catch(() => tell(false))
}
