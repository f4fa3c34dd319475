package org.p13n.broadleaf.event;

import java.util.HashMap;
import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import org.broadleafcommerce.common.web.BroadleafRequestContext;

/** What the module remembers until the request is over. */
public final class RequestNotes {
    /*
     * Not in attributes of the request: for each of the hundreds of expressions of a page, the template engine copies all
     * of those. Five of them cost a product page 135 KB. The platform's context of the request is not copied;
     * outside of it, all notes share one attribute.
     */
    private static final String ATTRIBUTE = RequestNotes.class.getName();

    private RequestNotes() {}

    /** What was noted under the key; null if nothing was. */
    public static Object get(HttpServletRequest request, String key) {
        return of(request).get(key);
    }

    /** @param value null to forget what was noted */
    public static void put(HttpServletRequest request, String key, Object value) {
        if (value == null) {
            of(request).remove(key);
        } else {
            of(request).put(key, value);
        }
    }

    @SuppressWarnings("unchecked") // nobody else uses the name
    private static Map<String, Object> of(HttpServletRequest request) {
        BroadleafRequestContext context = BroadleafRequestContext.getBroadleafRequestContext();
        if (context != null && context.getRequest() != null && context.getAdditionalProperties() != null) {
            return context.getAdditionalProperties();
        }
        Object noted = request.getAttribute(ATTRIBUTE);
        if (noted == null) {
            noted = new HashMap<String, Object>();
            request.setAttribute(ATTRIBUTE, noted);
        }
        return (Map<String, Object>) noted;
    }
}
