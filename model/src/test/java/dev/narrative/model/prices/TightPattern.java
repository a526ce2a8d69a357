package dev.narrative.model.prices;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A pattern of the facts that no longer takes in a model's relatives: facts say {@code ^gemini-2\.5-pro}, by which a
 * voice of that name would cost what the text model does. Alternatives that name a whole model stay as they are.
 */
final class TightPattern {
    /** {@code -mini}, {@code -tts} and the like behind a name mean another model at another price. */
    private static final String NO_RELATIVE =
            "(?!.*-(?:audio|distill|fast|image|lite|live|mini|nano|pro|realtime|tts|transcribe)\\b)";

    private static final Pattern BARE_MAJOR = Pattern.compile("[a-z]-[1-9]$");
    private static final Pattern MINOR = Pattern.compile("[-.\\]][1-9]$");
    private static final Pattern REVISION = Pattern.compile("-v([0-9])(?::[0-9])?$");
    private static final String GROUP = "(?:";

    private TightPattern() {}

    /** @param model the entry's name, whose revision, {@code -v1:0}, its pattern may have left out */
    static String of(String match, String model) {
        List<String> alternatives = new ArrayList<>();
        Matcher revision = REVISION.matcher(model);
        String onlyRevision = revision.find() ? "(?!-v(?!" + revision.group(1) + "))" : "";
        for (String alternative : alternatives(match)) {
            alternatives.add(alternative.endsWith("$") ? alternative : tightened(alternative) + onlyRevision);
        }
        return alternatives.size() == 1 ? alternatives.get(0) : GROUP + String.join("|", alternatives) + ')';
    }

    private static String tightened(String alternative) {
        String version = "";
        if (BARE_MAJOR.matcher(alternative).find()) {
            version = "(?![-.]\\d(?!\\d))";
        } else if (MINOR.matcher(alternative).find()) {
            version = "(?!\\d)";
        }
        return alternative + version + NO_RELATIVE;
    }

    /** What stands between the bars of a pattern that is one group; else the pattern itself. */
    private static List<String> alternatives(String match) {
        if (!match.startsWith(GROUP) || !match.endsWith(")")) {
            return List.of(match);
        }
        List<String> alternatives = new ArrayList<>();
        int depth = 0;
        int start = GROUP.length();
        for (int i = 0; i < match.length(); i++) {
            char c = match.charAt(i);
            if (c == '\\') {
                i++;
            } else if (c == '(') {
                depth++;
            } else if (c == '|' && depth == 1) {
                alternatives.add(match.substring(start, i));
                start = i + 1;
            } else if (c == ')' && --depth == 0 && i < match.length() - 1) {
                return List.of(match);
            }
        }
        alternatives.add(match.substring(start, match.length() - 1));
        return alternatives;
    }
}
