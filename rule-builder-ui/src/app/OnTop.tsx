import { useNotifications } from "@mantine/notifications";
import { Suspense, useState } from "react";
import { useQuestion } from "../components/ask.ts";
import { part } from "../components/part.ts";

const QuestionDialog = part(async () => (await import("../components/QuestionDialog.tsx")).QuestionDialog);
const Notices = part(async () => (await import("./Notices.tsx")).Notices);

/** Above every page: what is asked, and what is told. From the first time on they stay, to close in their own time. */
export function OnTop() {
  const asked = useEver(useQuestion() !== undefined);
  const told = useEver(useNotifications().notifications.length > 0);
  return (
    <>
      <Suspense>{asked && <QuestionDialog />}</Suspense>
      <Suspense>{told && <Notices />}</Suspense>
    </>
  );
}

function useEver(now: boolean): boolean {
  const [ever, setEver] = useState(now);
  if (now && !ever) setEver(true);
  return ever;
}
