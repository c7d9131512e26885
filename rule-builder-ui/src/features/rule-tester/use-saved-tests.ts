import { useLocalStorage } from "@mantine/hooks";
import { readSavedTests, type SavedTest } from "./saved-tests.ts";

/** The test conversions that this browser keeps for one event type of a program. */
export const useSavedTests = (program: string, eventType: string) =>
  useLocalStorage<SavedTest[]>({
    key: `firstmatch-tests/${program}/${eventType}`,
    defaultValue: [],
    deserialize: readSavedTests,
    getInitialValueInEffect: false,
  });
