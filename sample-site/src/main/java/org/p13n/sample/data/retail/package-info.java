/** A converter from the "Online Retail" format, in which a retailer's transactions are one flat list, to the store's. */
package org.p13n.sample.data.retail;
