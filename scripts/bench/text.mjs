#!/usr/bin/env node
// Measures text insight on labelled comments: node scripts/bench/text.mjs FOLDER [--intl]
// FOLDER holds the CSV files named below; a missing one is reported and makes the run fail. Nothing is copied from it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadTextModules } from './load-text-modules.mjs'
import { parseCsv } from './parse-csv.mjs'

const folder = process.argv[2]
if (!folder || !existsSync(folder)) {
  console.error(
    `The folder of labelled comments is absent: ${folder ?? '(none given)'}. Usage: node scripts/bench/text.mjs FOLDER [--intl]`,
  )
  process.exit(2)
}

const rated = (value, low, high) => (value === '' ? {} : { rating: { value: Number(value), low, high } })
const asks = (question) =>
  /good/i.test(question) ? { asks: 'strengths' } : /improve|better/i.test(question) ? { asks: 'improvements' } : {}
const two = ['negative', 'positive']
const three = ['negative', 'neutral', 'positive']
const SETS = [
  { file: 'zh_waimai', classes: two },
  { file: 'zh_hotel', classes: two },
  { file: 'zh_shopping', parts: ['zh_shopping.dev.1of2.csv', 'zh_shopping.dev.2of2.csv'], classes: two },
  // 1 is "extremely good" on this survey's scale and 5 "extremely poor"; 6 is "don't know".
  {
    file: 'en_nhs_survey',
    classes: three,
    hints: (row) => ({ ...(Number(row.score) <= 5 ? rated(row.score, 5, 1) : {}), ...asks(row.question) }),
  },
  { file: 'en_nhs_survey', name: 'en_nhs_survey, words only', classes: three },
  {
    file: 'en_nhs_survey',
    name: 'en_nhs_survey, 2 classes',
    classes: two,
    hints: (row) => ({ ...(Number(row.score) <= 5 ? rated(row.score, 5, 1) : {}), ...asks(row.question) }),
  },
  { file: 'en_clothing', classes: three },
  { file: 'en_airline_tweets', classes: three },
]

function score(pairs, classes) {
  const right = pairs.filter(([wanted, got]) => wanted === got).length
  const f1 = classes.map((label) => {
    const hit = pairs.filter(([wanted, got]) => wanted === label && got === label).length
    const called = pairs.filter(([, got]) => got === label).length
    const real = pairs.filter(([wanted]) => wanted === label).length
    return called + real === 0 ? 0 : (2 * hit) / (called + real)
  })
  return { accuracy: right / pairs.length, macroF1: f1.reduce((a, b) => a + b, 0) / classes.length }
}

const percent = (share) => (share * 100).toFixed(1).padStart(5)
const { analyzeText, createTextModels, segmentText, segmenterKind } = await loadTextModules()
const intl = process.argv.includes('--intl')
const models = createTextModels(intl ? {} : { segment: segmentText })
segmentText('预热')
console.log(`segmenter: ${intl ? 'intl' : segmenterKind()}`)
console.log('set                            n  accuracy  macro-F1  language right  texts/s')
let missing = 0
for (const { file, parts = [`${file}.dev.csv`], name = file, classes, hints = () => ({}) } of SETS) {
  const absent = parts.filter((part) => !existsSync(join(folder, part)))
  if (absent.length > 0) {
    console.log(`${name}: absent (${absent.join(', ')})`)
    missing++
    continue
  }
  const rows = parts
    .flatMap((part) => parseCsv(readFileSync(join(folder, part), 'utf8')))
    .filter((row) => row.text.trim() && classes.includes(row.sentiment))
  const began = performance.now()
  const insights = rows.map((row) => analyzeText(row.text, hints(row), models))
  const seconds = (performance.now() - began) / 1000
  const pairs = insights.map((insight, at) => [
    rows[at].sentiment,
    classes.length === 3 ? insight.label : insight.sentiment > 0 ? 'positive' : 'negative',
  ])
  const { accuracy, macroF1 } = score(pairs, classes)
  const language = insights.filter((insight) => insight.language === name.slice(0, 2)).length / rows.length
  console.log(
    `${name.padEnd(26)} ${String(rows.length).padStart(5)}     ${percent(accuracy)}     ${percent(macroF1)}           ${percent(language)}  ${Math.round(rows.length / seconds).toLocaleString('en')}`,
  )
}
process.exitCode = missing > 0 ? 1 : 0
