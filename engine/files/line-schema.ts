import { z } from 'zod';

/** A title or name of one line, as a person writes it. */
export const line = z
  .string()
  .min(1)
  .max(500)
  .regex(/^\P{Cc}*$/u, { error: 'line breaks and control characters cannot stand here' });
