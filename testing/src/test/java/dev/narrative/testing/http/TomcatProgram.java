package dev.narrative.testing.http;

import java.nio.file.Files;
import org.apache.catalina.Context;
import org.apache.catalina.Wrapper;
import org.apache.catalina.startup.Tomcat;
import org.apache.tomcat.util.descriptor.web.FilterDef;
import org.apache.tomcat.util.descriptor.web.FilterMap;

final class TomcatProgram {
    private TomcatProgram() {}

    public static void main(String[] args) throws Exception {
        Tomcat tomcat = new Tomcat();
        tomcat.setBaseDir(Files.createTempDirectory("tomcat").toString());
        tomcat.setPort(0);
        Context context = tomcat.addContext("/app", null);
        Wrapper servlet = Tomcat.addServlet(context, "story", new StoryServlet());
        servlet.setAsyncSupported(true);
        for (String path : ServletRoutes.PATHS) {
            servlet.addMapping(path);
        }
        FilterDef filter = new FilterDef();
        filter.setFilterName("refusing");
        filter.setFilter(new RefusingFilter());
        filter.setAsyncSupported("true");
        context.addFilterDef(filter);
        FilterMap mapping = new FilterMap();
        mapping.setFilterName("refusing");
        mapping.addURLPattern("/filtered");
        context.addFilterMap(mapping);
        tomcat.getConnector();
        tomcat.start();
        System.out.println("listening http " + tomcat.getConnector().getLocalPort());
    }
}
