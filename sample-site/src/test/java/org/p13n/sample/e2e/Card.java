package org.p13n.sample.e2e;

/** One product in a list of products, as a shopper sees it. */
record Card(String url, String name, String brand, String price) {}
