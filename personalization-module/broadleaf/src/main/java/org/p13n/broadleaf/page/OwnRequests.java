package org.p13n.broadleaf.page;

import java.util.List;
import javax.servlet.http.HttpServletRequest;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Leads the requests below {@code /personalization} and {@code /p13n} to the module's controllers, before the shop's. */
public final class OwnRequests extends RequestMappingHandlerMapping {
    /*
     * The controllers are none that the shop's own mapping finds. That one tries every address without a mapping of its
     * own, which are all products and categories, with the patterns of all controllers, three ways and twice.
     */
    private static final List<String> BELOW = List.of("/personalization", "/p13n/");

    private final List<Object> controllers;

    /** @param controllers objects with methods that tell the whole of their addresses */
    public OwnRequests(List<Object> controllers) {
        this.controllers = List.copyOf(controllers);
        setOrder(-1);
    }

    @Override
    protected void initHandlerMethods() {
        controllers.forEach(this::detectHandlerMethods);
    }

    @Override
    protected HandlerMethod getHandlerInternal(HttpServletRequest request) throws Exception {
        return isOwn(getUrlPathHelper().getLookupPathForRequest(request)) ? super.getHandlerInternal(request) : null;
    }

    private static boolean isOwn(String path) {
        return BELOW.stream().anyMatch(path::startsWith);
    }
}
