/** Put in by scripts/build-widget.mjs: names are those of files under /widget/. */

/** The embed's script. */
declare const RUNTIME_NAME: string
/** Every kind in one script; an embed's brings its late part too. */
declare const EVERY_NAME: string
/** All of an embed that follows its first question, in one script. */
declare const WHOLE_NAME: string
/** The card of the modes that stand over the page. */
declare const BOX_NAME: string
/** The build's own name, in the names of all its files. */
declare const VERSION: string
/** The style sheets, minified. */
declare const SURVEY_CSS: string
declare const MORE_CSS: string
declare const BOX_CSS: string
declare const KIOSK_CSS: string
