import type { Words } from './words'

export const en: Words = {
  next: 'Next',
  back: 'Back',
  send: 'Send',
  optional: 'optional',
  other: 'Something else',
  otherText: 'What is it?',
  counter: '{used} of {max} characters',
  starsOf: '{value} of {high} stars',
  chooseAny: 'Choose all that apply.',
  chooseUpTo: 'Choose up to {maximum}.',
  chooseAtLeast: 'Choose at least {minimum}.',
  chooseBetween: 'Choose {minimum} to {maximum}.',
  pageOf: 'Page {page} of {count}',
  languages: 'Language',
  madeWith: 'Made with Earshot',
  thanks: 'Thank you for your answers.',
  notYetSent: 'You seem to be offline. Your answers are kept on this device and will be sent as soon as you are back.',
  ends: {
    nps: { low: 'Not at all likely', high: 'Extremely likely' },
    csat: { low: 'Very dissatisfied', high: 'Very satisfied' },
    ces: { low: 'Very difficult', high: 'Very easy' },
    rating: { low: 'Poor', high: 'Excellent' },
  },
  faults: {
    summary: 'Please look at this again',
    choose: 'Please choose an answer.',
    write: 'Please write an answer.',
    writeOther: 'Please say what it is.',
    wrong: 'This answer can’t be used. Please answer again.',
    outOfRange: 'Please choose from {low} to {high}.',
    tooFew: 'Please choose at least {minimum}.',
    tooMany: 'Please choose at most {maximum}.',
    tooLong: 'Please use at most {maximum} characters.',
  },
  notices: {
    notFound: {
      title: 'There is no survey here',
      text: 'The address may be incomplete, or the survey was never published. Please check the link you were given.',
    },
    closed: {
      title: 'This survey is closed',
      text: 'It no longer takes answers. Thank you for wanting to help.',
    },
    busy: {
      title: 'One moment, please',
      text: 'Many answers are arriving from your network. Yours are still here: please press the button again in a few seconds.',
    },
    unavailable: {
      title: 'Your answers could not be saved just now',
      text: 'The fault is ours. They are still here: please press the button again in a few seconds.',
    },
    away: {
      title: 'The survey can’t be reached just now',
      text: 'The fault is ours. Please go back and try again in a minute; your browser keeps what you have filled in.',
    },
    broken: {
      title: 'This page can’t go on',
      text: 'Something in it was changed on the way. Please start again.',
    },
    foreign: {
      title: 'These answers came from another site',
      text: 'They were not saved. Please answer on this page.',
    },
  },
}
