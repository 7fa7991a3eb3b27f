import type { Messages } from 'next-intl'

/** The namespaces that components in the browser read; the others never leave the server. */
const clientNamespaces = [
  'shell',
  'filters',
  'charts',
  'live',
  'signIn',
  'setUp',
  'problem',
  'time',
  'caseActions',
  'deliveryActions',
  'versionActions',
  'templateActions',
  'journeyEdit',
  'people',
  'password',
  'roles',
  'channels',
  'dimensions',
  'modules',
  'phases',
  'metrics',
] as const

export const clientMessages = (messages: Messages): Partial<Messages> =>
  Object.fromEntries(clientNamespaces.flatMap((name) => (name in messages ? [[name, messages[name]]] : [])))
