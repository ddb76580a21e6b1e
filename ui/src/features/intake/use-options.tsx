import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { defaultOptions, type IntakeOptions, loadOptions, saveOptions } from './intake-options';

type OptionsState = [options: IntakeOptions, change: (part: Partial<IntakeOptions>) => void];

const OptionsContext = createContext<OptionsState>([defaultOptions, () => undefined]);

/** The options in force for whatever is dropped or pasted, wherever in the page. */
export function OptionsProvider({ children }: { children: ReactNode }) {
  const [options, setOptions] = useState(loadOptions);
  useEffect(() => saveOptions(options), [options]);
  const state = useMemo<OptionsState>(() => [options, (part) => setOptions((all) => ({ ...all, ...part }))], [options]);
  return <OptionsContext value={state}>{children}</OptionsContext>;
}

export const useOptions = (): OptionsState => useContext(OptionsContext);
