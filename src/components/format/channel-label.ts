type Channels = { has: (key: 'web') => boolean; (key: 'web'): string }

/** A known channel by its label, any other by its own key. */
export const channelLabel = (t: Channels, channel: string | null): string =>
  channel === null ? '' : t.has(channel as 'web') ? t(channel as 'web') : channel
