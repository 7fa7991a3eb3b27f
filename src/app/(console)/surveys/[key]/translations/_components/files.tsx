'use client'

import { Button, FileButton } from '@mantine/core'
import { Download, Upload } from 'lucide-react'
import { useTranslations } from 'next-intl'
import Papa from 'papaparse'
import { useState } from 'react'
import { fromTable, toTable } from '@/domain/survey/translation/csv'
import { type ImportPlan, operationsOf, planImport } from '@/domain/survey/translation/plan-import'
import { readXliff, writeXliff } from '@/domain/survey/translation/xliff'
import { useEditor } from '../../edit/_store/use-editor'
import { ImportDialog } from './import-dialog'
import { parseXml } from './parse-xml'
import classes from './translations.module.css'

const save = (name: string, type: string, text: string): void => {
  const address = URL.createObjectURL(new Blob([text], { type }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

export type FileFault = 'no_id' | 'no_language' | 'no_xliff' | 'version' | 'languages' | 'not_xml'

/** Texts as files for translators, and back. */
export const Files = ({ target }: { target: string }) => {
  const t = useTranslations('translations')
  const editor = useEditor()
  const { surveyKey } = editor.setup
  const [plan, setPlan] = useState<ImportPlan | { fault: FileFault } | undefined>(undefined)
  const draft = () => editor.get().session.draft
  const read = async (file: File | null): Promise<void> => {
    if (!file) return
    const text = await file.text()
    if (/^\s*</.test(text.replace('\uFEFF', '').slice(0, 200)) || /\.xl(iff|f)$/i.test(file.name)) {
      const root = parseXml(text)
      const found = root ? readXliff(root) : ({ fault: 'not_xml' } as const)
      setPlan('fault' in found ? found : planImport(draft(), found.brought))
      return
    }
    const { data, meta } = Papa.parse<Record<string, string>>(text.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: 'greedy',
    })
    const found = fromTable(draft(), meta.fields ?? [], data)
    setPlan('fault' in found ? found : planImport(draft(), found.brought))
  }
  return (
    <div className={classes.files}>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<Download size={15} strokeWidth={1.5} />}
        onClick={() => save(`${surveyKey}.csv`, 'text/csv', `\uFEFF${Papa.unparse(toTable(draft()))}`)}
      >
        {t('csv')}
      </Button>
      <Button
        size="compact-md"
        variant="default"
        leftSection={<Download size={15} strokeWidth={1.5} />}
        onClick={() => save(`${surveyKey}.${target}.xlf`, 'application/xliff+xml', writeXliff(draft(), surveyKey, target))}
      >
        {t('xliff', { language: target })}
      </Button>
      <FileButton onChange={(file) => void read(file)} accept=".csv,.xlf,.xliff,text/csv,application/xliff+xml">
        {(props) => (
          <Button {...props} size="compact-md" variant="default" leftSection={<Upload size={15} strokeWidth={1.5} />}>
            {t('import')}
          </Button>
        )}
      </FileButton>
      <ImportDialog
        plan={plan}
        onClose={() => setPlan(undefined)}
        onTake={(taken) => {
          editor.perform(operationsOf(draft(), taken))
          setPlan(undefined)
        }}
      />
    </div>
  )
}
