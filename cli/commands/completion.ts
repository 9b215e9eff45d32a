import type { Command } from '../command.js';
import { refuseSettings } from '../options.js';

const BASH = `# Completion of tandem for bash: source <(tandem completion bash), or append to ~/.bashrc
_tandem() {
  local IFS=$'\\n' current="\${COMP_WORDS[COMP_CWORD]}"
  COMPREPLY=($(compgen -W "$(SHELL=bash tandem --get-yargs-completions "\${COMP_WORDS[@]:0:COMP_CWORD+1}" 2>/dev/null)" -- "$current"))
}
complete -o bashdefault -o default -F _tandem tandem
`;

const ZSH = `#compdef tandem
# Completion of tandem for zsh: source <(tandem completion zsh), or save as _tandem in a folder of $fpath
_tandem() {
  local -a replies
  replies=("\${(@f)$(SHELL=zsh tandem --get-yargs-completions "\${(@)words[1,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${replies[1]}" ]]; then _describe 'tandem' replies; fi
  _files
}
if [[ "\${zsh_eval_context[-1]}" == loadautofunc ]]; then _tandem "$@"; else compdef _tandem tandem; fi
`;

const FISH = `# Completion of tandem for fish: tandem completion fish > ~/.config/fish/completions/tandem.fish
complete -c tandem -a '(SHELL=fish tandem --get-yargs-completions (commandline -opc) (commandline -ct))'
`;

const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };

export const completion: Command = {
  name: 'completion',
  summary: 'A script that completes commands and options in a shell',
  positionals: [{ name: 'shell', description: 'Default bash', choices: Object.keys(SCRIPTS), optional: true }],
  options: {},
  examples: [
    ['completion bash >> ~/.bashrc', 'completes in every new bash'],
    ['completion zsh > ~/.zsh/_tandem', 'completes in zsh, with ~/.zsh in $fpath'],
  ],
  async run(args, context) {
    refuseSettings('completion', context.settings);
    const shell = args.positionals[0] ?? 'bash';
    const script = SCRIPTS[shell]!;
    return { text: () => script, csv: () => [script], json: () => ({ shell, script }) };
  },
};
