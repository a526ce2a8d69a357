/** Apache HttpClient 4: blocking calls, and those of HttpAsyncClient. */
@NullMarked
package dev.narrative.instrumentation.apache.httpclient4;

import org.jspecify.annotations.NullMarked;
