'use client'

import { useTranslations } from 'next-intl'
import { lazy, Suspense } from 'react'
import type { Localized } from '@/domain/localized'
import { Outline } from '../_outline/outline'
import { Panel } from '../_panel/panel'
import { useEditor, useEditorState } from '../_store/use-editor'
import { Bar } from './bar'
import { Conflicts } from './conflicts'
import { Notices } from './notices'
import { useShortcuts } from './use-shortcuts'
import classes from './workbench.module.css'

const Preview = lazy(() => import('../_preview/preview').then(({ Preview: default_ }) => ({ default: default_ })))

const tabs = ['outline', 'settings', 'preview'] as const

type WorkbenchProps = { touchpoints: readonly { key: string; name: Localized }[]; styles: string }

/** Outline, settings and preview beside each other; on a phone one at a time. */
export const Workbench = ({ touchpoints, styles }: WorkbenchProps) => {
  const t = useTranslations('editor')
  const editor = useEditor()
  const tab = useEditorState((state) => state.tab)
  useShortcuts()
  return (
    <div className={classes.workbench} data-tab={tab}>
      <Bar />
      <Conflicts />
      <div className={classes.tabs} role="tablist" aria-label={t('tabs.title')}>
        {tabs.map((name) => (
          <button key={name} type="button" role="tab" aria-selected={tab === name} onClick={() => editor.show(name)}>
            {t(`tabs.${name}`)}
          </button>
        ))}
      </div>
      <div className={classes.parts}>
        <div className={classes.outline}>
          <Outline />
        </div>
        <div className={classes.settings}>
          <Panel touchpoints={touchpoints} />
        </div>
        <div className={classes.preview}>
          <Suspense fallback={null}>
            <Preview styles={styles} />
          </Suspense>
        </div>
      </div>
      <Notices />
    </div>
  )
}
