'use client'

import { Modal, Switch } from '@mantine/core'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { navItems } from '../_shell/nav-items'
import classes from './palette.module.css'
import { areSingleKeysOn, places, switchSingleKeys } from './use-shortcuts'

/** Every shortcut, and the switch for those of a single key. */
export const ShortcutSheet = ({ hrefs, onClose }: { hrefs: readonly string[]; onClose: () => void }) => {
  const t = useTranslations('palette')
  const shell = useTranslations('shell')
  const [isOn, setOn] = useState(areSingleKeysOn)
  const reachable = Object.entries(places).flatMap(([key, href]) => {
    const item = navItems.find((one) => one.href === href)
    return item && hrefs.includes(href) ? [{ key, name: shell(`nav.${item.key}`) }] : []
  })
  return (
    <Modal opened onClose={onClose} title={t('shortcuts')} closeButtonProps={{ 'aria-label': t('close') }}>
      <dl className={classes.sheet}>
        <dt>
          <kbd>Ctrl</kbd> / <kbd>⌘</kbd> <kbd>K</kbd>
        </dt>
        <dd>{t('title')}</dd>
        <dt>
          <kbd>?</kbd>
        </dt>
        <dd>{t('shortcuts')}</dd>
        {hrefs.includes('/cases') &&
          (['j', 'k', 'x'] as const).map((key) => (
            <div key={key} style={{ display: 'contents' }}>
              <dt>
                <kbd>{key}</kbd>
              </dt>
              <dd>{t(`inCases.${key}`)}</dd>
            </div>
          ))}
        {reachable.map(({ key, name }) => (
          <div key={key} style={{ display: 'contents' }}>
            <dt>
              <kbd>g</kbd> <kbd>{key}</kbd>
            </dt>
            <dd>{t('goTo', { name })}</dd>
          </div>
        ))}
      </dl>
      <Switch
        label={t('singleKeys')}
        description={t('singleKeysHint')}
        checked={isOn}
        onChange={(event) => {
          setOn(event.currentTarget.checked)
          switchSingleKeys(event.currentTarget.checked)
        }}
      />
    </Modal>
  )
}
