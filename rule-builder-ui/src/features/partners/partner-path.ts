/** The address of a partner's page. */
export const partnerPath = (partner: string): string => `/partners/${encodeURIComponent(partner)}`;

/** The address of what it is in one program: its dates, promo codes, links. */
export const membershipPath = (program: string, partner: string): string =>
  `/programs/${program}/members?${new URLSearchParams({ member: partner })}`;

/** The address of what it is paid in each of its programs. */
export const payoutSettingsPath = (partner: string): string => `${partnerPath(partner)}/payouts`;
