package org.p13n.broadleaf.ranking;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.core.catalog.dao.ProductDao;
import org.broadleafcommerce.core.catalog.domain.Product;
import org.broadleafcommerce.core.catalog.domain.ProductBundle;
import org.broadleafcommerce.core.catalog.domain.ProductOption;
import org.broadleafcommerce.core.catalog.domain.ProductOptionXref;
import org.broadleafcommerce.core.catalog.domain.Sku;
import org.broadleafcommerce.core.catalog.service.type.ProductOptionValidationStrategyType;
import org.broadleafcommerce.core.inventory.service.InventoryService;

/** What can really be sold at this moment, asked of the platform itself. */
public final class Shelf {
    private final ProductDao products;
    private final InventoryService inventory;

    public Shelf(ProductDao products, InventoryService inventory) {
        this.products = products;
        this.inventory = inventory;
    }

    /** Loads the products in one query. */
    public Map<Long, Product> load(Collection<Long> productIds) {
        Map<Long, Product> found = new HashMap<>();
        if (!productIds.isEmpty()) {
            for (Product product : products.readProductsByIds(new ArrayList<>(productIds))) {
                found.put(product.getId(), product);
            }
        }
        return found;
    }

    /** The product if it may be offered right now. */
    public Optional<Product> find(long productId) {
        return Optional.ofNullable(load(List.of(productId)).get(productId)).filter(this::isOffered);
    }

    /** Whether the product is active, has a price and a page, and at least one of its variants can be bought. */
    boolean isOffered(Product product) {
        Sku sku = product.getDefaultSku();
        if (sku == null || !product.isActive() || product.getUrl() == null || !sku.hasRetailPrice()) {
            return false;
        }
        return (isSoldAsIs(product) && isInStock(sku))
                || product.getSkus().stream().anyMatch(this::isInStock);
    }

    /** Whether one click can put it into the cart: nothing has to be chosen first. */
    public boolean isOfferedWithoutChoice(Product product) {
        return isOffered(product)
                && !(product instanceof ProductBundle)
                && isSoldAsIs(product)
                && isInStock(product.getDefaultSku())
                && product.getProductOptionXrefs().stream()
                        .map(ProductOptionXref::getProductOption)
                        .noneMatch(Shelf::mustBeChosen);
    }

    private static boolean isSoldAsIs(Product product) {
        return product.getCanSellWithoutOptions() || product.getAdditionalSkus().isEmpty();
    }

    private static boolean mustBeChosen(ProductOption option) {
        ProductOptionValidationStrategyType when = option.getProductOptionValidationStrategyType();
        return Boolean.TRUE.equals(option.getRequired())
                && (when == null || when.getRank() <= ProductOptionValidationStrategyType.ADD_ITEM.getRank());
    }

    private boolean isInStock(Sku sku) {
        return inventory.isAvailable(sku, 1);
    }
}
