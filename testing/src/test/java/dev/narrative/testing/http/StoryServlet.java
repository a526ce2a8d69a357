package dev.narrative.testing.http;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The routes of the contract as a servlet, by the last part of the path. */
final class StoryServlet extends HttpServlet {
    private static final long serialVersionUID = 1;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        switch (request.getServletPath()) {
            case "/work" -> response.getWriter().print(ServerRoutes.work(body(request)));
            case "/unavailable" -> response.sendError(503);
            case "/throws" -> throw new IllegalStateException("the handler failed");
            case "/forwarded" -> request.getRequestDispatcher("/work").forward(request, response);
            case "/async" -> inAnotherThread(request.startAsync());
            case "/dispatched" -> dispatch(request, response);
            case "/timeout" -> request.startAsync().setTimeout(100);
            default -> response.sendError(404);
        }
    }

    private static void inAnotherThread(AsyncContext context) {
        context.start(() -> {
            try {
                HttpServletResponse response = (HttpServletResponse) context.getResponse();
                response.setStatus(201);
                response.getWriter().print(ServerRoutes.work("it"));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            } finally {
                context.complete();
            }
        });
    }

    private static void dispatch(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getAttribute("dispatched") == null) {
            request.setAttribute("dispatched", true);
            AsyncContext context = request.startAsync();
            new Thread(context::dispatch).start();
        } else {
            response.getWriter().print(ServerRoutes.work("it"));
        }
    }

    private static String body(HttpServletRequest request) throws IOException {
        return new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
