/** The pages with products: home, category, search, product, and reviews. */
package org.p13n.sample.web.catalog;
