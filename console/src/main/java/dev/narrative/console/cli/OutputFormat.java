package dev.narrative.console.cli;

/** How listings are written. */
enum OutputFormat {
    table,
    wide,
    tsv,
    json,
    jsonl,
    md
}
