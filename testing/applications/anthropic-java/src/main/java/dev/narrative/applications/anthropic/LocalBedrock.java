package dev.narrative.applications.anthropic;

import com.anthropic.backends.Backend;
import com.anthropic.bedrock.backends.BedrockBackend;
import com.anthropic.core.http.HttpRequest;
import com.anthropic.core.http.HttpResponse;
import software.amazon.awssdk.regions.Region;

/** Bedrock as the SDK asks it, at another URL, which its backend does not take. */
record LocalBedrock(Backend bedrock, String baseUrl) implements Backend {
    static LocalBedrock at(String url) {
        return new LocalBedrock(
                BedrockBackend.builder().apiKey("test").region(Region.US_EAST_1).build(), url);
    }

    @Override
    public HttpRequest prepareRequest(HttpRequest request) {
        return bedrock.prepareRequest(request);
    }

    @Override
    public HttpRequest authorizeRequest(HttpRequest request) {
        return bedrock.authorizeRequest(request);
    }

    @Override
    public HttpResponse prepareResponse(HttpResponse response) {
        return bedrock.prepareResponse(response);
    }

    @Override
    public void close() {
        bedrock.close();
    }
}
