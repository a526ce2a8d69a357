package dev.narrative.core.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.narrative.core.config.AgentConfig;
import dev.narrative.model.Resource;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessResourceTest {
    @ParameterizedTest
    @CsvSource({
        "com.shop.Main, Main",
        "com.shop.Main --port 80, Main",
        "Main, Main",
        "shop/com.shop.Main, Main",
        "shop, shop",
        "shop.jar, shop",
        "shop-1.2.3.jar, shop",
        "/opt/app/order-service-2.0-SNAPSHOT.jar --port 80, order-service",
        "order-service.jar, order-service",
        "log4j-over-slf4j.jar, log4j-over-slf4j",
        "trailing-.jar, trailing-",
        "com.shop., java",
    })
    void service_isNamedByTheCommand(String command, String service) {
        assertThat(ProcessResource.fromCommand(command)).isEqualTo(service);
    }

    @Test
    void service_isJava_whenThereIsNoCommand() {
        assertThat(ProcessResource.fromCommand(null)).isEqualTo("java");
        assertThat(ProcessResource.fromCommand("")).isEqualTo("java");
        assertThat(ProcessResource.fromCommand("  ")).isEqualTo("java");
    }

    @Test
    void whatIsSaid_standsBeforeWhatIsSeen() {
        Resource resource = ProcessResource.of(AgentConfig.of(Map.of(
                "narrative.service.name", "orders",
                "narrative.resource.attributes", "service.name=other,process.pid=7,team=fox")));

        assertThat(resource.serviceName()).isEqualTo("orders");
        assertThat(resource.attributes().get("service.name")).isEqualTo("orders");
        assertThat(resource.attributes().get("process.pid")).isEqualTo("7");
        assertThat(resource.attributes().get("team")).isEqualTo("fox");
        assertThat(resource.attributes().get("telemetry.sdk.language")).isEqualTo("java");
    }

    @Test
    void serviceOfTheResourceAttributes_isTakenOver() {
        Resource resource =
                ProcessResource.of(AgentConfig.of(Map.of("narrative.resource.attributes", "service.name=orders")));

        assertThat(resource.serviceName()).isEqualTo("orders");
        assertThat(resource.attributes().get("service.name")).isEqualTo("orders");
    }

    @Test
    void secrets_areMasked() {
        Resource resource = ProcessResource.of(AgentConfig.of(Map.of(
                "narrative.resource.attributes",
                "db.password=hunter2,process.command_line=java -Ddb=postgres://ada:lovelace@db/x Main")));

        assertThat(resource.attributes().get("db.password")).isEqualTo("***");
        assertThat(resource.attributes().get("process.command_line")).isEqualTo("java -Ddb=postgres://***@db/x Main");
    }
}
