import { createTransport } from 'nodemailer'

/** Connects and signs in to a mail server without sending; gives the server's complaint, or undefined when all is well. */
export const checkSmtp = async (smtpUrl: string, timeoutMs = 5_000): Promise<string | undefined> => {
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  })
  try {
    await transport.verify()
    return undefined
  } catch (error) {
    return error instanceof Error ? error.message : String(error)
  } finally {
    transport.close()
  }
}
