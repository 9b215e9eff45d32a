import { getSystemErrorMap } from 'node:util';

/** Exit codes: what a script can rely on. */
export const EXIT = { done: 0, failed: 1, wrongInput: 2, interrupted: 130 } as const;

/**
 * An error in how the tool was called: an unknown option, a folder that cannot be written to. Shown without a stack, exit 2.
 *
 * @param hint what would be right.
 */
export function usageError(message: string, hint?: string): Error {
  const error = new Error(hint === undefined ? message : `${message}\n${hint}`);
  error.name = 'UsageError';
  return error;
}

/** True where the user can mend it by calling the tool differently. */
export function isUsageError(error: unknown): error is Error {
  return error instanceof Error && error.name === 'UsageError';
}

/** The system's code of an error, such as `ENOSPC`, if it has one. */
export function errorCode(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? String(error.code) : undefined;
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'no permission',
  EPERM: 'no permission',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of its path is a file',
  EEXIST: 'a part of its path is a file',
  ENOENT: 'a part of its path does not exist and cannot be made',
  ENAMETOOLONG: 'the name is too long',
  ELOOP: 'its symbolic links go round in a circle',
  EINVAL: 'the name cannot be used',
  EISDIR: 'a folder stands in its place',
  ENOTEMPTY: 'the folder is not empty',
  EBUSY: 'something else uses it',
  ETIMEDOUT: 'the network that it is on does not answer',
  ESTALE: 'it was removed on the machine that it is on',
  EFBIG: 'the file is larger than the file system or a limit allows',
  ENOSPC: 'the disk is full',
  EDQUOT: 'the disk quota is used up',
  EMFILE: 'too many files are open',
  EIO: 'the disk does not answer as it should',
};

/** The system's complaint about a file or folder, in words. */
export function reason(error: unknown): string {
  const code = errorCode(error);
  if (code === undefined) return error instanceof Error ? error.message : String(error);
  return REASONS[code] ?? systemWords(error) ?? code;
}

/** The words of the system for an error that has none here, such as `broken pipe`. */
function systemWords(error: unknown): string | undefined {
  const number = error instanceof Error && 'errno' in error ? Number(error.errno) : Number.NaN;
  return getSystemErrorMap().get(number)?.[1];
}
