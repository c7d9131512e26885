import { Anchor, Breadcrumbs } from "@mantine/core";
import { Link } from "react-router";

interface Crumb {
  label: string;
  to: string;
}

/** The way back up. */
export function Crumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="Breadcrumbs">
      <Breadcrumbs separatorMargin={6} fz="sm" styles={{ root: { flexWrap: "wrap" } }}>
        {crumbs.map(({ label, to }) => (
          <Anchor
            key={to}
            component={Link}
            to={to}
            fz="sm"
            c="dimmed"
            style={{ overflowWrap: "anywhere", whiteSpace: "normal" }}
          >
            {label}
          </Anchor>
        ))}
      </Breadcrumbs>
    </nav>
  );
}
