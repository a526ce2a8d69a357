/** The web application that is measured: Spring Boot with an embedded Tomcat. */
@NullMarked
package dev.narrative.benchmarks.web;

import org.jspecify.annotations.NullMarked;
