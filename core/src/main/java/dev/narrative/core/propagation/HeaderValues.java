package dev.narrative.core.propagation;

import dev.narrative.core.log.AgentLog;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides which header values are believed: those within their length that hold nothing but visible ASCII and blanks. */
final class HeaderValues {
    private HeaderValues() {}

    /** The first value, {@code null} when there is none or it is not to be believed. */
    static @Nullable String single(HeaderGetter headers, String name, int maxLength) {
        List<String> values = headers.values(name);
        return values.isEmpty() ? null : checked(name, values.get(0).trim(), maxLength);
    }

    /** All values as one list, the way HTTP joins the lines of a header. */
    static @Nullable String joined(HeaderGetter headers, String name, int maxLength) {
        List<String> values = headers.values(name);
        if (values.isEmpty()) {
            return null;
        }
        if (values.size() == 1) {
            return checked(name, values.get(0), maxLength);
        }
        StringBuilder all = new StringBuilder();
        for (String value : values) {
            if (all.length() + value.length() > maxLength) {
                return refused(name, "longer than " + maxLength + " characters");
            }
            all.append(all.length() == 0 ? "" : ",").append(value);
        }
        return checked(name, all.toString(), maxLength);
    }

    /** A value, {@code null} when it is empty, too long, or holds anything but visible ASCII, spaces and tabs. */
    static @Nullable String checked(String name, String value, int maxLength) {
        if (value.isEmpty()) {
            return null;
        }
        if (value.length() > maxLength) {
            return refused(name, "longer than " + maxLength + " characters");
        }
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if ((c < ' ' && c != '\t') || c > '~') {
                return refused(name, "with other characters than visible ASCII");
            }
        }
        return value;
    }

    static @Nullable String refused(String name, String reason) {
        AgentLog.warnThrottled("header-" + name, "passes over a header " + name + " " + reason);
        return null;
    }
}
