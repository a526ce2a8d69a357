package dev.narrative.testing.http;

import dev.narrative.testing.agent.TestedJdks;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;

/** Runs all of a contract on each JDK, as do the classes that inherit the contract. */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@ParameterizedClass(name = "{0}")
@ArgumentsSource(TestedJdks.class)
public @interface OnTestedJdks {}
