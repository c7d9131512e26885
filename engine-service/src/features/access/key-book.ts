import type { StoredKey } from "./key-store.ts";

/** All keys in memory, so that asking who it is needs no store. */
export class KeyBook {
  private readonly keys = new Map<string, StoredKey>();
  private readonly admins = new Set<string>();

  /** Adds a key or its newer state; an older one than known is passed over. */
  put(key: StoredKey): void {
    const known = this.keys.get(key._id);
    if (known !== undefined && known.revision >= key.revision) return;
    this.keys.set(key._id, key);
    if (key.role === "admin" && key.secrets.length > 0) this.admins.add(key._id);
    else this.admins.delete(key._id);
  }

  get(id: string): StoredKey | undefined {
    return this.keys.get(id);
  }

  /** Whether an admin could sign in. */
  get hasAdmin(): boolean {
    return this.admins.size > 0;
  }
}
