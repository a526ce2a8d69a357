/** The context follows work over the JDK's executors, fork-join tasks and completable futures. */
@NullMarked
package dev.narrative.instrumentation.jdk.executors;

import org.jspecify.annotations.NullMarked;
