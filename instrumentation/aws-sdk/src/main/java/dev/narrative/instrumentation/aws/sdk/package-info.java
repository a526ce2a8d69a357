/** The AWS SDK for Java 2, with whatever HTTP client it has been given. */
@NullMarked
package dev.narrative.instrumentation.aws.sdk;

import org.jspecify.annotations.NullMarked;
