import { Notifications } from "@mantine/notifications";

/** What `tell` tells, in a corner of the page. */
export const Notices = () => <Notifications position="bottom-left" limit={3} />;
