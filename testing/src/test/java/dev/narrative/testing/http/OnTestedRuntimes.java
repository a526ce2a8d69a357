package dev.narrative.testing.http;

import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Runs all of a client's contract on each JDK, or with each of the {@link Libraries} that the class names. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(TestedRuntimes.class)
@interface OnTestedRuntimes {}
