package org.p13n.broadleaf.page;

import java.util.Map;
import org.broadleafcommerce.common.media.domain.Media;
import org.broadleafcommerce.common.money.Money;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.Sku;

/** One product of a widget, as its template sees it: prices are asked of the platform when the page is rendered. */
public final class ProductCard {
    private static final String PRIMARY = "primary";

    private final Product product;
    private final String reason;

    /** @param reason a word or two of why, or null */
    public ProductCard(Product product, String reason) {
        this.product = product;
        this.reason = reason;
    }

    public Product getProduct() {
        return product;
    }

    /** A word or two of why, or null if the list's own sentence says it all. */
    public String getReason() {
        return reason;
    }

    public boolean isOnSale() {
        return sku().isOnSale();
    }

    /** What the shopper pays before offers. */
    public Money getPrice() {
        return sku().getPrice();
    }

    /** What it costs when it is not on sale. */
    public Money getRegularPrice() {
        return sku().getRetailPrice();
    }

    /** The main picture, another one if there is none, or null. */
    public Media getImage() {
        Map<String, Media> media = product.getMedia();
        if (media == null || media.isEmpty()) {
            return null;
        }
        Media primary = media.get(PRIMARY);
        return primary == null ? media.values().iterator().next() : primary;
    }

    /** What the picture shows, for those who do not see it. */
    public String getImageText() {
        Media image = getImage();
        return image == null || image.getAltText() == null || image.getAltText().isBlank()
                ? product.getName()
                : image.getAltText();
    }

    private Sku sku() {
        return product.getDefaultSku();
    }
}
