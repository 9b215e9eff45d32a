/** Names of which some are chosen, each with a box. */
export function NameChoice(props: {
  readonly legend: string;
  readonly names: readonly string[];
  readonly chosen: readonly string[];
  set(chosen: readonly string[]): void;
}) {
  const { names, chosen } = props;
  return (
    <fieldset class="chips">
      <legend>{props.legend}</legend>
      {names.map((name) => (
        <label key={name}>
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            // Somewhere it has to act.
            disabled={chosen.length === 1 && chosen[0] === name}
            onChange={(event) => {
              const { checked } = event.currentTarget;
              props.set(names.filter((each) => (each === name ? checked : chosen.includes(each))));
            }}
          />
          {name}
        </label>
      ))}
    </fieldset>
  );
}
