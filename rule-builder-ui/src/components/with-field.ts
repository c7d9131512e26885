/** A copy with one field set; undefined leaves the field out, so that a document never carries empty keys. */
export function withField<T extends object, K extends keyof T>(record: T, key: K, value: T[K] | undefined): T {
  const { [key]: _, ...rest } = record;
  return (value === undefined ? rest : { ...record, [key]: value }) as T;
}
