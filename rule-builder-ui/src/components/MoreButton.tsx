import { Button } from "@mantine/core";

interface More {
  load: () => void;
  loading: boolean;
}

/** Below a list of which not all has come yet. */
export function MoreButton({ more }: { more: More | undefined }) {
  if (more === undefined) return null;
  return (
    <Button variant="default" mt="sm" onClick={more.load} loading={more.loading}>
      Show more
    </Button>
  );
}
