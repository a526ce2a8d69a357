package dev.narrative.applications.bedrock;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

final class Credentials {
    static final AwsCredentialsProvider STATIC =
            StaticCredentialsProvider.create(AwsBasicCredentials.create("an-access-key", "its-secret"));

    private Credentials() {}
}
