import type { Program, PromoCode } from "@firstmatch/shared-types";
import { List, Modal, Skeleton, Text } from "@mantine/core";
import { Link } from "react-router";
import { ErrorAlert } from "../../components/ErrorAlert.tsx";
import { Moment } from "../../components/Moment.tsx";
import { SpanText } from "../../components/SpanText.tsx";
import { useReturnFocus } from "../../components/use-return-focus.ts";
import { partnerPath } from "../partners/partner-path.ts";
import { useHolders } from "./code-queries.ts";

interface HoldersDialogProps {
  program: Program;
  code: PromoCode;
  onClose: () => void;
}

/** An old conversion is decided by who had its code then. */
export function HoldersDialog({ program, code, onClose }: HoldersDialogProps) {
  useReturnFocus();
  const { data: holders, error } = useHolders(program.id, code.code);
  return (
    <Modal opened onClose={onClose} title={`Who had ${code.code} when`}>
      <ErrorAlert error={error} />
      {holders === undefined && !error && <Skeleton height={60} />}
      <List size="sm" spacing="xs" aria-label="Holders">
        {holders?.items.map(({ partner, active, from, until, since }) => (
          <List.Item key={since}>
            <Moment at={since} timezone={program.timezone} />: <Link to={partnerPath(partner)}>{partner}</Link>,{" "}
            {active ? "active" : "inactive"}
            <Text span size="sm" c="dimmed">
              {" · "}
              <SpanText from={from} until={until} timezone={program.timezone} />
            </Text>
          </List.Item>
        ))}
      </List>
    </Modal>
  );
}
