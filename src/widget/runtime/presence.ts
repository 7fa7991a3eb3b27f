const open = (hear: (channel: BroadcastChannel, said: unknown) => void): BroadcastChannel | undefined => {
  try {
    const channel = new BroadcastChannel('earshot')
    channel.onmessage = ({ data }) => hear(channel, data)
    return channel
  } catch {
    // Too old, or forbidden where storage is: then there is no copy to fear either.
    return undefined
  }
}

/** Says, whenever a copy of this tab asks, that this page still gives that response. Silent while the page is put away. */
export const attend = (id: string): void => {
  const begin = () =>
    open((own, said) => {
      if (said === id) own.postMessage(`${id}!`)
    })
  let channel = begin()
  addEventListener('pagehide', () => channel?.close())
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) channel = begin()
  })
}

/** Whether another page gives that response at this moment. */
export const isAttended = (id: string): Promise<boolean> =>
  new Promise((resolve) => {
    const end = (isThere: boolean) => {
      clearTimeout(timer)
      channel?.close()
      resolve(isThere)
    }
    const channel = open((_, said) => said === `${id}!` && end(true))
    const timer = setTimeout(end, channel ? 300 : 0, false)
    channel?.postMessage(id)
  })
