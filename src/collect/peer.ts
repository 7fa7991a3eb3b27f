/** Who is at the other end of a request, as the server sees them and not as they say. */
export type Peer = { address: string }
