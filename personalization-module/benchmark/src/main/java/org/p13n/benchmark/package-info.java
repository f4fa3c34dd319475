/** What the engine's hot paths cost; run with {@code -Pbenchmark}. Never deployed. */
package org.p13n.benchmark;
