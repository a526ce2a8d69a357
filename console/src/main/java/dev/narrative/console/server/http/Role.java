package dev.narrative.console.server.http;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** What a token lets its bearer do. */
public enum Role {
    VIEWER(EnumSet.of(Access.OPEN, Access.READ)),
    EDITOR(EnumSet.of(Access.OPEN, Access.READ, Access.RECORD, Access.WRITE)),
    ADMIN(EnumSet.allOf(Access.class)),
    /** For applications and Collectors, which send and never read. */
    INGEST(EnumSet.of(Access.OPEN, Access.RECORD));

    private final Set<Access> allowed;

    Role(Set<Access> allowed) {
        this.allowed = Set.copyOf(allowed);
    }

    public boolean may(Access access) {
        return allowed.contains(access);
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
