import {
  type ActionIconProps,
  type AlertProps,
  type BadgeProps,
  type CSSVariablesResolver,
  createTheme,
  type DrawerRootProps,
  type MantineColorsTuple,
  type MenuProps,
  type ModalProps,
  type SelectProps,
  type SwitchProps,
  type TooltipProps,
} from "@mantine/core";

const cobalt: MantineColorsTuple = [
  "#eff2fd",
  "#dee4fa",
  "#bcc8f4",
  "#97a9ed",
  "#8098ea",
  "#5b75df",
  "#4463d8",
  "#3550c4",
  "#2c45a8",
  "#22378a",
];

/** Cool greys instead of Mantine's brownish ones, so that the accent sits well on them; 7 is the page's ground. */
const dark: MantineColorsTuple = [
  "#e4e6eb",
  "#c6cad3",
  "#a5abb8",
  "#7d8494",
  "#4a505d",
  "#383d48",
  "#282c35",
  "#1d2027",
  "#15171c",
  "#0f1115",
];

/** The heading of a dialog is a <header>, which would count as a second banner of the page. */
const noBanner = { header: { role: "presentation" } };

const defaults = <Props>(defaultProps: Partial<Props>) => ({ defaultProps });

export const theme = createTheme({
  colors: { cobalt, dark },
  primaryColor: "cobalt",
  primaryShade: 7,
  fontFamily: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace',
  headings: { fontWeight: "650" },
  defaultRadius: "md",
  cursorType: "pointer",
  focusRing: "auto",
  respectReducedMotion: true,
  // Plain objects, not Component.extend: that would load every component named here with the first page.
  components: {
    ActionIcon: defaults<ActionIconProps>({ variant: "subtle", color: "gray" }),
    Alert: defaults<AlertProps>({ variant: "light" }),
    Badge: defaults<BadgeProps>({
      radius: "sm",
      variant: "light",
      styles: { root: { textTransform: "none", fontWeight: 600 } },
    }),
    Button: { styles: { root: { fontWeight: 550 } } },
    DrawerRoot: defaults<DrawerRootProps>({ attributes: noBanner }),
    Menu: defaults<MenuProps>({ shadow: "md", position: "bottom-end" }),
    Modal: defaults<ModalProps>({
      centered: true,
      attributes: noBanner,
      overlayProps: { backgroundOpacity: 0.35 },
      closeButtonProps: { "aria-label": "Close" },
      styles: { title: { fontSize: "var(--mantine-font-size-lg)", fontWeight: 650 } },
    }),
    Select: defaults<SelectProps>({ checkIconPosition: "right" }),
    Switch: defaults<SwitchProps>({ withThumbIndicator: false }),
    Tooltip: defaults<TooltipProps>({ openDelay: 400, withArrow: true }),
  },
});

/** Mantine's own choices for these are below 4.5 : 1, or are not there. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-dimmed": "#545c68",
    "--mantine-color-placeholder": "#656d79",
    "--mantine-color-error": "#c92a2a",
    "--mantine-color-red-filled": "#c92a2a",
    "--mantine-color-red-filled-hover": "#b02525",
    "--mantine-color-gray-light": "#e6e9ef",
    "--mantine-color-gray-light-hover": "#dde1e8",
    "--mantine-color-gray-light-color": "#3d444f",
    "--mantine-color-teal-light-color": "#066a4c",
    "--mantine-color-green-light-color": "#1b6e2c",
    "--mantine-color-red-light-color": "#b02525",
    "--mantine-color-yellow-light-color": "#7a4d00",
    "--mantine-color-orange-light-color": "#963c04",
    "--fm-page": "#f6f7f9",
    "--fm-card": "#ffffff",
    "--fm-line": "#dfe2e8",
    "--fm-line-strong": "#858d9a",
    "--fm-quiet": "#eef0f4",
    "--fm-focus": "#3550c4",
    "--fm-accent-ink": "#2c45a8",
    "--fm-won": "#e8f6ee",
    "--fm-won-line": "#17803d",
    "--fm-shadow": "0 1px 2px rgb(15 23 42 / 6%)",
  },
  dark: {
    "--mantine-color-dimmed": "#a5abb8",
    "--mantine-color-placeholder": "#949bab",
    "--mantine-color-error": "#ff8787",
    "--mantine-color-red-filled": "#c92a2a",
    "--mantine-color-red-filled-hover": "#b02525",
    "--mantine-color-gray-light": "#313640",
    "--mantine-color-gray-light-hover": "#3a404c",
    "--mantine-color-gray-light-color": "#ced4da",
    "--mantine-color-cobalt-light": "#27315a",
    "--mantine-color-cobalt-light-hover": "#2f3b6c",
    "--mantine-color-cobalt-light-color": "#c3cff8",
    "--fm-page": "#15171c",
    "--fm-card": "#1d2027",
    "--fm-line": "#343943",
    "--fm-line-strong": "#6d7484",
    "--fm-quiet": "#262a32",
    "--fm-focus": "#97a9ed",
    "--fm-accent-ink": "#aab9f2",
    "--fm-won": "#15291e",
    "--fm-won-line": "#4ec27b",
    "--fm-shadow": "none",
  },
});
