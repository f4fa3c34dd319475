package org.p13n.sample.web.catalog;

/**
 * A product as lists show it.
 *
 * @param was the regular price while the product is on sale, else null
 */
public record ProductCard(
        long id, String name, String brand, String url, String picture, String price, String was, boolean soldOut) {}
