import { mayContact } from '@/auth/permissions'

type About = { customer: { email: string | null; phone: string | null } | null }

/** What is about a customer as a role may be told it: how to reach them is left out for those who neither work on cases nor read customers. */
export const tellContact = <T extends About>(role: string, about: T): T =>
  about.customer && !mayContact(role) ? { ...about, customer: { ...about.customer, email: null, phone: null } } : about
