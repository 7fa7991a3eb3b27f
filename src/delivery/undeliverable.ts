/** What keeps a delivery from ever being sent, however often it is tried; its message is for the people who look at it. */
export class Undeliverable extends Error {}
