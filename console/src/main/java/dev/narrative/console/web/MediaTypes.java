package dev.narrative.console.web;

import java.util.Map;

/** What a browser is told that a file is, by its name's ending: it runs and draws nothing that is told wrong. */
final class MediaTypes {
    private static final Map<String, String> BY_ENDING = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "mjs", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "svg", "image/svg+xml");

    private MediaTypes() {}

    static String of(String path) {
        return BY_ENDING.getOrDefault(path.substring(path.lastIndexOf('.') + 1), "application/octet-stream");
    }

    /** Whether it is of a kind that the pages are made of; nothing else is given away. */
    static boolean isKnown(String path) {
        return BY_ENDING.containsKey(path.substring(path.lastIndexOf('.') + 1));
    }
}
