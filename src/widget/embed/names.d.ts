/** Put in by scripts/build-widget.mjs: names are those of files under /widget/. */

/** The embed's script, and the one it goes on with. */
declare const RUNTIME_NAME: string
/** The card of the modes that stand over the page. */
declare const BOX_NAME: string
declare const MORE_NAME: string
/** The words of each language: those of a first question, and the rest. */
declare const WORD_NAMES: Readonly<Record<string, readonly [first: string, rest: string]>>
/** The style sheets, minified. */
declare const SURVEY_CSS: string
declare const MORE_CSS: string
declare const BOX_CSS: string
declare const KIOSK_CSS: string
