import { formatPercent, type Partner } from "@firstmatch/shared-types";
import { Badge, Button, Group } from "@mantine/core";
import type { ReactNode } from "react";
import { Link } from "react-router";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { RowSkeletons } from "../../components/LinkRow.tsx";
import { Moment } from "../../components/Moment.tsx";
import { MoreButton } from "../../components/MoreButton.tsx";
import { usePageTitle } from "../../components/use-page-title.ts";
import { useAllPrograms } from "../programs/program-queries.ts";
import css from "./PartnerOverview.module.css";
import { payoutSettingsPath } from "./partner-path.ts";
import { usePayoutSettings } from "./payout-settings-queries.ts";
import { StandingBadge } from "./StandingBadge.tsx";
import { usePartnerPage } from "./use-partner-page.ts";

/** Who the partner is, what share it gets, and where it is a member. */
export function PartnerOverview() {
  const partner = usePartnerPage();
  usePageTitle(partner.name);
  return (
    <div className={css.columns}>
      <div className={css.column}>
        <Profile partner={partner} />
        <RevenueShare partner={partner} />
      </div>
      <Memberships partner={partner.id} />
    </div>
  );
}

function Profile({ partner: { id, contact, tags, createdAt } }: { partner: Partner }) {
  return (
    <section className={css.card}>
      <h2>Profile</h2>
      <dl className={css.facts}>
        <Fact name="Id">
          <code>{id}</code>
        </Fact>
        <Fact name="Contact">{contact.name}</Fact>
        <Fact name="E-mail">{contact.email && <a href={`mailto:${contact.email}`}>{contact.email}</a>}</Fact>
        <Fact name="Phone">{contact.phone}</Fact>
        <Fact name="Tags">
          {tags.length > 0 && (
            <Group gap={6}>
              {tags.map((tag) => (
                <Badge key={tag} color="gray" component={Link} to={`/partners?${new URLSearchParams({ tag })}`}>
                  {tag}
                </Badge>
              ))}
            </Group>
          )}
        </Fact>
        <Fact name="Added">
          <Moment at={createdAt} />
        </Fact>
      </dl>
    </section>
  );
}

const Fact = ({ name, children }: { name: string; children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children || <span className={css.none}>—</span>}</dd>
  </div>
);

function RevenueShare({ partner: { revenueShare, programRevenueShares } }: { partner: Partner }) {
  const { data: programs } = useAllPrograms();
  const others = Object.entries(programRevenueShares);
  return (
    <section className={css.card}>
      <h2>Revenue share</h2>
      <p className={css.hint}>Its part of the advertiser’s cost, where a payout goes by the revenue share.</p>
      <dl className={css.facts}>
        <Fact name={others.length === 0 ? "In every program" : "In general"}>
          {revenueShare === null ? "None" : formatPercent(revenueShare)}
        </Fact>
        {others.map(([program, share]) => (
          <Fact key={program} name={programs?.find(({ id }) => id === program)?.name ?? program}>
            {formatPercent(share)}
          </Fact>
        ))}
      </dl>
    </section>
  );
}

function Memberships({ partner }: { partner: string }) {
  const { items, error, isPending, more } = usePayoutSettings(partner);
  return (
    <section className={css.card}>
      <Group justify="space-between" gap="sm">
        <h2>Programs</h2>
        <Button size="compact-sm" variant="subtle" component={Link} to={payoutSettingsPath(partner)}>
          Payout settings
        </Button>
      </Group>
      <ErrorAlert error={error} />
      {isPending && <RowSkeletons count={2} height={44} />}
      {!isPending && !error && items.length === 0 && (
        <p className={css.hint}>Not in any program yet. Add it to one under Payout settings.</p>
      )}
      <ul className={css.memberships} aria-label="Programs">
        {items.map(({ program, member, terms }) => (
          <li key={program.id}>
            <div>
              <Link to={`/programs/${program.id}`}>{program.name}</Link>
              <p className={css.hint}>
                {terms.name}
                {member.terms === null && ", the default terms"}
                {member.personalPayouts > 0 && ` · ${countOf(member.personalPayouts, "personal payout")}`}
                {member.codes.first !== null && ` · ${codesOf(member.codes.first, member.codes.all)}`}
              </p>
            </div>
            <StandingBadge program={program} member={member} />
          </li>
        ))}
      </ul>
      <MoreButton more={more} />
    </section>
  );
}

const countOf = (count: number, what: string): string => `${count} ${what}${count === 1 ? "" : "s"}`;

const codesOf = (first: string, all: number): string => (all === 1 ? first : `${first} and ${all - 1} more`);
