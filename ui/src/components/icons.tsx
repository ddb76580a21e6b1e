import type { ReactNode } from 'react';

/** Line icons of one hand, 20 units wide; always beside a text or inside a labelled control, so hidden from readers. */
function icon(drawing: ReactNode) {
  return function Icon({ size = 20 }: { size?: number }) {
    return (
      <svg
        aria-hidden="true"
        width={size}
        height={size}
        viewBox="0 0 20 20"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      >
        {drawing}
      </svg>
    );
  };
}

export const CheckIcon = icon(<path d="m4.5 10.5 3.6 3.5 7.4-8" />);
export const CrossIcon = icon(<path d="m5.5 5.5 9 9m0-9-9 9" />);
export const StopIcon = icon(<rect x="5.5" y="5.5" width="9" height="9" rx="1.5" />);
export const WarnIcon = icon(<path d="M10 3.2 2.6 16.2h14.8L10 3.2Zm0 5v3.8m0 2.2v.1" />);
export const UploadIcon = icon(
  <path d="M10 13V3.5m0 0L6.2 7.2M10 3.5l3.8 3.7M3.5 12.5v2.2c0 1 .8 1.8 1.8 1.8h9.4c1 0 1.8-.8 1.8-1.8v-2.2" />,
);
export const DownloadIcon = icon(<path d="M10 3.5V13m0 0 3.8-3.7M10 13 6.2 9.3M3.5 15.5h13" />);
export const RetryIcon = icon(<path d="M4 10a6 6 0 1 1 1.9 4.4M4 10V5.6M4 10h4.2" />);
export const TrashIcon = icon(
  <path d="M3.8 5.8h12.4M8 5.6V3.8h4v1.8m-6.8.2.7 10.4h8.2l.7-10.4M8.4 9v4.4M11.6 9v4.4" />,
);
export const CopyIcon = icon(
  <>
    <rect x="7" y="7" width="9.5" height="9.5" rx="1.8" />
    <path d="M4.6 12.8c-.7-.2-1.1-.8-1.1-1.5V5.1c0-.9.7-1.6 1.6-1.6h6.2c.7 0 1.3.4 1.5 1.1" />
  </>,
);
export const PlusIcon = icon(<path d="M10 4v12M4 10h12" />);
export const BackIcon = icon(<path d="M12 4.5 6.5 10l5.5 5.5" />);
export const PageIcon = icon(<path d="M5 2.8h6.6L15 6.2v11H5V2.8Zm6.3.2v3.5h3.5M7.6 10h4.8m-4.8 3.2h4.8" />);
export const NextIcon = icon(<path d="M8 4.5 13.5 10 8 15.5" />);
export const PrintIcon = icon(
  <path d="M6 7.5V3.5h8v4M6 14H3.8V9.2c0-.9.7-1.7 1.7-1.7h9c1 0 1.7.8 1.7 1.7V14H14m-8-2h8v4.5H6z" />,
);
export const SearchIcon = icon(<path d="m12.6 12.6 4 4M14 8.8a5.2 5.2 0 1 1-10.4 0 5.2 5.2 0 0 1 10.4 0Z" />);
