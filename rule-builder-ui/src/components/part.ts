import { type ComponentType, type LazyExoticComponent, lazy } from "react";

/** The page that was asked for comes first. */
const AFTER_MS = 1_000;

/**
 * A part of a page that is loaded when it is first shown. Usually it is there by then: it comes ahead, once the page
 * around it is loaded and the browser has nothing else to do.
 */
export function part<Props>(load: () => Promise<ComponentType<Props>>): LazyExoticComponent<ComponentType<Props>> {
  // What cannot be loaded is told to whoever opens it. Where the browser tells no idle time, nothing comes ahead.
  setTimeout(() => window.requestIdleCallback?.(() => load().catch(() => undefined)), AFTER_MS);
  return lazy(async () => ({ default: await load() }));
}
