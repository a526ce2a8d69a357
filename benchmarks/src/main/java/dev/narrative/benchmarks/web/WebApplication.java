package dev.narrative.benchmarks.web;

import dev.narrative.benchmarks.workload.Conversation;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.event.EventListener;

/** A small but complete web application: routing, JSON, two layers behind the controller. Tells its port when ready. */
@SpringBootApplication(proxyBeanMethods = false)
public class WebApplication {
    public static void main(String[] args) {
        SpringApplication.run(WebApplication.class, args);
    }

    @EventListener
    void started(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof ServletWebServerApplicationContext context) {
            new Conversation().tell("port", context.getWebServer().getPort());
        }
    }
}
