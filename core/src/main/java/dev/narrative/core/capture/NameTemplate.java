package dev.narrative.core.capture;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A span's name with values in it, {@code Place order {0.id}}. */
public final class NameTemplate {
    private static final int MAX_LENGTH = 200;
    /** Before a value, these may make a secret of it that it is not by itself: {@code password={0}}. */
    private static final String JOINTS = "=:@/\"'+.";

    private final String text;
    private final List<String> literals = new ArrayList<>();
    private final List<CapturePath> paths = new ArrayList<>();
    private boolean joins;

    private NameTemplate(String text) {
        this.text = text;
    }

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException when a brace is left open or a path is none; the message says which
     */
    public static NameTemplate parse(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("must not be empty");
        }
        NameTemplate template = new NameTemplate(text);
        int at = 0;
        while (true) {
            int open = text.indexOf('{', at);
            int stray = text.indexOf('}', at);
            if (stray >= 0 && (open < 0 || stray < open)) {
                throw new IllegalArgumentException("has a } without its {");
            }
            if (open < 0) {
                template.literals.add(text.substring(at));
                return template;
            }
            if (stray < 0) {
                throw new IllegalArgumentException("has a { without its }");
            }
            template.literals.add(text.substring(at, open));
            template.joins |= open > 0 && JOINTS.indexOf(text.charAt(open - 1)) >= 0;
            template.paths.add(CapturePath.parse(text.substring(open + 1, stray)));
            at = stray + 1;
        }
    }

    /** The paths in it, in order. */
    public List<CapturePath> paths() {
        return List.copyOf(paths);
    }

    /** The template as it was written. */
    public String text() {
        return text;
    }

    /** Whether the name is known only when the call has ended. */
    public boolean needsEnd() {
        for (CapturePath path : paths) {
            if (path.root() == CapturePath.Root.RETURN || path.root() == CapturePath.Root.ERROR) {
                return true;
            }
        }
        return false;
    }

    /** The name for one call, at most 200 characters; a value that is missing stands as {@code ?}. */
    public String render(
            ValueRenderer renderer,
            @Nullable Object self,
            @Nullable Object @Nullable [] arguments,
            @Nullable Object result,
            @Nullable Throwable error) {
        StringBuilder name = new StringBuilder(literals.get(0));
        for (int i = 0; i < paths.size() && name.length() <= MAX_LENGTH; i++) {
            CapturePath path = paths.get(i);
            Object value = renderer.render(path, path.resolve(self, arguments, result, error));
            name.append(value == null ? "?" : value).append(literals.get(i + 1));
        }
        return bounded(joins ? new StringBuilder(renderer.masked(name.toString(), MAX_LENGTH)) : name);
    }

    private static String bounded(StringBuilder name) {
        if (name.length() > MAX_LENGTH) {
            int end = MAX_LENGTH - 1;
            if (Character.isHighSurrogate(name.charAt(end - 1))) {
                end--;
            }
            name.setLength(end);
            name.append('…');
        }
        for (int i = 0; i < name.length(); i++) {
            if (Character.isISOControl(name.charAt(i))) {
                name.setCharAt(i, ' ');
            }
        }
        return name.toString();
    }

    @Override
    public String toString() {
        return text;
    }
}
