package dev.narrative.core.export;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The journal's file that this process writes, for those who must know where its spans are found after a crash. */
public final class JournalFileInUse {
    /** Hears of each file before anything is written to it. */
    public interface Follower {
        void journalIs(Path file);
    }

    private static final List<Follower> FOLLOWERS = new ArrayList<>();
    private static @Nullable Path path;

    private JournalFileInUse() {}

    /** Tells of the present file now, if there is one, and of the others when they come. */
    public static synchronized void follow(Follower follower) {
        FOLLOWERS.add(follower);
        if (path != null) {
            follower.journalIs(path);
        }
    }

    public static synchronized void unfollow(Follower follower) {
        FOLLOWERS.remove(follower);
    }

    public static synchronized void set(Path used) {
        path = used;
        for (Follower follower : FOLLOWERS) {
            follower.journalIs(used);
        }
    }
}
