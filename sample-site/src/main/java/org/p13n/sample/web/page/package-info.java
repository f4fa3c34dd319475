/** What every page of the storefront shares: its frame, navigation, notices, headers, and what happens when it fails. */
package org.p13n.sample.web.page;
