package org.p13n.sample.web.page;

import java.util.Map;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.ServiceException;
import org.broadleafcommerce.common.security.service.ExploitProtectionService;
import org.broadleafcommerce.core.order.domain.Order;
import org.broadleafcommerce.core.web.order.CartState;
import org.broadleafcommerce.profile.core.domain.Customer;
import org.broadleafcommerce.profile.web.core.CustomerState;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.handler.HandlerInterceptorAdapter;
import org.springframework.web.servlet.support.RequestContextUtils;

/** Gives every page what stands around it: menu, cart count, who is logged in, the token of its forms. */
public final class PageFrame extends HandlerInterceptorAdapter {

    private final Navigation navigation;
    private final AssetVersion assets;
    private final ExploitProtectionService protection;
    private final boolean invented;

    /** @param invented whether the catalog is the sample's: an imported one must not be called invented */
    public PageFrame(
            Navigation navigation, AssetVersion assets, ExploitProtectionService protection, boolean invented) {
        this.navigation = navigation;
        this.assets = assets;
        this.protection = protection;
        this.invented = invented;
    }

    @Override
    public void postHandle(HttpServletRequest request, HttpServletResponse response, Object handler, ModelAndView page)
            throws ServiceException {
        if (page == null || page.getViewName() == null || page.getViewName().startsWith("redirect:")) {
            return;
        }
        addNotice(page, RequestContextUtils.getInputFlashMap(request));
        Order cart = CartState.getCart();
        page.addObject("departments", navigation.departments());
        page.addObject("assets", assets.toString());
        page.addObject("cartCount", cart == null ? 0 : cart.getItemCount());
        page.addObject("shopper", shopper());
        page.addObject("invented", invented);
        page.addObject("csrfToken", protection.getCSRFToken());
    }

    /** Spring itself hands notices to annotated controllers only, and those of products and categories are not. */
    private static void addNotice(ModelAndView page, Map<String, ?> kept) {
        if (kept != null) {
            page.addAllObjects(kept);
        }
    }

    /** The name by which the page greets who is logged in; null for everybody else. */
    private static String shopper() {
        Customer customer = CustomerState.getCustomer();
        if (customer == null || !customer.isLoggedIn()) {
            return null;
        }
        return customer.getFirstName() == null ? customer.getUsername() : customer.getFirstName();
    }
}
