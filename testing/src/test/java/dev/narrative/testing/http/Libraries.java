package dev.narrative.testing.http;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** The versions of a client's library with which its contract is checked, the newest last. */
@Retention(RetentionPolicy.RUNTIME)
@interface Libraries {
    /** The folder of the application that uses the library. */
    String application();

    /** The folders in the application's {@code target} that hold a version each, with what that needs. */
    String[] folders();
}
