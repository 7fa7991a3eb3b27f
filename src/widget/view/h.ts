/** What markup is made with in browsers (scripts/build-widget.mjs); elsewhere the compiler brings its own. */
export { Fragment, h } from './render'
