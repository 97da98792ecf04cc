interface MomentProps {
  /** Wall-clock ms since the epoch. */
  readonly at: number;
}

/** Date and time in the editor's language, where the person is: the host may run in another time zone. */
export function Moment({ at }: MomentProps) {
  const moment = new Date(at);
  const { lang } = document.documentElement;
  const words = moment.toLocaleString(lang === '' ? undefined : lang, {
    dateStyle: 'medium',
    timeStyle: 'short',
  });
  return <time dateTime={moment.toISOString()}>{words}</time>;
}
