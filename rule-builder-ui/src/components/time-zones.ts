/** The IANA names to choose from; UTC is valid everywhere, yet in no list. */
export const TIME_ZONES = [...new Set(["UTC", ...Intl.supportedValuesOf("timeZone")])];
