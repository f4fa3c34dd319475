package org.p13n.sample.web.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.broadleafcommerce.common.media.domain.Media;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.inventory.service.InventoryService;
import org.p13n.sample.web.page.Prices;

/** Reads what pages show of a product from the platform: picture, price of this moment, whether there is any left. */
public final class Shelf {

    private static final String PRIMARY = "primary";

    private final InventoryService inventory;
    private final String placeholder;

    /** @param placeholder the URL of the picture for products without one */
    public Shelf(InventoryService inventory, String placeholder) {
        this.inventory = inventory;
        this.placeholder = placeholder;
    }

    public List<ProductCard> cards(Collection<Product> products) {
        return products.stream().filter(Product::isActive).map(this::card).toList();
    }

    public ProductCard card(Product product) {
        Sku sku = product.getDefaultSku();
        return new ProductCard(
                product.getId(),
                product.getName(),
                product.getManufacturer(),
                product.getUrl(),
                picture(product),
                Prices.text(sku.getPrice()),
                sku.isOnSale() ? Prices.text(sku.getRetailPrice()) : null,
                isSoldOut(product));
    }

    public String picture(Product product) {
        Media primary = product.getMedia().get(PRIMARY);
        return primary == null ? placeholder : primary.getUrl();
    }

    /** The primary picture first, then the others by their keys. */
    List<String> pictures(Product product) {
        List<String> urls = new ArrayList<>(List.of(picture(product)));
        product.getMedia().entrySet().stream()
                .filter(media -> !media.getKey().equals(PRIMARY))
                .sorted(Map.Entry.comparingByKey())
                .forEach(media -> urls.add(media.getValue().getUrl()));
        return urls;
    }

    /** Whether nobody can buy the product: it is out of stock itself, or in each of its variants. */
    public boolean isSoldOut(Product product) {
        if (!isAvailable(product.getDefaultSku())) {
            return true;
        }
        List<Sku> variants = product.getAdditionalSkus();
        return !variants.isEmpty() && variants.stream().noneMatch(this::isAvailable);
    }

    boolean isAvailable(Sku sku) {
        return inventory.isAvailable(sku, 1);
    }

    /** The pieces left of a product without variants; null when they are not counted. */
    Integer left(Product product) {
        return product.getAdditionalSkus().isEmpty()
                ? inventory.retrieveQuantityAvailable(product.getDefaultSku())
                : null;
    }
}
