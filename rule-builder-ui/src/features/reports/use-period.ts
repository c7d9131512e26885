import { dayIn } from "../../components/days.ts";
import { useAddress } from "../../components/use-address.ts";
import { withFilter } from "../partners/partner-filter.ts";
import { addressOfPeriod, type Days, daysOf, type Period, periodInAddress } from "./period.ts";

/**
 * The period in the address, the days that it means today, and a way to choose another.
 *
 * @param timezone whose days are meant
 */
export function usePeriod(timezone: string) {
  const [parameters, setAddress] = useAddress();
  const period = periodInAddress(parameters);
  const days = daysOf(period, dayIn(timezone, new Date()));
  /** @param change of the period as it is then: a day may be typed before the other one is drawn */
  const choose = (change: (period: Period) => Period) =>
    setAddress((now) => withFilter(now, addressOfPeriod(change(periodInAddress(now)))), {
      replace: true,
      preventScrollReset: true,
    });
  return { period, days, choose };
}

export const areDays = (days: Days | { missing: string }): days is Days => !("missing" in days);
