import { EVENT_TYPES } from "@firstmatch/shared-types";
import { Autocomplete, Group, Text } from "@mantine/core";
import { useState } from "react";
import { CopyButton } from "../../components/CopyButton.tsx";
import { FormSection } from "../../components/FormSection.tsx";
import css from "./Postback.module.css";
import { postbackAddress } from "./postback-address.ts";

/** The address of a program to paste into a tracker. */
export function PostbackAddress({ program }: { program: string }) {
  const [eventType, setEventType] = useState<string>(EVENT_TYPES[0]);
  const address = postbackAddress(window.location.origin, program, eventType.trim() || EVENT_TYPES[0]);
  return (
    <FormSection
      order={2}
      title="Address for a tracker"
      hint="Paste it into the tracker, and put the tracker’s own placeholders where the braces are; leave out what it does not know."
    >
      <Autocomplete label="Event type" maw={240} data={EVENT_TYPES} value={eventType} onChange={setEventType} />
      <code className={css.address}>{address}</code>
      <Group gap="sm">
        <CopyButton text={() => address}>Copy address</CopyButton>
      </Group>
      <Text size="sm" c="dimmed" maw={720}>
        <b>key</b> is a key of the role Tracker, made on the Access screen; no other is taken from an address. The
        answer is the decision. Without a conversion id the order id tells one conversion from another, so a call that
        is repeated counts once.
      </Text>
    </FormSection>
  );
}
