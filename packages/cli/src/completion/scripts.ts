/** Each asks the program itself for candidates, so that they are never behind it. Without candidates the shell offers files. */
export const scripts = {
  bash: `_hubfleet() {
  local IFS=$'\\n'
  COMPREPLY=($(hubfleet __complete "\${COMP_WORDS[@]:1:COMP_CWORD}" 2>/dev/null))
}
complete -o default -F _hubfleet hubfleet
`,
  zsh: `#compdef hubfleet
_hubfleet() {
  local -a found
  found=("\${(@f)$(hubfleet __complete "\${(@)words[2,CURRENT]}" 2>/dev/null)}")
  if [[ -n "\${found[1]}" ]]; then compadd -- "\${found[@]}"; else _files; fi
}
compdef _hubfleet hubfleet
`,
  fish: `function __hubfleet_complete
  set -l words (commandline -opc) (commandline -ct)
  hubfleet __complete $words[2..-1] 2>/dev/null
end
complete -c hubfleet -a '(__hubfleet_complete)'
`,
}
