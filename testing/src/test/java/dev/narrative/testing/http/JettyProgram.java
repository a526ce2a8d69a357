package dev.narrative.testing.http;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.eclipse.jetty.ee10.servlet.FilterHolder;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

final class JettyProgram {
    private JettyProgram() {}

    public static void main(String[] args) throws Exception {
        Server server = new Server(0);
        ServletContextHandler context = new ServletContextHandler("/app");
        ServletHolder servlet = new ServletHolder(new StoryServlet());
        servlet.setAsyncSupported(true);
        for (String path : ServletRoutes.PATHS) {
            context.addServlet(servlet, path);
        }
        context.addFilter(new FilterHolder(new RefusingFilter()), "/filtered", EnumSet.of(DispatcherType.REQUEST));
        server.setHandler(context);
        server.start();
        System.out.println("listening http " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
    }
}
