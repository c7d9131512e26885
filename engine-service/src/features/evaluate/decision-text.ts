import type { Decision, RuleMatch } from "@firstmatch/shared-types";

/**
 * The JSON of a decision, to the byte as JSON.stringify writes it, in a third of the time: but for its match and five
 * texts, it is mostly the same as one before, so the rest is kept. Decisions with lines, notes or an explanation are
 * written the usual way.
 *
 * @param decision with its fields in the order that `decide` gives them
 */
export function decisionText(decision: Decision): string {
  const { match, lines, notes, trace, calculation } = decision;
  const isPlain = lines.length === 0 && notes === undefined && trace === undefined && calculation === undefined;
  if (!isPlain || match.kind === "mixed") return JSON.stringify(decision);
  const form = formFor(decision);
  return (form.isRight && form.textOf(decision, ruleText(match))) || JSON.stringify(decision);
}

/** JSON around what differs from one decision to the next. */
class Form {
  private readonly made: Decision;
  private readonly pieces: readonly string[];
  /** Not where a text is like the mark. */
  readonly isRight: boolean;

  constructor(decision: Decision) {
    this.made = decision;
    const texts = { partnerId: MARK, occurredAt: MARK, payout: MARK, platformFee: MARK, advertiserCost: MARK };
    const json = JSON.stringify({ ...decision, ...texts, match: MARK });
    this.pieces = json.replace(`"match":"${MARK_IN_JSON}"`, `"match":${MARK_IN_JSON}`).split(MARK_IN_JSON);
    const sample = { ...decision, partnerId: "1", occurredAt: "2", payout: "3", platformFee: "4", advertiserCost: "5" };
    this.isRight = this.textOf(sample, JSON.stringify(sample.match)) === JSON.stringify(sample);
  }

  /** Whether all the rest of another one of its program is the same. */
  fits({ terms, eventType, partnerFrom, level, status, reason, currency, visibility }: Decision): boolean {
    const { made } = this;
    return (
      terms.id === made.terms.id &&
      terms.version === made.terms.version &&
      eventType === made.eventType &&
      partnerFrom === made.partnerFrom &&
      level === made.level &&
      status === made.status &&
      reason === made.reason &&
      currency === made.currency &&
      visibility === made.visibility
    );
  }

  /** Undefined where a text cannot be written as it is. */
  textOf({ partnerId, occurredAt, payout, platformFee, advertiserCost }: Decision, match: string): string | undefined {
    const { pieces } = this;
    if (partnerId === null || !isPlain(partnerId) || !isPlain(occurredAt)) return undefined;
    if (!isPlain(payout) || !isPlain(platformFee) || !isPlain(advertiserCost)) return undefined;
    return `${pieces[0]}${partnerId}${pieces[1]}${occurredAt}${pieces[2]}${match}${pieces[3]}${payout}${pieces[4]}${platformFee}${pieces[5]}${advertiserCost}${pieces[6]}`;
  }
}

/** By program, the newest first. */
const forms = new Map<string | null, Form[]>();
/** Of a program: some event types, each paid or not, by where the partner comes from. */
const FORMS_KEPT = 32;

function formFor(decision: Decision): Form {
  const { program } = decision;
  const known = forms.get(program) ?? [];
  for (const form of known) if (form.fits(decision)) return form;
  const form = new Form(decision);
  forms.set(program, [form, ...known].slice(0, FORMS_KEPT));
  return form;
}

function ruleText(match: RuleMatch): string {
  const { kind, id, name, rank } = match;
  const isUsual = id !== null && name !== null && isPlain(id) && isPlain(name);
  return isUsual ? `{"kind":"${kind}","id":"${id}","name":"${name}","rank":${rank}}` : JSON.stringify(match);
}

/** No store keeps a text with it. */
const MARK = "\0";
const MARK_IN_JSON = JSON.stringify(MARK).slice(1, -1);

const [SPACE, QUOTE, BACKSLASH, DEL] = [0x20, 0x22, 0x5c, 0x7f];

/** Whether JSON writes a text as it is. */
function isPlain(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < SPACE || code === QUOTE || code === BACKSLASH || code >= DEL) return false;
  }
  return true;
}
