// What each environment variable must look like. Plain functions without packages, because the start script applies
// them before anything is installed; env.ts applies the same ones through zod. rules.d.mts gives the types.

/** @param {string} text @param {string[]} protocols */
const isUrl = (text, protocols) => {
  try {
    const url = new URL(text)
    return protocols.includes(url.protocol) && (url.hostname !== '' || url.protocol.startsWith('postgres'))
  } catch {
    return false
  }
}

const isEmail = (text) => /^[^\s@<>]+@[^\s@<>]+$/.test(text)
const isMailbox = (text) => isEmail(text) || /^[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>$/.test(text)
const isPort = (text) => /^\d{1,5}$/.test(text) && Number(text) >= 1 && Number(text) <= 65535
const isOneOf = (list) => (text) => list.includes(text)
const isAtLeast = (length) => (text) => text.length >= length

/** A host by name, an address, or a network such as 10.2.0.0/16. */
const isTarget = (text) => /^[a-z0-9.-]+$|^[0-9a-f:.]+(\/\d{1,3})?$/i.test(text)

export const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

export const RULES = [
  { name: 'PORT', wanted: 'a port from 1 to 65535', isValid: isPort },
  {
    name: 'HOST',
    wanted: 'an address to listen on, such as 127.0.0.1 or 0.0.0.0',
    isValid: (text) => /^[A-Za-z0-9.:_%-]+$/.test(text),
  },
  {
    name: 'APP_URL',
    wanted: 'the address people open, such as https://cx.example.com, without a path',
    isValid: (text) => isUrl(text, ['http:', 'https:']) && new URL(text).pathname === '/' && new URL(text).search === '',
  },
  { name: 'EARSHOT_DATA_DIR', wanted: 'a folder', isValid: (text) => !text.includes('\0') },
  {
    name: 'DATABASE_URL',
    wanted: 'postgresql://user:password@host:5432/database',
    isSecret: true,
    isValid: (text) => isUrl(text, ['postgres:', 'postgresql:']) && new URL(text).pathname.length > 1,
  },
  {
    name: 'REDIS_URL',
    wanted: 'redis://host:6379 or rediss://…',
    isSecret: true,
    isValid: (text) => isUrl(text, ['redis:', 'rediss:']),
  },
  {
    name: 'SMTP_URL',
    wanted: 'smtp://user:password@host:587 or smtps://…',
    isSecret: true,
    isValid: (text) => isUrl(text, ['smtp:', 'smtps:']),
  },
  { name: 'MAIL_FROM', wanted: 'an address such as Earshot <cx@example.com>', isValid: isMailbox },
  { name: 'EARSHOT_SEED', wanted: 'demo or empty', isValid: isOneOf(['demo', 'empty']) },
  { name: 'ADMIN_EMAIL', wanted: 'an email address', isValid: isEmail },
  { name: 'ADMIN_PASSWORD', wanted: 'at least 10 characters', isSecret: true, isValid: isAtLeast(10) },
  { name: 'AUTH_SECRET', wanted: 'at least 32 characters', isSecret: true, isValid: isAtLeast(32) },
  {
    name: 'AUTH_SECRET_FORMER',
    wanted: 'the AUTH_SECRET before, at least 32 characters',
    isSecret: true,
    isValid: isAtLeast(32),
  },
  {
    name: 'LLM_URL',
    wanted: 'an address such as https://llm.example.com/v1',
    isSecret: true,
    isValid: (text) => isUrl(text, ['http:', 'https:']),
  },
  { name: 'LLM_MODEL', wanted: 'the name of a model', isValid: isAtLeast(1) },
  { name: 'LLM_API_KEY', wanted: 'a key', isSecret: true, isValid: isAtLeast(1) },
  {
    name: 'EARSHOT_ALLOWED_TARGETS',
    wanted: 'hosts, addresses and networks inside the house that webhooks may reach, such as erp.local,10.2.0.0/16',
    isValid: (text) => text.split(',').every((entry) => isTarget(entry.trim())),
  },
  { name: 'LOG_LEVEL', wanted: `one of ${LOG_LEVELS.join(', ')}`, isValid: isOneOf(LOG_LEVELS) },
]

/** One line that names the variable, what was given (a secret only by its length) and what is wanted. */
export const describeFault = (rule, given) => {
  const shown = rule.isSecret ? `a value of ${given.length} characters` : JSON.stringify(given.slice(0, 120))
  return `${rule.name} is ${shown}, but ${rule.wanted} is wanted`
}

/** Faults of all given variables, one line each; an empty variable counts as unset. */
export const checkVariables = (source) =>
  RULES.flatMap((rule) => {
    const given = source[rule.name]
    if (given === undefined || given === '' || rule.isValid(given)) return []
    return [describeFault(rule, given)]
  })
