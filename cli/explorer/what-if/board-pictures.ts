/** The pictures that stay in sight while one changes things, as markup; empty where there is nothing to show. */
export interface Board {
  readonly map: string;
  readonly regions: string;
  readonly years: string;
}

/** Names of the pictures, in the order in which they are looked at. */
export const BOARD_PICTURES = { map: 'Map', regions: 'Regions', years: 'Years' } as const;
