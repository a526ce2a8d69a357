/** An application that asks models on Amazon Bedrock, by each operation and over each HTTP client of the AWS SDK. */
@NullMarked
package dev.narrative.applications.bedrock;

import org.jspecify.annotations.NullMarked;
