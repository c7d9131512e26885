/** The ceilings of the HTTP door, each refused with a sentence; those of documents and events are LIMITS in shared-types. */
export const HTTP_LIMITS = {
  /** Bytes of one event: POST /evaluate, and a line of its NDJSON form. */
  event: 1_000_000,
  /** Bytes of a small management body: a program, a change, a note. */
  change: 100_000,
  /** Bytes of a terms document, of a tester's question. MongoDB stores 16 MB in one document, so larger ones could not be kept. */
  document: 16_000_000,
  /** Bytes of a document that is brought along with all its personal payouts; they are stored one by one. */
  imported: 64_000_000,
  /** How deep JSON may be nested; the deepest document that the schemas know stays below. */
  jsonDepth: 32,
  /** Fields of one JSON object, so that no one pays for a suggestion for each of a hundred thousand misspelt ones. */
  jsonFields: 1_000,
  /** Faults that an answer lists; its detail tells how many there were. */
  faults: 100,
  /** Items of one page of a list. */
  page: 100,
  pageUnlessTold: 50,
} as const;

/** Seconds after which to try again, sent with every 503. */
export const RETRY_AFTER_S = 1;
