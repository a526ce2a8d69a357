/** Apache HttpClient 5: blocking calls, and those that its reactor completes. */
@NullMarked
package dev.narrative.instrumentation.apache.httpclient5;

import org.jspecify.annotations.NullMarked;
