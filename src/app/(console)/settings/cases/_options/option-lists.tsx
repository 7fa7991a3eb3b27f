'use client'

import { Button } from '@mantine/core'
import { useLocale, useTranslations } from 'next-intl'
import { useState } from 'react'
import { Card } from '@/components/ui/card'
import { Empty } from '@/components/ui/empty'
import { Table } from '@/components/ui/table'
import { type CaseOptionKind, type CaseOptions, type CauseInTree, caseOptionKinds } from '@/domain/case/options'
import { localize } from '@/domain/localized'
import classes from '../cases.module.css'
import { SayingLine } from '../saying-line'
import { useSaving } from '../use-saving'
import { OptionDialog } from './option-dialog'

type OptionListsProps = {
  options: CaseOptions
  tree: readonly CauseInTree[]
  /** how many cases were resolved under a cause lately */
  counts: Readonly<Record<string, number>>
  locales: readonly string[]
  mayWrite: boolean
}

/** Root causes in their tree, recovery actions and mails to customers, each to be changed, archived or taken away. */
export const OptionLists = ({ options, tree, counts, locales, mayWrite }: OptionListsProps) => {
  const t = useTranslations('caseSettings')
  const locale = useLocale()
  const { isPending, said, save } = useSaving()
  const [open, setOpen] = useState<{ kind: CaseOptionKind; key: string | null } | null>(null)
  const rowsOf = (kind: CaseOptionKind): { key: string; level: number }[] =>
    kind === 'rootCauses' ? [...tree] : Object.keys(options[kind]).map((key) => ({ key, level: 1 }))
  const detailOf = (kind: CaseOptionKind, key: string): string | null => {
    if (kind === 'rootCauses') return counts[key] === undefined ? null : t('resolved', { count: counts[key] })
    if (kind === 'caseMails') return localize(options.caseMails[key]?.subject, locale)
    const { amountCents, currency } = options.recoveryActions[key] ?? {}
    if (amountCents === undefined || currency === undefined) return null
    return new Intl.NumberFormat(locale, { style: 'currency', currency }).format(amountCents / 100)
  }
  return (
    <div className={classes.cards}>
      <SayingLine said={said} />
      {caseOptionKinds.map((kind) => (
        <Card
          key={kind}
          title={t(`kind.${kind}`)}
          isFlush
          aside={
            mayWrite && (
              <Button size="xs" onClick={() => setOpen({ kind, key: null })}>
                {t(`new.${kind}`)}
              </Button>
            )
          }
        >
          {rowsOf(kind).length === 0 ? (
            <Empty title={t('none')}>{t(`noneHint.${kind}`)}</Empty>
          ) : (
            <Table
              label={t(`kind.${kind}`)}
              head={[
                { key: 'name', label: t('name') },
                { key: 'detail', label: t(`detail.${kind}`) },
                ...(mayWrite ? [{ key: 'actions', label: t('actions') }] : []),
              ]}
              isList
            >
              {rowsOf(kind).map(({ key, level }) => {
                const name = localize(options[kind][key]?.name, locale)
                return (
                  <tr key={key}>
                    <td style={{ paddingInlineStart: level > 1 ? `${20 + (level - 1) * 20}px` : undefined }}>
                      {name}
                      {options[kind][key]?.archived && <span className={classes.quiet}> · {t('archived')}</span>}
                    </td>
                    <td className={classes.quiet}>{detailOf(kind, key)}</td>
                    {mayWrite && (
                      <td>
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={t('editNamed', { name })}
                          onClick={() => setOpen({ kind, key })}
                        >
                          {t('edit')}
                        </Button>
                      </td>
                    )}
                  </tr>
                )
              })}
            </Table>
          )}
        </Card>
      ))}
      {open && (
        <OptionDialog
          key={`${open.kind}/${open.key}`}
          kind={open.kind}
          optionKey={open.key}
          options={options}
          tree={tree}
          locales={locales}
          isPending={isPending}
          said={said}
          save={save}
          onClose={() => setOpen(null)}
        />
      )}
    </div>
  )
}
