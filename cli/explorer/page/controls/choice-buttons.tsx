/** A choice among a few things at once, as buttons of which one is pressed. */
export function ChoiceButtons<Value>(props: {
  readonly legend: string;
  readonly choices: readonly { readonly value: Value; readonly label: string; readonly title?: string }[];
  /** True where a choice is what holds now. */
  holds(value: Value): boolean;
  choose(value: Value): void;
}) {
  return (
    <fieldset class="choice">
      <legend>{props.legend}</legend>
      {props.choices.map(({ value, label, title }) => (
        <button
          key={label}
          type="button"
          class="chip"
          title={title}
          aria-pressed={props.holds(value)}
          onClick={() => props.choose(value)}
        >
          {label}
        </button>
      ))}
    </fieldset>
  );
}
