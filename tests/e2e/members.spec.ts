import { expect, type Page, test } from '@playwright/test'
import { signIn } from '~tests/support/console'
import { faultsOf } from '~tests/support/faults'

type Mail = { to: string; text: string; subject: string }

/** The link in the newest mail to an address. */
const linkTo = async (page: Page, email: string): Promise<string> => {
  const find = async () => {
    const mails = (await (await fetch(process.env.E2E_INBOX ?? '')).json()) as Mail[]
    const mail = mails.findLast(({ to, text }) => JSON.stringify(to).includes(email) && text.includes('/password/choose'))
    return mail ? (/https?:\/\/\S+\/password\/choose\?token=[\w.~-]+/.exec(mail.text)?.[0] ?? '') : ''
  }
  await expect.poll(find).not.toBe('')
  await page.context().clearCookies({ name: /session/ })
  return find()
}

test('somebody is invited, comes in by the mail’s link, and is switched off again', async ({ page, browser }) => {
  await signIn(page)
  await page.goto('/settings/members')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Email').fill('nora@guest.example')
  await dialog.getByLabel('Role').selectOption('analyst')
  await expect(dialog).toContainText('changes nothing')
  expect(await faultsOf(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByText('The invitation to nora@guest.example is on its way.')).toBeVisible()
  await expect(page.getByRole('row', { name: /nora@guest\.example/ })).toContainText('invited')

  const guest = await (await browser.newContext()).newPage()
  await guest.goto(await linkTo(guest, 'nora@guest.example'))
  expect(await faultsOf(guest)).toEqual([])
  await guest.locator('input[name=name]').fill('Nora New')
  await guest.locator('input[name=password]').fill('a password of mine')
  await guest.locator('input[name=again]').fill('a password of mine')
  await guest.keyboard.press('Enter')
  await expect(guest).toHaveURL(`${process.env.E2E_URL}/`)

  await page.reload()
  await expect(page.getByRole('row', { name: /Nora New/ })).toContainText('with a password')
  await page.getByRole('button', { name: 'What to do about Nora New' }).click()
  await page.getByRole('menuitem', { name: 'Switch off' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Switch off' }).click()
  await expect(page.getByText('Nora New was switched off.')).toBeVisible()
  await guest.goto('/responses')
  await expect(guest).toHaveURL(/\/sign-in/)
})

test('what somebody answers for is handed over; the last administrator stays', async ({ page }) => {
  await signIn(page, 'zh-CN')
  await page.goto('/settings/members')
  const row = page.getByRole('row', { name: /Nina Patel/ })
  await row.getByRole('button').click()
  await page.getByRole('menuitem', { name: '移交' }).click()
  await page.getByRole('dialog').getByLabel('移交给').selectOption('grace.lin@aurora-home.example')
  await page.getByRole('dialog').getByRole('button', { name: '移交' }).click()
  await expect(page.getByText('Nina Patel负责的事项已移交。')).toBeVisible()
  await expect(row).not.toContainText('个触点')
  const own = page.getByRole('row', { name: new RegExp(process.env.E2E_EMAIL ?? '') })
  await own.getByRole('button').click()
  await page.getByRole('menuitem', { name: '编辑' }).click()
  await page.getByRole('dialog').getByLabel('角色').selectOption('viewer')
  await page.getByRole('dialog').getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('the last active administrator', { exact: false })).toBeAttached()
})

test('a team is made, filled and removed', async ({ page }) => {
  await signIn(page)
  await page.goto('/settings/teams')
  await page.getByRole('button', { name: 'New team' }).click()
  await page.getByRole('dialog').getByLabel('Name (English)').fill('Night shift')
  await page.getByRole('checkbox', { name: /Hao Liu/ }).check()
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()
  await expect(page.getByRole('row', { name: /Night shift/ })).toContainText('Hao Liu')
  await page.getByRole('button', { name: 'Edit the team “Night shift”' }).click()
  await page.getByRole('button', { name: 'Remove the team' }).click()
  await expect(page.getByRole('row', { name: /Night shift/ })).toHaveCount(0)
})

test('a forgotten password is chosen anew by mail, and a stranger’s address is answered alike', async ({ page, browser }) => {
  await signIn(page)
  await page.goto('/settings/members')
  await page.getByRole('button', { name: 'Invite somebody' }).click()
  await page.getByRole('dialog').getByLabel('Email').fill('remy@guest.example')
  await page.getByRole('dialog').getByRole('button', { name: 'Send the invitation' }).click()
  await expect(page.getByText('The invitation to remy@guest.example is on its way.')).toBeVisible()

  const guest = await (await browser.newContext()).newPage()
  const choose = async (password: string): Promise<void> => {
    await guest.locator('input[name=password]').fill(password)
    await guest.locator('input[name=again]').fill(password)
    await guest.keyboard.press('Enter')
    await expect(guest).toHaveURL(`${process.env.E2E_URL}/`)
  }
  const invited = await linkTo(guest, 'remy@guest.example')
  await guest.goto(invited)
  await guest.locator('input[name=name]').fill('Remy New')
  await choose('the first password')
  await guest.context().clearCookies()

  await guest.goto('/sign-in')
  await guest.getByRole('link', { name: /Forgot your password|忘记密码/ }).click()
  await expect(guest).toHaveURL(/forgot/)
  for (const email of ['stranger@nowhere.example', 'remy@guest.example']) {
    await guest.goto('/password/forgot')
    await guest.locator('input[name=email]').fill(email)
    await guest.keyboard.press('Enter')
    await expect(guest.getByRole('status')).toContainText(email)
    expect(await faultsOf(guest)).toEqual([])
  }
  await expect.poll(() => linkTo(guest, 'remy@guest.example')).not.toBe(invited)
  await guest.goto(await linkTo(guest, 'remy@guest.example'))
  await choose('the second password')
})
