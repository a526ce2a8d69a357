package dev.narrative.console.server.http;

import java.util.Locale;

/** What a token lets its bearer do. */
public enum Role {
    VIEWER,
    EDITOR,
    ADMIN,
    /** For applications and Collectors, which send and never read. */
    INGEST;

    public boolean may(Access access) {
        return switch (access) {
            case OPEN -> true;
            case READ -> this != INGEST;
            case RECORD -> this != VIEWER;
            case WRITE -> this == EDITOR || this == ADMIN;
            case ADMINISTER -> this == ADMIN;
        };
    }

    /** The name in text, such as {@code viewer}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The role of a name in any case. */
    public static Role parse(String word) {
        for (Role role : values()) {
            if (role.word().equals(word.toLowerCase(Locale.ROOT))) {
                return role;
            }
        }
        throw new IllegalArgumentException("'" + word + "' is no role; it is viewer, editor, admin or ingest");
    }
}
