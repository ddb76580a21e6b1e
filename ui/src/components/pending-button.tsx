import type { ComponentProps } from 'react';

interface PendingProps extends ComponentProps<'button'> {
  /** Whether what it started is still under way. */
  pending: boolean;
}

/** A button that starts nothing twice. It is never `disabled`: the focus would be lost. */
export function PendingButton({ pending, onClick, ...rest }: PendingProps) {
  return (
    <button
      type="button"
      className="button"
      {...rest}
      aria-disabled={pending}
      // Neither its own nor, where it sends a form, the form's.
      onClick={(event) => (pending ? event.preventDefault() : onClick?.(event))}
    />
  );
}
