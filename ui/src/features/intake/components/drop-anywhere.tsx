import { useEffect, useRef, useState } from 'react';
import { routeOf, usePath } from '../../../lib/router';
import { messages } from '../../../messages';
import { type Dropped, droppedFiles, isTextForField } from '../dropped-files';
import { useOptions } from '../use-options';
import { useUploads } from '../use-uploads';
import styles from './intake.module.css';

const carriesFiles = (transfer: DataTransfer | null): boolean => transfer?.types.includes('Files') ?? false;

/** Takes files dropped or pasted anywhere on the page. */
export function DropAnywhere() {
  const { add } = useUploads();
  const [options] = useOptions();
  const atHome = routeOf(usePath()).name === 'home';
  const [over, setOver] = useState(false);
  const take = useRef((_dropped: Dropped) => {});
  useEffect(() => {
    take.current = ({ files, folders }) => {
      // The focus is for what is dropped where it is seen: it was written for one document.
      const seen = atHome ? options : { ...options, focus: '' };
      if (files.length > 0) add(files, seen, folders);
    };
  });

  useEffect(() => {
    let depth = 0;
    function enter(event: DragEvent): void {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      depth++;
      setOver(true);
    }
    function leave(event: DragEvent): void {
      if (!carriesFiles(event.dataTransfer)) return;
      depth = Math.max(0, depth - 1);
      if (depth === 0) setOver(false);
    }
    function allow(event: DragEvent): void {
      if (carriesFiles(event.dataTransfer)) event.preventDefault();
    }
    function drop(event: DragEvent): void {
      if (!carriesFiles(event.dataTransfer)) return;
      event.preventDefault();
      depth = 0;
      setOver(false);
      take.current(droppedFiles(event.dataTransfer));
    }
    function paste(event: ClipboardEvent): void {
      if (!carriesFiles(event.clipboardData) || isTextForField(event.target, event.clipboardData)) return;
      event.preventDefault();
      take.current(droppedFiles(event.clipboardData));
    }
    window.addEventListener('dragenter', enter);
    window.addEventListener('dragleave', leave);
    window.addEventListener('dragover', allow);
    window.addEventListener('drop', drop);
    window.addEventListener('paste', paste);
    return () => {
      window.removeEventListener('dragenter', enter);
      window.removeEventListener('dragleave', leave);
      window.removeEventListener('dragover', allow);
      window.removeEventListener('drop', drop);
      window.removeEventListener('paste', paste);
    };
  }, []);

  if (!over) return null;
  return (
    <div className={styles.overlay} aria-hidden="true">
      <span>{messages.intake.dropAnywhere}</span>
    </div>
  );
}
