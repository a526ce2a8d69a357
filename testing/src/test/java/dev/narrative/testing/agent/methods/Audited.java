package dev.narrative.testing.agent.methods;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks methods that a rule finds by this annotation. */
@Retention(RetentionPolicy.RUNTIME)
@interface Audited {}
