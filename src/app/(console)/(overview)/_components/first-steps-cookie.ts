/** Holds the key of the organization whose first steps were put away. */
export const firstStepsCookie = 'earshot-first-steps-away'
