import type { IssuedKey, Key } from "@firstmatch/shared-types";
import { Badge, Button, Group, Menu, Stack, Text } from "@mantine/core";
import { IconDots, IconPencil, IconTrash } from "@tabler/icons-react";
import { ask } from "../../components/ask.ts";
import { Moment } from "../../components/Moment.tsx";
import row from "../../components/Row.module.css";
import { tell, tellError } from "../../components/tell.tsx";
import css from "./Access.module.css";
import { useKeyWrites } from "./key-queries.ts";
import { ROLE_NAMES } from "./role-words.ts";
import { useSession } from "./session.ts";

interface KeyRowProps {
  of: Key;
  onIssued: (issued: IssuedKey) => void;
  onRename: () => void;
}

export function KeyRow({ of: key, onIssued, onRename }: KeyRowProps) {
  const { remove, rotate, takeAway } = useKeyWrites();
  const own = useSession().caller?.id === key.id;
  const removeAfterAsking = async () => {
    const sure = await ask({
      title: `Remove the key “${key.name}”?`,
      text: `${own ? "It is the one that you are signed in with. " : ""}Whoever uses it is signed out, and every service that sends it is refused from now on.`,
      confirm: "Remove key",
    });
    if (!sure) return;
    remove.mutate(key, {
      onSuccess: () => tell(`The key “${key.name}” is removed.`),
      onError: (error) => tellError(`The key “${key.name}” stays`, error),
    });
  };
  const takeAwayAfterAsking = async ({ id, hint }: Key["secrets"][number]) => {
    const sure = await ask({
      title: `Take away the secret ${hint}?`,
      text: "Whoever signed in with it is signed out, and whatever sends it is refused from now on.",
      confirm: "Take away",
    });
    if (sure)
      takeAway.mutate({ key, secret: id }, { onError: (error) => tellError(`The secret ${hint} stays`, error) });
  };
  return (
    <li className={`${row.row} ${css.key}`}>
      <Stack gap={6} miw={0} flex={1}>
        <Group gap="xs">
          <span className={css.name}>{key.name}</span>
          <Badge color={key.role === "admin" ? "cobalt" : "gray"}>{ROLE_NAMES[key.role]}</Badge>
          {own && <Badge color="green">You</Badge>}
        </Group>
        <Text size="sm" c="dimmed">
          {key.partner !== null && (
            <>
              For partner <code>{key.partner}</code> ·{" "}
            </>
          )}
          Made <Moment at={key.createdAt} />
        </Text>
        <ul className={css.secrets} aria-label={`Secrets of ${key.name}`}>
          {key.secrets.map((secret) => (
            <li key={secret.id}>
              <code>{secret.hint}</code>
              <Text span size="sm" c="dimmed">
                {key.secrets.length > 1 && (
                  <>
                    made <Moment at={secret.createdAt} /> ·{" "}
                  </>
                )}
                {secret.lastUsedAt === null ? (
                  "never used"
                ) : (
                  <>
                    last used <Moment at={secret.lastUsedAt} />
                  </>
                )}
              </Text>
              {key.secrets.length > 1 && (
                <Button
                  size="compact-xs"
                  variant="subtle"
                  color="red"
                  aria-label={`Take away the secret ${secret.hint} of ${key.name}`}
                  onClick={() => takeAwayAfterAsking(secret)}
                >
                  Take away
                </Button>
              )}
            </li>
          ))}
        </ul>
      </Stack>
      <Group gap="xs" className={row.beside}>
        <Button
          variant="default"
          size="xs"
          loading={rotate.isPending}
          aria-label={`New secret for ${key.name}`}
          onClick={() =>
            rotate.mutate(key, { onSuccess: onIssued, onError: (error) => tellError("No new secret", error) })
          }
        >
          New secret
        </Button>
        <Menu>
          <Menu.Target>
            <Button variant="subtle" color="gray" size="xs" aria-label={`More for ${key.name}`}>
              <IconDots size={18} />
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item leftSection={<IconPencil size={16} />} onClick={onRename}>
              Rename
            </Menu.Item>
            <Menu.Item color="red" leftSection={<IconTrash size={16} />} onClick={removeAfterAsking}>
              Remove key
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      </Group>
    </li>
  );
}
