package dev.narrative.applications.bedrock;

import software.amazon.awssdk.http.apache.ApacheHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtAsyncHttpClient;
import software.amazon.awssdk.http.crt.AwsCrtHttpClient;
import software.amazon.awssdk.http.nio.netty.NettyNioAsyncHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

final class HttpClients {
    private HttpClients() {}

    static Models named(String name) {
        return switch (name) {
            case "apache" -> new BlockingModels(ApacheHttpClient.create());
            case "url-connection" -> new BlockingModels(UrlConnectionHttpClient.create());
            case "crt" -> new BlockingModels(AwsCrtHttpClient.create());
            case "netty" -> new AsyncModels(NettyNioAsyncHttpClient.create());
            case "crt-async" -> new AsyncModels(AwsCrtAsyncHttpClient.create());
            default -> throw new IllegalArgumentException(name);
        };
    }
}
