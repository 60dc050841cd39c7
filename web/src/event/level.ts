/** Level of the headings inside: the event's own title is a page's h1 or a panel's h2. */
export type Level = 'h2' | 'h3';
