import type { Contact, NewPartner, Partner, PartnerChange } from "@firstmatch/shared-types";

/** A partner while it is typed: every field a text, "" for none. */
export interface PartnerForm {
  name: string;
  contact: Record<keyof Contact, string>;
  /** Text while what was typed cannot be split into tags yet. */
  tags: readonly string[] | string;
  /** Percent: "70" is 70 %. */
  revenueShare: string;
  /** Where it differs from the general one. */
  programShares: { program: string; share: string }[];
}

export const EMPTY_FORM: PartnerForm = {
  name: "",
  contact: { name: "", email: "", phone: "" },
  tags: [],
  revenueShare: "",
  programShares: [],
};

export const formOf = ({ name, contact, tags, revenueShare, programRevenueShares }: Partner): PartnerForm => ({
  name,
  contact: { name: contact.name ?? "", email: contact.email ?? "", phone: contact.phone ?? "" },
  tags,
  revenueShare: revenueShare ?? "",
  programShares: Object.entries(programRevenueShares).map(([program, share]) => ({ program, share })),
});

/** What was typed, as the service takes it. A row without a program is none yet. */
const typed = ({ name, contact, tags, revenueShare, programShares }: PartnerForm) => ({
  name: name.trim(),
  contact: Object.fromEntries(Object.entries(contact).filter(([, text]) => text.trim() !== "")) as Contact,
  // The service says what is wrong with a list that cannot be split.
  tags: tags as string[],
  revenueShare: revenueShare === "" ? null : revenueShare,
  programRevenueShares: Object.fromEntries(
    programShares.flatMap(({ program, share }) => (program === "" ? [] : [[program, share]])),
  ),
});

export const newPartner = (id: string, form: PartnerForm): NewPartner => ({ id, ...typed(form) });

/** Only what differs from the form as it was opened: what somebody else changed beside it stays. */
export function partnerChange(opened: PartnerForm, form: PartnerForm): PartnerChange {
  const before = typed(opened);
  const differs = ([key, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(before[key as keyof typeof before]);
  return Object.fromEntries(Object.entries(typed(form)).filter(differs));
}

/** Pointers of what PartnerFields shows, with what is wrong there. */
export const PARTNER_FIELDS = ["/contact/name", "/contact/phone", "/contact/email", "/tags", "/revenueShare"] as const;
