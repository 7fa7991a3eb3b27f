import type { Messages } from 'next-intl'

/** The namespaces that components in the browser read; the others never leave the server. */
const clientNamespaces = [
  'shell',
  'fields',
  'filters',
  'charts',
  'live',
  'signIn',
  'setUp',
  'problem',
  'time',
  'caseActions',
  'caseQueue',
  'caseSettings',
  'severity',
  'deliveryActions',
  'refused',
  'ruleActions',
  'versionActions',
  'templateActions',
  'journeyEdit',
  'palette',
  'programme',
  'glossary',
  'definitions',
  'people',
  'password',
  'roles',
  'channels',
  'dimensions',
  'modules',
  'phases',
  'metrics',
  'category',
] as const

/** `more`: what a page's own components read in the browser; a page that gives it wraps them in a provider of its own. */
export const clientMessages = (messages: Messages, more: readonly (keyof Messages)[] = []): Partial<Messages> =>
  Object.fromEntries([...clientNamespaces, ...more].flatMap((name) => (name in messages ? [[name, messages[name]]] : [])))

/** What conditions are edited and said in words with. */
export const conditionNamespaces = ['conditionEditor', 'conditions', 'metrics', 'category', 'topics', 'channels'] as const
