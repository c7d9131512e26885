import type { Link } from "@firstmatch/shared-types";
import { Group, Switch } from "@mantine/core";
import { linkAddress } from "../../api/links.ts";
import { CopyButton } from "../../components/CopyButton.tsx";
import { tellError } from "../../components/tell.tsx";
import { StandingMark } from "../members/StandingMark.tsx";
import { useLinkChange } from "./link-queries.ts";

export function MemberLinkRow({ link, mayEdit }: { link: Link; mayEdit: boolean }) {
  const { id, name, url, active } = link;
  const change = useLinkChange(link);
  const toggle = (on: boolean) =>
    change.mutate({ active: on }, { onError: (error) => tellError(`${name} could not be changed`, error) });
  return (
    <li>
      <div>
        <b>{name}</b>
        <small>
          <code>/r/{id}</code> leads to {url}
        </small>
      </div>
      <Group gap="sm" wrap="nowrap">
        <CopyButton text={() => linkAddress(id)}>Copy address</CopyButton>
        {mayEdit ? (
          <Switch
            aria-label={`${name} is active`}
            checked={active}
            disabled={change.isPending}
            onChange={(event) => toggle(event.currentTarget.checked)}
          />
        ) : (
          <StandingMark standing={active ? "active" : "inactive"} />
        )}
      </Group>
    </li>
  );
}
