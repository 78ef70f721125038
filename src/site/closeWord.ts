/** What is done to a site that is open, that will close, that has closed. */
export const closeWord = (closedOn: string | null, today: string): string => {
  if (closedOn === null) return '停用';
  return closedOn > today ? '不停用了' : '重新启用';
};
