'use client'

import { Button, FileButton, Textarea } from '@mantine/core'
import { Download, FileUp } from 'lucide-react'
import { useTranslations } from 'next-intl'
import { useState, useTransition } from 'react'
import { Card } from '@/components/ui/card'
import { saveFile } from '@/components/ui/save-file'
import { makeLinks } from '../actions'
import { type MadeLinks, readTable, type Table, toCsv } from './people-table'
import classes from './share.module.css'

/** So many links are made in one call. */
const batch = 200

type PersonalLinksCardProps = { surveyKey: string; isAnonymous: boolean }

/** A table of customers in, the same with each one's own link out. */
export const PersonalLinksCard = ({ surveyKey, isAnonymous }: PersonalLinksCardProps) => {
  const t = useTranslations('share')
  const [text, setText] = useState('')
  const [done, setDone] = useState(0)
  const [made, setMade] = useState<MadeLinks>()
  const [problem, setProblem] = useState<string>()
  const [isMaking, startMaking] = useTransition()
  const table: Table = readTable(text)

  const change = (next: string) => {
    setText(next)
    setMade(undefined)
    setProblem(undefined)
  }
  const make = () =>
    startMaking(async () => {
      const links: MadeLinks = new Map()
      setProblem(undefined)
      for (let start = 0; start < table.people.length; start += batch) {
        const part = table.people.slice(start, start + batch)
        const result = await makeLinks({ survey: surveyKey, people: part.map(({ person }) => person) })
        if ('problem' in result) {
          // Those that were made so far are kept: making them again would give the same people a second link.
          setProblem(t(`problem.${result.problem}`))
          break
        }
        part.forEach(({ row }, index) => {
          const link = result.links[index]
          if (link) links.set(row, link)
        })
        setDone(Math.min(start + batch, table.people.length))
      }
      setMade(links)
    })

  return (
    <Card title={t('personal')}>
      <div className={classes.stack}>
        <p className={classes.hint}>{t(isAnonymous ? 'personalAnonymous' : 'personalHint')}</p>
        <Textarea
          label={t('people')}
          description={t('peopleHint')}
          placeholder={'name,email,tier\n…'}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          autosize
          minRows={4}
          maxRows={10}
          classNames={{ input: classes.table ?? '' }}
        />
        <div className={classes.buttons}>
          <FileButton onChange={async (file) => file && change(await file.text())} accept=".csv,.tsv,.txt,text/csv">
            {(props) => (
              <Button {...props} size="xs" variant="default" leftSection={<FileUp size={15} strokeWidth={1.5} />}>
                {t('chooseFile')}
              </Button>
            )}
          </FileButton>
          <Button size="xs" onClick={make} loading={isMaking} disabled={table.people.length === 0 || made !== undefined}>
            {t('make', { count: table.people.length })}
          </Button>
        </div>
        <div role="status" className={classes.stack}>
          {isMaking && <p className={classes.hint}>{t('making', { done, count: table.people.length })}</p>}
          {table.faults.length > 0 && (
            <ul className={classes.problem}>
              {table.faults.slice(0, 5).map(({ line, fault }) => (
                <li key={line}>{t(`fault.${fault}`, { line })}</li>
              ))}
              {table.faults.length > 5 && <li>{t('moreFaults', { count: table.faults.length - 5 })}</li>}
            </ul>
          )}
          {problem && <p className={classes.problem}>{problem}</p>}
          {made && made.size > 0 && (
            <div className={classes.buttons}>
              <span>{t('made', { count: [...made.values()].filter(({ url }) => url).length })}</span>
              <Button
                size="xs"
                leftSection={<Download size={15} strokeWidth={1.5} />}
                onClick={() => saveFile(toCsv(table, made), `${surveyKey}-links.csv`, 'text/csv;charset=utf-8')}
              >
                {t('download')}
              </Button>
            </div>
          )}
        </div>
      </div>
    </Card>
  )
}
