/** What requests need to know of the session. */
interface SignedIn {
  /** Goes along with every write; as the service told it last. */
  csrfToken: string | null;
  /**
   * Called when the service knows nobody any more: lets the person at the screen sign in again. True: the same person
   * is back, and what was refused may be sent once more. @param insist ask even if it was waved away before
   */
  again: (insist: boolean) => Promise<boolean>;
}

export const signedIn: SignedIn = { csrfToken: null, again: async () => false };
