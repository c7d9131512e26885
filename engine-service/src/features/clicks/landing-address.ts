/** Where a link's address wants the click id; everywhere else it is a parameter of the query. */
const PLACEHOLDER = "{click_id}";

/**
 * The stored address with the click id: in the place of `{click_id}`, in its parameter `click_id` where it has one, else
 * added to its query. All else stays word for word, but for what no header can carry: a host beyond ASCII goes as
 * punycode, the rest percent-encoded.
 *
 * @param clickId null: nothing was recorded
 */
export function landingAddress(stored: string, clickId: string | null): string {
  const url = withAsciiHost(stored).replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent);
  if (url.includes(PLACEHOLDER)) return url.replaceAll(PLACEHOLDER, clickId ?? "");
  if (clickId === null) return url;
  const [, head = "", fragment = ""] = /^([^#]*)(.*)$/s.exec(url) ?? [];
  const own = /([?&]click_id=)[^&]*/;
  if (own.test(head)) return head.replace(own, `$1${clickId}`) + fragment;
  const joint = !head.includes("?") ? "?" : /[?&]$/.test(head) ? "" : "&";
  return `${head}${joint}click_id=${clickId}${fragment}`;
}

/** What URL cannot read stays as it is. */
function withAsciiHost(address: string): string {
  const [, scheme = "", authority = "", rest = ""] = /^(https?:\/\/)([^/\\?#]*)(.*)$/is.exec(address) ?? [];
  const alone = scheme + authority;
  return /^[\x21-\x7e]*$/.test(authority) || !URL.canParse(alone) ? address : scheme + new URL(alone).host + rest;
}
