/** Where a link's address wants the click id; everywhere else it is a parameter of the query. */
const PLACEHOLDER = "{click_id}";

/**
 * The stored address with the click id: in the place of `{click_id}`, in its parameter `click_id` where it has one, else
 * added to its query. All else stays word for word, but for what no header can carry.
 *
 * @param clickId null: nothing was recorded
 */
export function landingAddress(stored: string, clickId: string | null): string {
  const url = stored.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent);
  if (url.includes(PLACEHOLDER)) return url.replaceAll(PLACEHOLDER, clickId ?? "");
  if (clickId === null) return url;
  const [, head = "", fragment = ""] = /^([^#]*)(.*)$/s.exec(url) ?? [];
  const own = /([?&]click_id=)[^&]*/;
  if (own.test(head)) return head.replace(own, `$1${clickId}`) + fragment;
  const joint = !head.includes("?") ? "?" : /[?&]$/.test(head) ? "" : "&";
  return `${head}${joint}click_id=${clickId}${fragment}`;
}
