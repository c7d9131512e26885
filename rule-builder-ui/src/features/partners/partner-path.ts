/** The address of a partner's page. */
export const partnerPath = (partner: string): string => `/partners/${encodeURIComponent(partner)}`;

/** The address of what it is paid in each of its programs. */
export const payoutSettingsPath = (partner: string): string => `${partnerPath(partner)}/payouts`;
