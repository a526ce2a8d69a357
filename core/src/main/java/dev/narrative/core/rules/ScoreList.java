package dev.narrative.core.rules;

import dev.narrative.core.capture.Capture;
import dev.narrative.core.config.ConfigProblem;
import dev.narrative.core.config.RuleLine;
import dev.narrative.core.config.Setting;
import dev.narrative.core.config.Texts;
import dev.narrative.core.config.ValueTypes;
import dev.narrative.model.score.ScoreTarget;
import dev.narrative.model.score.ScoreType;
import java.util.ArrayList;
import java.util.List;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** {@code path as name [type] [on trace], path as name}. */
final class ScoreList {
    private static final Setting.Type<String> TARGETS =
            ValueTypes.oneOf(ScoreTarget.OfSpan.TEXT, ScoreTarget.OfTrace.TEXT, ScoreTarget.OfSession.TEXT);
    private static final Setting.Type<String> TYPES = ValueTypes.oneOf("numeric", "categorical", "boolean", "text");

    private ScoreList() {}

    /** Adds the scores that are well-formed to {@code into}; of the others each is reported. */
    static void read(RuleLine line, List<ScoreCapture> into, List<ConfigProblem> problems) {
        List<String> items = Texts.list(line.value());
        if (items.isEmpty()) {
            throw new IllegalArgumentException("must not be empty");
        }
        for (String item : items) {
            try {
                into.add(parse(item));
            } catch (IllegalArgumentException e) {
                problems.add(line.problem("scores nothing by '" + item + "': it " + e.getMessage(), ""));
            }
        }
    }

    private static ScoreCapture parse(String item) {
        int as = CaptureList.indexOfAs(item);
        List<String> words = words(item.substring(as + CaptureList.AS.length()));
        String target = ScoreTarget.OfSpan.TEXT;
        int size = words.size();
        if (size >= 3 && words.get(size - 2).equals("on")) {
            target = TARGETS.parse(words.get(size - 1));
            words = words.subList(0, size - 2);
        }
        if (words.isEmpty() || words.size() > 2) {
            throw new IllegalArgumentException("must be written as: path as name, with a type or on trace behind it");
        }
        Capture capture = CaptureList.capture(item.substring(0, as), words.get(0));
        return new ScoreCapture(capture, words.size() == 2 ? type(words.get(1)) : null, target);
    }

    private static @Nullable ScoreType type(String word) {
        return ScoreType.find(TYPES.parse(word));
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        StringTokenizer tokens = new StringTokenizer(text);
        while (tokens.hasMoreTokens()) {
            words.add(tokens.nextToken());
        }
        return words;
    }
}
