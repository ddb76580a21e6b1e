import { Component, type ReactNode } from 'react';

interface BoundaryProps {
  /** Shown in place of what could not be drawn. */
  fallback: ReactNode;
  children: ReactNode;
}

/** Keeps what goes wrong in one part from taking the rest of the page away. */
export class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? this.props.fallback : this.props.children;
  }
}
