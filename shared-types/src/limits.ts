/** Every ceiling that a caller can meet, in one place. Each is refused with a sentence that names the limit. */
export const LIMITS = {
  /** Characters of any text value: a fact, a list entry, a wildcard pattern. Long enough for a URL. */
  textLength: 2_048,
  /** Characters of a name, a title, an id. */
  nameLength: 200,
  /** Characters of a note that goes with a publishing. */
  noteLength: 2_000,
  /** Characters of a decimal number as text, so that products of three stay exact. */
  decimalLength: 40,
  /** Entries of one value list. */
  listEntries: 10_000,
  /** Conditions of one group, nested ones counted. */
  conditionsPerGroup: 200,
  /** How deep all / any / not may be nested. */
  conditionDepth: 8,
  /** Payout groups of one event type. */
  groupsPerEvent: 100_000,
  eventsPerTerms: 100,
  goalsPerPayout: 500,
  /** Item lines of one order. */
  itemsPerEvent: 1_000,
  /** `params` of one event. */
  paramsPerEvent: 200,
  tagsPerPartner: 50,
  capsPerProgram: 20,
  /** Bytes, and conversions, of a file that is imported; a larger one comes in parts. */
  importedBytes: 64_000_000,
  importedConversions: 200_000,
  /** Partners named one by one in a bulk edit; a filter may find more. */
  partnersPerBulkEdit: 10_000,
} as const;
