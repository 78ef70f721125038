interface PageOf<Item> {
  items: Item[];
  next: string | null;
}

/** What a list has, page by page, up to a bound; `more` when it has more than that. */
export const allPages = async <Item>(
  pageAfter: (cursor: string) => Promise<PageOf<Item>>,
  most: number,
  onTaken: (taken: number) => void,
): Promise<{ items: Item[]; more: boolean }> => {
  const items: Item[] = [];
  let cursor: string | null = '';
  while (cursor !== null && items.length < most) {
    const page: PageOf<Item> = await pageAfter(cursor);
    items.push(...page.items);
    onTaken(items.length);
    cursor = page.next;
  }
  return { items, more: cursor !== null };
};
