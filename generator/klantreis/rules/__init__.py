"""The rules: one file each, in a folder per family; the file's name is the rule's name.

A rule file holds, in this order:

- the module docstring: the manual in English. Its first line is the summary, one sentence; then
  come `## What it finds`, `## Why it matters`, `## How to fix` and `## Where it comes from`, which
  opens with the kind of evidence (`Law.`, `Research.`, `Practice.` or `House opinion.`);
- `MANUAL_NL`: the same in Dutch, under `## Wat deze regel vindt`, `## Waarom dat telt`,
  `## Wat je eraan doet` and `## Waar dit op rust` (`Wet.`, `Onderzoek.`, `Praktijk.` or
  `Eigen keuze.`);
- the check, decorated with `rule`, with its messages in both languages and its examples, which are
  laid over the project of `base_project`.

More cases live in `tests/rules/<rule-name>.md`.
"""
