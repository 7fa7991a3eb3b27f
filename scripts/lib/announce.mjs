/** The address and how to sign in. */
export const announce = (settings, { signIn }) => {
  const lines = ['', `Earshot is running at ${settings.appUrl}`]
  if (signIn?.kind === 'password') lines.push(`Sign in as ${signIn.email} with the password ${signIn.password}`)
  if (signIn?.kind === 'given') lines.push(`Sign in as ${signIn.email} with the password you gave in ADMIN_PASSWORD`)
  if (signIn?.kind === 'link') lines.push(`Set up the first administrator, once, within 24 hours: ${signIn.url}`)
  lines.push(`Logs are in ${settings.where.logs}. Stop with Ctrl-C.`, '')
  console.log(lines.join('\n'))
}
