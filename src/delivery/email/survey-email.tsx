import type { CSSProperties, ReactNode } from 'react'
import { MailDocument, font as system } from './mail-frame'
import type { SurveyMailContent } from './survey-content'

const inTheDark = (brand: string): string => `
    .surface { border-top-color: ${brand} !important; }
    .point { color: #ececec !important; border-color: #7a8087 !important; }
    .trial { background: #3a2f05 !important; color: #ffec99 !important; border-color: #8a6d00 !important; }
  `

/** What a test says of itself above and below the survey, in the language of the member who asked for it. */
export type TestNote = { locale: string; tag: string; what: string; text: string; hint: string | undefined }

type SurveyEmailProps = { content: SurveyMailContent; subject: string; test?: TestNote | undefined }

const Points = ({ points, ends }: Pick<SurveyMailContent, 'points' | 'ends'>) => (
  <>
    {points.map(({ value, url }) => (
      <a
        className="point"
        href={url}
        key={value}
        style={{
          border: '1px solid #85898d',
          borderRadius: '8px',
          color: '#1d1f21',
          display: 'inline-block',
          fontSize: '16px',
          fontWeight: 500,
          lineHeight: '42px',
          margin: '0 6px 6px 0',
          minWidth: '42px',
          textAlign: 'center',
          textDecoration: 'none',
        }}
      >
        {value}
      </a>
    ))}
    {ends && (
      <p className="ink2" style={{ color: '#5c6166', fontSize: '14px', lineHeight: '20px', margin: '4px 0 0' }}>
        {points[0]?.value} = {ends.low} · {points.at(-1)?.value} = {ends.high}
      </p>
    )}
  </>
)

const Strip = ({ test, children, style }: { test: TestNote; children: ReactNode; style?: CSSProperties }) => (
  <div
    className="trial"
    dir="ltr"
    lang={test.locale}
    style={{
      background: '#fff3bf',
      border: '1px solid #b98a00',
      borderRadius: '8px',
      color: '#1d1f21',
      fontFamily: system,
      fontSize: '13px',
      lineHeight: '20px',
      padding: '10px 14px',
      ...style,
    }}
  >
    {children}
  </div>
)

/** A survey in a mail: its own look and words, the first question, and the way to the rest. */
export const SurveyEmail = ({ content, subject, test }: SurveyEmailProps) => {
  const { locale, direction, title, logo, font, brand, lead, question, points, ends, answer, url } = content
  const family = font ? `${font}, ${system}` : system
  return (
    <MailDocument direction={direction} inTheDark={inTheDark(brand.fill)} locale={locale} subject={subject}>
      <div style={{ fontFamily: family, margin: '0 auto', maxWidth: '600px' }}>
        {test && (
          <Strip style={{ marginBottom: '12px' }} test={test}>
            <b>{test.tag}</b> · {test.what}
          </Strip>
        )}
        <div
          className="surface"
          style={{
            background: '#ffffff',
            border: '1px solid #e8e6e1',
            borderRadius: '10px',
            borderTop: `4px solid ${brand.fill}`,
            padding: '24px',
          }}
        >
          {logo && <img alt="" height={36} src={logo} style={{ display: 'block', marginBottom: '12px', maxWidth: '160px' }} />}
          <p className="ink2" style={{ color: '#5c6166', fontSize: '15px', lineHeight: '22px', margin: '0 0 16px' }}>
            {title}
          </p>
          {lead.map((text) => (
            <p className="ink" key={text} style={{ color: '#1d1f21', fontSize: '16px', lineHeight: '24px', margin: '0 0 16px' }}>
              {text}
            </p>
          ))}
          {question && (
            <h1
              className="ink"
              style={{ color: '#1d1f21', fontSize: '20px', fontWeight: 600, lineHeight: '28px', margin: '0 0 16px' }}
            >
              {question}
            </h1>
          )}
          {points.length > 0 && <Points ends={ends} points={points} />}
          <p style={{ margin: points.length > 0 ? '20px 0 0' : '0' }}>
            <a
              href={url}
              style={{
                background: brand.fill,
                borderRadius: '8px',
                color: brand.text,
                display: 'inline-block',
                fontSize: '16px',
                fontWeight: 600,
                padding: '12px 24px',
                textDecoration: 'none',
              }}
            >
              {answer}
            </a>
          </p>
        </div>
        {test && (
          <Strip style={{ marginTop: '12px' }} test={test}>
            {test.text} {test.hint}
          </Strip>
        )}
      </div>
    </MailDocument>
  )
}
