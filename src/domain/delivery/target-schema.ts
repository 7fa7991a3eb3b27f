import { z } from 'zod'
import { localeSchema, localizedSchema } from '../schemas'
import { chatApps, webhookEvents } from './target-kinds'
import { isWebhookSecret } from './webhook-secret'

const isAddress = (text: string): boolean => {
  try {
    const { protocol, username, password, hostname } = new URL(text)
    return /^https?:$/.test(protocol) && username === '' && password === '' && hostname !== ''
  } catch {
    return false
  }
}

const urlSchema = z
  .string()
  .trim()
  .max(2000)
  .refine(isAddress, 'must be an address such as https://erp.example.com/hooks, without a user or password in it')

const common = {
  name: localizedSchema.optional(),
  /** left out, it stays as it is */
  enabled: z.boolean().optional(),
  /** whether its messages carry what people wrote; left out, it stays as it is, and is true of a new one */
  words: z.boolean().optional(),
}

/** A system that is told of events. Without a secret one is made; left out of a later call, it stays. */
export const webhookSchema = z.strictObject({
  ...common,
  url: urlSchema,
  events: z.array(z.enum(webhookEvents)).max(webhookEvents.length).default([]),
  secret: z.string().refine(isWebhookSecret, 'must be "whsec_" and 24 to 64 bytes in base64').optional(),
})
export type WebhookInput = z.output<typeof webhookSchema>

/** A group of people in a chat. Its address holds the right to write there, so it is as secret as the secret. */
export const chatSchema = z.strictObject({
  ...common,
  app: z.enum(chatApps),
  url: urlSchema.optional(),
  secret: z.string().trim().min(1, 'must not be empty').max(200).optional(),
  locale: localeSchema.optional(),
})
export type ChatInput = z.output<typeof chatSchema>
