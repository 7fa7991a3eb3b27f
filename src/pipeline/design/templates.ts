import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { parse as parseYaml } from 'yaml'
import { templatesDir } from '@/config/paths'
import { type Failure, fail, isFailure } from '@/domain/errors'
import { parse } from '@/domain/parse'
import { fillTemplate, type Template, templateSchema } from '@/domain/template/template'
import { readProgramme } from '@/store/programme/read-programme'
import { applyProgramme } from './apply-programme'

const readTemplate = async (file: string): Promise<Template> => {
  const parsed = parse(templateSchema, parseYaml(await readFile(file, 'utf8')))
  if ('errors' in parsed) throw new Error(`${file}: ${parsed.errors.map(({ path, message }) => `${path} ${message}`).join('; ')}`)
  return { key: basename(file, '.yaml'), ...parsed.value }
}

let templates: Promise<Template[]> | undefined

/** The templates that come with Earshot, by key. Read once: they don't change while it runs. */
export const listTemplates = (): Promise<Template[]> => {
  templates ??= readdir(templatesDir()).then((names) =>
    Promise.all(
      names
        .filter((name) => name.endsWith('.yaml'))
        .sort()
        .map((name) => readTemplate(join(templatesDir(), name))),
    ),
  )
  return templates
}

export type Made = { touchpoint: string; survey: string; rule: string }

/** Makes a touchpoint, a draft survey and a rule from a template, all or nothing, and answers their keys. */
export const makeFromTemplate = async (
  organizationId: string,
  key: string,
  owner: string,
  by?: string,
): Promise<Made | Failure> => {
  const template = (await listTemplates()).find((one) => one.key === key)
  if (!template) return fail('not_found', `There is no template "${key}".`)
  const { keys, programme } = fillTemplate(template, owner, await readProgramme(organizationId))
  const applied = await applyProgramme(organizationId, programme, by ? { by } : {})
  return isFailure(applied) ? applied : keys
}
